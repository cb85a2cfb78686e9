import { Readable } from 'node:stream';
import { Failure } from '../failure';
import type { Attempt } from './attempt';
import type { OutgoingBody, StreamBody } from './model';

/** A body in the form that it is sent in: bytes, so that no library reads or rewrites them, or a stream of them. */
export function outgoingBody(
  body: OutgoingBody,
  attempt: Attempt,
  host: string,
  onSent?: (bytes: number) => void,
): Buffer | Readable {
  if (typeof body === 'string') {
    return Buffer.from(body);
  }
  if (body instanceof Uint8Array) {
    return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  }
  const stream = Readable.from(checkLength(body, attempt, host, onSent), { objectMode: false });
  attempt.closeAtEnd(() => stream.destroy());
  return stream;
}

/** Its bytes as the network takes them. One too many would be read as the next request; one too few waited for. */
async function* checkLength(
  { stream, length }: StreamBody,
  attempt: Attempt,
  host: string,
  onSent?: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const wrongLength = () => new Failure('invalidInput', { host, code: 'BODY_LENGTH' });
  let bytes = 0;
  try {
    const source: AsyncIterable<Uint8Array> & { destroy?: () => void } = stream();
    attempt.closeAtEnd(() => source.destroy?.());
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > length) {
        throw wrongLength();
      }
      yield chunk;
      attempt.deadline.step();
      onSent?.(bytes);
    }
    if (bytes < length) {
      throw wrongLength();
    }
  } catch (error) {
    throw attempt.markAsCallers(error);
  }
}
