import type { Log } from '../../support/log';
import type { Redactor } from '../../support/redact';
import type { Clock } from '../../support/time';
import type { Failure } from '../failure';
import type { Method } from '../openapi/model';
import type { RetryPolicy } from '../retry';

/** What the transport needs from outside; tests replace what has to be fast or certain. */
export interface TransportOptions {
  userAgent: string;
  log: Log;
  /** Takes live secrets out of whatever words of a server are kept. */
  redactor: Redactor;
  /** Told each failure of an attempt, for the diagnostics. */
  onFailure?: (failure: Failure) => void;
  clock?: Clock;
  retries?: RetryPolicy;
}

export type Header = readonly [name: string, value: string];

/** One request of the extension's own, before anything is known of tokens. */
export interface TransportRequest {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Normalised base address of the host, sub-path included, without a slash at its end. */
  base: string;
  /** Path below the base, without query, beginning with a slash. This is what the log shows. */
  path: string;
  query?: Record<string, string>;
  /** Sent as `application/x-www-form-urlencoded`. Holds credentials: never logged, never sent on by a redirect. */
  form?: Readonly<Record<string, string>>;
  /** Sent as JSON, where it is not undefined. */
  json?: unknown;
  /** Access token for the `Authorization` header. Never leaves the origin of `base`. */
  bearer?: string;
  signal?: AbortSignal;
  /** Milliseconds for the whole exchange, from the first byte sent to the last byte read. */
  timeout?: number;
  /** Largest body that is read, in bytes. */
  maxBytes?: number;
}

/** An answer with a status from 200 to 299. */
export interface JsonResponse {
  status: number;
  /** The JSON that was read, undefined for an empty body. Untrusted. */
  body: unknown;
  /** Milliseconds that the server's clock is ahead of this machine's, by its `Date` header. */
  clockSkew: number | undefined;
}

/** A body that is read while it is sent, straight from a disk for instance. */
export interface StreamBody {
  /** Called for each time that the request is sent. A stream with a `destroy` is destroyed when it is no longer needed. */
  stream: () => AsyncIterable<Uint8Array>;
  /** Bytes. A stream of another length is the failure `invalidInput` with the code `BODY_LENGTH`. */
  length: number;
}

/** Text is sent as UTF-8. */
export type OutgoingBody = string | Uint8Array | StreamBody;

/** Where the bytes of an answer go. What it throws is thrown on as it is, being no failure of a request. */
export interface Sink {
  /** The next bytes are read when this one has ended. */
  write(chunk: Uint8Array): Promise<void>;
  /** All of it was written. */
  close(): Promise<void>;
  /** What was written is of no use: cancelled, or failed. May be called while a write is under way. */
  abort(): Promise<void>;
}

/** What is known of a response before its body. */
export interface ResponseHead {
  status: number;
  statusText: string;
  /** Names in lower case, in the order they came. Untrusted. */
  headers: Header[];
  /** Bytes of the whole body, where they were announced. */
  contentLength?: number;
}

/** One request of a person, and its answer whatever it is. */
export interface HttpExchangeRequest {
  method: Method;
  /** Normalised base address of the host, sub-path included, without a slash at its end. */
  base: string;
  /** Encoded path and query, beginning with one slash; appended to the base as it is. */
  target: string;
  /** In this order, names repeated or not. Those that are the transport's own are refused (`isRefusedHeader`). */
  headers?: readonly Header[];
  body?: OutgoingBody;
  /** Told the bytes of a `StreamBody` that went out; from the beginning when it is sent again. */
  onSent?: (bytes: number) => void;
  bearer?: string;
  signal?: AbortSignal;
  /**
   * Milliseconds for the whole exchange, without the time in which `overflow` decides. Once there is a sink, and with
   * `partial` once there is a head, for each wait of its own for more; so it is from the start with a `StreamBody`.
   */
  timeout?: number;
  /** A response that ends early is given as far as it came (`HttpResponse.earlyEnd`). Without this it is a failure. */
  partial?: boolean;
  /** Largest body that is held in memory, in bytes. */
  maxBytes?: number;
  /**
   * Asked once for a body above `maxBytes`, while nothing is read: where shall all of it go? Undefined cancels.
   * Without this such a body is the failure `unreadableAnswer` with the code `TOO_LARGE`.
   */
  overflow?: (head: ResponseHead) => Promise<Sink | undefined>;
  /** Called with the head of each response that comes, but of a 401, and gives what is told of its body. */
  follow?: (head: ResponseHead, keep: () => void) => BodyFollower;
}

/** Watches a body while it comes. What it is told is `HttpResponse.body` in the end. */
export interface BodyFollower {
  /**
   * Whether a body ends at `maxBytes` (`full`), and `overflow` is not asked: nobody waits for the end of a stream to
   * have it in a file.
   */
  readonly endless: boolean;
  /** False for a body that nobody wants but this: it has no end by size, and `HttpResponse.body` is empty. */
  readonly isKept?: boolean;
  onChunk(chunk: Uint8Array): void;
}

/**
 * Why there is no more of a body than there is: the connection was lost, nothing came for the time there was, the
 * caller cancelled, what followed could not be unpacked, or it was all that is kept.
 */
export type EarlyEnd = 'lost' | 'stalled' | 'cancelled' | 'damaged' | 'full';

/** What a server answered, with any status. All of it is untrusted. */
export interface HttpResponse {
  status: number;
  /** Without secrets. */
  statusText: string;
  /** Names in lower case, in the order they came. A `location` may be a signed address, which is a secret. */
  headers: Header[];
  /** Unpacked; empty where it went to a sink. As received where there is `packed`. */
  body: Uint8Array;
  /** Bytes of the body, unpacked, as far as it was read. */
  size: number;
  /** Milliseconds from the first byte sent to the last byte read, without the time in which `overflow` decided. */
  durationMs: number;
  /** The body is in the sink that `overflow` gave. */
  streamed: boolean;
  /** Why the body is not all of it. Absent for a whole one. */
  earlyEnd?: EarlyEnd;
  /** What the body is said to be packed with, where it could not be unpacked; `known` where it was tried. Untrusted. */
  packed?: { readonly coding: string; readonly known: boolean };
}

/** Bytes for a storage, by a signed address. */
export interface StoreRequest {
  /** Absolute signed address: a secret, of which logs and failures have the host alone. */
  url: string;
  /** Allows plain http to any host: where the API that gave the address is spoken to without TLS as well. */
  plainHttp?: boolean;
  method: 'PUT' | 'POST';
  headers?: Record<string, string>;
  body: OutgoingBody;
  /** Told the bytes of a `StreamBody` that went out. */
  onSent?: (bytes: number) => void;
  signal?: AbortSignal;
  /** Milliseconds without any progress. */
  timeout?: number;
}

export interface StoreResponse {
  /** 200 to 299. */
  status: number;
  /** Names in lower case. Untrusted. */
  headers: Header[];
}

/** A file, by a temporary link. */
export interface DownloadRequest {
  /** Absolute address: a secret, of which logs and failures have the host alone. */
  url: string;
  /** As for `StoreRequest`. */
  plainHttp?: boolean;
  /** Closed when all has been written, else aborted, whatever happened. */
  sink: Sink;
  /** Told the bytes that were written, and those there will be where it was announced. */
  onReceived?: (bytes: number, total?: number) => void;
  signal?: AbortSignal;
  /** Milliseconds without any progress. */
  timeout?: number;
}

export interface DownloadResponse {
  /** Bytes. */
  size: number;
  /** Names in lower case. Untrusted. */
  headers: Header[];
}

/** A text from anywhere: the description of an API. */
export interface TextRequest {
  /** Absolute address, https or of this machine. */
  url: string;
  /** Sent to the origin of `url` alone. */
  bearer?: string;
  headers?: Record<string, string>;
  /** Largest body that is read, in bytes. */
  maxBytes: number;
  /** Milliseconds for the whole exchange. */
  timeout?: number;
  signal?: AbortSignal;
}

export interface TextResponse {
  /** 200 to 299, or 304. */
  status: number;
  /** Names in lower case. Untrusted. */
  headers: Header[];
  /** Read in the charset that it is in (`decodeBody`), without a byte order mark. Empty for a 304. */
  text: string;
  /** Where it came from after redirects. */
  url: string;
}
