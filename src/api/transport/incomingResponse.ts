import type { ClientRequest, IncomingMessage } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { constants, createBrotliDecompress, createUnzip } from 'node:zlib';
import { isSafeOrigin, parseUrl } from '../../support/url';
import { failureOfStatus, serverMessageOf } from '../classify';
import { Failure } from '../failure';
import { retryAfterSeconds } from '../retry';
import { hasNoName } from './checks';
import type { Attempt } from './attempt';
import type { Header } from './model';

const MAX_ERROR_BODY_BYTES = 64 * 1024;

/** An answer whose head has come, and whose body is read by whoever wants it. */
export class IncomingResponse {
  readonly status: number;
  readonly statusText: string;
  /** As they came, names in lower case. */
  readonly headers: Header[];

  constructor(
    private readonly message: IncomingMessage,
    private readonly request: ClientRequest,
    /** Where it came from, after redirects. */
    readonly url: URL,
    readonly attempt: Attempt,
  ) {
    this.status = message.statusCode ?? 0;
    this.statusText = message.statusMessage ?? '';
    this.headers = pairs(message.rawHeaders);
  }

  get isGood(): boolean {
    return this.status >= 200 && this.status <= 299;
  }

  header(name: string): string | undefined {
    const value = this.message.headers[name];
    return typeof value === 'string' ? value : undefined;
  }

  /** Bytes that the body will have, where they are announced and it is not packed. */
  get length(): number | undefined {
    const announced = this.header('content-length') ?? '';
    return /^\d+$/.test(announced) && this.header('content-encoding') === undefined
      ? Number(announced)
      : undefined;
  }

  /**
   * A proxy that does not open a tunnel answers in the place of the host, and the editor hands that answer on as if
   * it were the host's: a 401 or 403 of the proxy would read as a refused key. What came without TLS is the proxy's.
   */
  get isOfProxy(): boolean {
    const { socket } = this.request as Partial<ClientRequest>;
    return this.url.protocol === 'https:' && !!socket && (socket as Partial<TLSSocket>).encrypted !== true;
  }

  /** Where it leads to, if that is a place that may be asked at all. */
  get redirect(): URL | undefined {
    const location = this.header('location');
    if (![301, 302, 303, 307, 308].includes(this.status) || location === undefined) {
      return undefined;
    }
    const target = parseUrl(location, this.url.href);
    const weaker = this.url.protocol === 'https:' && target?.protocol === 'http:';
    return target && isSafeOrigin(target) && !weaker && hasNoName(target) ? target : undefined;
  }

  /** The body, unpacked, as fast as it is taken. */
  body(): AsyncIterable<Buffer> {
    const { message } = this;
    const unpacker = unpackerFor(this.header('content-encoding'));
    return unpacker ? pipeline(message, unpacker, () => undefined) : message;
  }

  /** The body, or as many bytes of it as are wanted: `whole` tells which. */
  async bytes(most: number): Promise<{ bytes: Buffer; whole: boolean }> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of this.body()) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > most) {
        return { bytes: Buffer.concat(chunks).subarray(0, most), whole: false };
      }
    }
    return { bytes: Buffer.concat(chunks), whole: true };
  }

  /** The body. Fails with `unreadableAnswer` and the code `TOO_LARGE` for more bytes than that. */
  async wholeBytes(most: number, host: string): Promise<Buffer> {
    const { bytes, whole } = await this.bytes(most);
    if (!whole) {
      throw new Failure('unreadableAnswer', { host, code: 'TOO_LARGE' });
    }
    return bytes;
  }

  /** What its status means, with the words of the server. */
  async failure(host: string, now: number): Promise<Failure> {
    const serverMessage = serverMessageOf(parseErrorBody(await this.bytes(MAX_ERROR_BODY_BYTES)));
    return failureOfStatus(this.status, {
      host,
      ...this.retryAfter(now),
      ...(serverMessage !== undefined && { serverMessage }),
    });
  }

  /** Seconds that the server asks to wait. */
  retryAfter(now: number): { retryAfter?: number } {
    const retryAfter = retryAfterSeconds(this.header('retry-after'), now);
    return retryAfter === undefined ? {} : { retryAfter };
  }

  /** Ends the connection, unless all was sent and read and it can be used again. */
  close(): void {
    if (!this.message.readableEnded || !this.request.writableFinished) {
      this.message.destroy();
      this.request.destroy();
    }
  }
}

function pairs(raw: string[]): Header[] {
  const headers: Header[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    headers.push([(raw[at] ?? '').toLowerCase(), raw[at + 1] ?? '']);
  }
  return headers;
}

function unpackerFor(encoding: string | undefined): (NodeJS.ReadWriteStream & Readable) | undefined {
  switch (encoding?.toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      // An answer without a body may say that it is packed.
      return createUnzip({ finishFlush: constants.Z_SYNC_FLUSH });
    case 'br':
      return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
    default:
      return undefined;
  }
}

function parseErrorBody({ bytes, whole }: { bytes: Buffer; whole: boolean }): unknown {
  try {
    return whole ? JSON.parse(new TextDecoder().decode(bytes)) : undefined;
  } catch {
    return undefined;
  }
}
