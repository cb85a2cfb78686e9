import type { ClientRequest, IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import type { Redactor } from '../../support/redact';
import { isSafeOrigin, parseUrl } from '../../support/url';
import { Failure } from '../failure';
import { failureOfResponse, redirects, type FailedResponse } from '../responseFailure';
import { retryAfterSeconds } from '../retry';
import { hasNoName } from './checks';
import { bodyKind } from '../response/body';
import type { Attempt } from './attempt';
import { packingOf, type Packing } from './contentCodings';
import type { Header } from './model';
import { unpack, UnpackError } from './unpack';

const MAX_ERROR_BODY_BYTES = 64 * 1024;

/** Kept until the first of it was unpacked. */
const MAX_PACKED_BYTES = 1024 * 1024;

/** An answer whose head has come, and whose body is read by whoever wants it. */
export class IncomingResponse {
  readonly status: number;
  /** Without secrets. */
  readonly statusText: string;
  /** As they came, names in lower case. */
  readonly headers: Header[];
  private readonly packed: Buffer[] = [];
  /** How its body is packed, which `body` unpacks where all of it is known here. */
  readonly packing: Packing;

  constructor(
    private readonly message: IncomingMessage,
    private readonly request: ClientRequest,
    /** Where it came from, after redirects. */
    readonly url: URL,
    readonly attempt: Attempt,
    private readonly redactor: Redactor,
  ) {
    this.status = message.statusCode ?? 0;
    this.statusText = redactor.redact(message.statusMessage ?? '');
    this.headers = pairs(message.rawHeaders);
    this.packing = packingOf(this.headers);
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
    if (!redirects.includes(this.status) || location === undefined) {
      return undefined;
    }
    const target = parseUrl(location, this.url.href);
    const weaker = this.url.protocol === 'https:' && target?.protocol === 'http:';
    return target && isSafeOrigin(target) && !weaker && hasNoName(target) ? target : undefined;
  }

  /**
   * The body, as fast as it is taken: unpacked, or as received where `packing` has an unknown coding. Fails, once all
   * that had come was given, with `unreadableAnswer` and the code `ENDED_EARLY` or `DAMAGED`, or with `timeout` and
   * `STALLED`.
   */
  async *body(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of unpack(this.packedBody(), this.packing.codings)) {
        this.packed.splice(0);
        yield chunk;
      }
    } catch (error) {
      const facts = { host: this.url.host, status: this.status };
      if (this.attempt.deadline.signal.aborted) {
        throw new Failure('timeout', { ...facts, code: 'STALLED' });
      }
      const damaged = error instanceof UnpackError && !error.endsEarly;
      throw new Failure('unreadableAnswer', { ...facts, code: damaged ? 'DAMAGED' : 'ENDED_EARLY' });
    }
  }

  /** What came of a packed body as long as nothing of it could be unpacked; undefined where it is nothing, or much. */
  get received(): Buffer | undefined {
    const bytes = Buffer.concat(this.packed);
    return bytes.length === 0 || bytes.length > MAX_PACKED_BYTES ? undefined : bytes;
  }

  private async *packedBody(): AsyncGenerator<Buffer> {
    const keep = this.packing.codings.length > 0;
    let size = 0;
    for await (const chunk of this.message as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (keep && size - chunk.length <= MAX_PACKED_BYTES) {
        this.packed.push(chunk);
      }
      yield chunk;
    }
  }

  /** The body, or as many bytes of it as are wanted: `whole` tells which. What came until it fails is in `chunks`. */
  async bytes(most: number, chunks: Buffer[] = []): Promise<{ bytes: Buffer; whole: boolean }> {
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

  /** What it says that its body is, without secrets. */
  get contentType(): string | undefined {
    const type = this.header('content-type');
    return type && this.redactor.redact(type);
  }

  /** What its status and its body mean, with the words of the server (`failureOfResponse`). */
  async failure(now: number): Promise<Failure> {
    const { status, headers } = this;
    // The status is known, whatever becomes of the words; and the beginning of a page is a page.
    const chunks: Buffer[] = [];
    const { whole } = await this.bytes(MAX_ERROR_BODY_BYTES, chunks).catch(() => ({ whole: undefined }));
    const unread = whole === undefined && chunks.length === 0 ? this.received : undefined;
    const body = (unread ?? Buffer.concat(chunks)).subarray(0, MAX_ERROR_BODY_BYTES);
    const coding = unread ? this.packing.codings.join(', ') : this.packing.unknown;
    // Servers name codings that are none; text is text.
    const isPacked = coding !== undefined && bodyKind(this.header('content-type'), body) === 'binary';
    const response: FailedResponse = {
      status,
      headers,
      body,
      ...(whole !== true && { earlyEnd: whole === false ? 'full' : 'lost' }),
      ...(isPacked && { packed: { coding, known: unread !== undefined } }),
    };
    return failureOfResponse(response, { url: this.url.href, redactor: this.redactor }, this.retryAfter(now));
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
