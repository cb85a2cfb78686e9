import type { StreamBody } from '../transport/transport';
import type { FileBelow } from './fileBelow';

/** A body that is text and files in turn, read from the disk while it is sent. */
export function composedBody(parts: readonly (string | FileBelow)[]): StreamBody {
  const pieces = parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part));
  return {
    length: pieces.reduce((sum, piece) => sum + ('size' in piece ? piece.size : piece.length), 0),
    stream: () => bytesOf(pieces),
  };
}

async function* bytesOf(pieces: readonly (Uint8Array | FileBelow)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    if ('size' in piece) {
      yield* piece.bytes();
    } else {
      yield piece;
    }
  }
}
