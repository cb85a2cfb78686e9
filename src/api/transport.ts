import type { ClientRequest } from 'node:http';
import type { TLSSocket } from 'node:tls';
import type { AxiosInstance, AxiosResponse } from 'axios';
import type { Log } from '../support/log';
import type { Clock } from '../support/time';
import { hostOf, isSafeOrigin, parseUrl } from '../support/url';
import { failureOfError, failureOfStatus, serverMessageOf } from './classify';
import { Failure, type FailureFacts } from './failure';
import { idempotentRetries, retryAfterSeconds, withRetries, type RetryPolicy } from './retry';

const MOST_REDIRECTS = 5;
const LARGEST_ERROR_MESSAGE_BODY = 64 * 1024;

/** One request, before anything is known of tokens. */
export interface TransportRequest {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Normalised base address of the host, sub-path included, without a slash at its end. */
  base: string;
  /** Path below the base, without query, beginning with a slash. This is what the log shows. */
  path: string;
  query?: Record<string, string>;
  /** Sent as `application/x-www-form-urlencoded`. Holds credentials: never logged, never sent on by a redirect. */
  form?: Record<string, string>;
  /** Access token for the `Authorization` header. Never leaves the origin of `base`. */
  bearer?: string;
  signal?: AbortSignal;
  /** Milliseconds for the whole exchange, from the first byte sent to the last byte read. */
  timeout?: number;
  /** Largest body that is read, in bytes. */
  maxBytes?: number;
}

/** An answer with a status from 200 to 299. */
export interface Answer {
  status: number;
  /** The JSON that was read, undefined for an empty body. Untrusted. */
  body: unknown;
  /** Milliseconds that the server's clock is ahead of this machine's, by its `Date` header. */
  clockSkew: number | undefined;
}

/** What the transport needs from outside; tests replace what has to be fast or certain. */
export interface TransportOptions {
  userAgent: string;
  log: Log;
  /** Told each failure of an attempt, for the diagnostics. */
  failed?: (failure: Failure) => void;
  clock?: Clock;
  retries?: RetryPolicy;
}

/** The only place that speaks HTTP. Every error that leaves it is a `Failure`. */
export class Transport {
  private http: Promise<AxiosInstance> | undefined;
  private readonly clock: Clock;
  private readonly retries: RetryPolicy;

  constructor(private readonly options: TransportOptions) {
    this.clock = options.clock ?? Date.now;
    this.retries = options.retries ?? idempotentRetries;
  }

  /** Sends a request. GET and HEAD are tried again after a passing fault; nothing else is. */
  async send(request: TransportRequest): Promise<Answer> {
    const idempotent = request.method === 'GET' || request.method === 'HEAD';
    try {
      return await (idempotent
        ? withRetries(this.retries, () => this.attempt(request), request.signal)
        : this.attempt(request));
    } catch (error) {
      throw request.signal?.aborted ? new Failure('cancelled', { host: hostOf(request.base) }) : error;
    }
  }

  private async attempt(request: TransportRequest): Promise<Answer> {
    const started = this.clock();
    try {
      const answer = await this.exchange(request);
      this.note(request, String(answer.status), started);
      return answer;
    } catch (error) {
      const { kind, facts } = error as Failure;
      this.options.failed?.(error as Failure);
      this.note(request, String(facts.status ?? facts.code ?? kind), started);
      throw error;
    }
  }

  /** Method, host, path, outcome and time. No query (T10), no header, no body. */
  private note({ method, base, path }: TransportRequest, outcome: string, started: number): void {
    this.options.log.info(`${method} ${base}${path} ${outcome} ${this.clock() - started} ms`);
  }

  private async exchange(request: TransportRequest): Promise<Answer> {
    const facts: FailureFacts = { host: hostOf(request.base) };
    const timeout = new AbortController();
    const timer = setTimeout(() => {
      timeout.abort();
    }, request.timeout ?? 30_000);
    const signal = request.signal ? AbortSignal.any([request.signal, timeout.signal]) : timeout.signal;
    try {
      const response = await this.followed(request, signal);
      return this.read(response, facts);
    } catch (error) {
      throw this.asFailure(error, facts, request.signal, timeout.signal);
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Redirects are followed here and not by a library, because the rule is ours: the token stays with the exact
   * origin that it was meant for, a form with a credential is never sent on, and nothing goes over plain http.
   */
  private async followed(request: TransportRequest, signal: AbortSignal): Promise<AxiosResponse<Buffer>> {
    const http = await this.axios();
    const first = new URL(request.base + request.path);
    first.search = new URLSearchParams(request.query).toString();
    let url = first;
    let atHome = true;
    for (let hop = 0; ; hop++) {
      const response = await http.request<Buffer>({
        url: url.href,
        method: request.method,
        signal,
        maxContentLength: request.maxBytes ?? 50 * 1024 * 1024,
        headers: request.bearer && atHome ? { Authorization: `Bearer ${request.bearer}` } : {},
        ...(request.form && { data: new URLSearchParams(request.form) }),
      });
      if (url.protocol === 'https:' && !cameThroughTls(response)) {
        throw new Failure('proxy', { host: hostOf(request.base), status: response.status });
      }
      const next = request.form || hop === MOST_REDIRECTS ? undefined : redirectTarget(response, url);
      if (!next || (request.method !== 'GET' && request.method !== 'HEAD')) {
        return response;
      }
      url = next;
      // Not given again on the way back either: who sent us round may have chosen the path.
      atHome &&= url.origin === first.origin;
    }
  }

  private read(response: AxiosResponse<Buffer>, facts: FailureFacts): Answer {
    const { status, data } = response;
    // A connection that is kept open holds on to the response; the bytes of a long list need not stay with it.
    response.data = Buffer.alloc(0);
    const header = (name: string) => {
      const value: unknown = response.headers[name];
      return typeof value === 'string' ? value : undefined;
    };
    if (status < 200 || status > 299) {
      throw failureOfStatus(status, {
        ...facts,
        ...defined('retryAfter', retryAfterSeconds(header('retry-after'), this.clock())),
        ...defined('serverMessage', serverMessageOf(parsedError(data))),
      });
    }
    const serverTime = Date.parse(header('date') ?? '');
    return {
      status,
      body: parsed(data, { ...facts, status, contentType: header('content-type') ?? '' }),
      clockSkew: Number.isNaN(serverTime) ? undefined : serverTime - this.clock(),
    };
  }

  private asFailure(
    error: unknown,
    facts: FailureFacts,
    asked: AbortSignal | undefined,
    timeout: AbortSignal,
  ): Failure {
    if (error instanceof Failure) {
      return error;
    }
    if (asked?.aborted) {
      return new Failure('cancelled', facts);
    }
    if (timeout.aborted) {
      return new Failure('timeout', facts);
    }
    const { code, message } = error as { code?: string; message?: string };
    if (message?.startsWith('maxContentLength')) {
      return new Failure('unreadableAnswer', { ...facts, code: 'TOO_LARGE' });
    }
    // axios says ERR_BAD_RESPONSE when the connection ends in the middle of a body.
    return failureOfError(code === 'ERR_BAD_RESPONSE' ? 'ECONNRESET' : code, message ?? '', facts);
  }

  /** Loaded on first use: a start while signed out never needs it (R30). */
  private axios(): Promise<AxiosInstance> {
    this.http ??= import('axios').then(({ default: axios }) =>
      axios.create({
        adapter: 'http',
        // The extension host's own http module knows the editor's proxy and certificates (R18).
        proxy: false,
        maxRedirects: 0,
        responseType: 'arraybuffer',
        validateStatus: null,
        headers: { Accept: 'application/json', 'User-Agent': this.options.userAgent },
      }),
    );
    return this.http;
  }
}

function redirectTarget({ status, headers }: AxiosResponse, from: URL): URL | undefined {
  const location: unknown = headers['location'];
  if (![301, 302, 303, 307, 308].includes(status) || typeof location !== 'string') {
    return undefined;
  }
  const target = parseUrl(location, from.href);
  // A name and password in it would become a header of their own.
  return target && isSafeOrigin(target) && target.username === '' && target.password === ''
    ? target
    : undefined;
}

/**
 * A proxy that does not open a tunnel answers in the place of the host, and the editor hands that answer on as if it
 * were the host's: a 401 or 403 of the proxy would read as a refused key. What came without TLS is the proxy's.
 */
function cameThroughTls({ request }: AxiosResponse): boolean {
  const { socket } = request as Partial<ClientRequest>;
  return !socket || (socket as Partial<TLSSocket>).encrypted === true;
}

function parsed(body: Buffer, facts: FailureFacts): unknown {
  const text = new TextDecoder().decode(body);
  if (text.trim() === '') {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure('unreadableAnswer', facts);
  }
}

function parsedError(body: Buffer): unknown {
  try {
    return body.length > LARGEST_ERROR_MESSAGE_BODY ? undefined : JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

function defined<K extends string, V>(name: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [name]: value } as Record<K, V>);
}
