import type { Readable } from 'node:stream';
import type { Clock } from '../../support/time';
import { Failure } from '../failure';
import { idempotentRetries, withRetries, type RetryPolicy } from '../retry';
import { checkHeaders } from './checks';
import type { UnreadResponse } from './httpAdapter';
import { Attempt } from './attempt';
import type { Header, OutgoingBody, TransportOptions } from './model';
import { outgoingBody } from './outgoingBody';
import { IncomingResponse } from './incomingResponse';

const MAX_REDIRECTS = 5;

/** Sends one request and gives its answer when the head of it has come. */
export type HttpClient = (asked: {
  url: string;
  method: string;
  headers: Record<string, string | string[] | false>;
  data?: Buffer | Readable;
  signal: AbortSignal;
}) => Promise<UnreadResponse>;

/** What all that is asked has in common. */
export interface SendOptions {
  method: string;
  url: URL;
  /** What the log shows beside the method. No query (T10), nothing of a signed address but its host. */
  shown: string;
  headers?: readonly Header[];
  body?: OutgoingBody | undefined;
  onSent?: ((bytes: number) => void) | undefined;
  /** Never leaves the origin of `url`. */
  bearer?: string | undefined;
  /** Whether a GET or HEAD goes on to where a redirect leads; it does not where this is missing. */
  follows?: (to: URL) => boolean;
  signal?: AbortSignal | undefined;
  /** Milliseconds. */
  timeout: number;
  /** The time is for each step, and not for all of them. */
  stepwise?: boolean;
}

/** The way of a request to its answer: redirects, time, attempts, log and failures, the same for all that is asked. */
export class RequestPipeline {
  readonly clock: Clock;
  private readonly retries: RetryPolicy;
  private ended = false;

  constructor(
    private readonly options: TransportOptions,
    private readonly httpClient: HttpClient,
  ) {
    this.clock = options.clock ?? Date.now;
    this.retries = options.retries ?? idempotentRetries;
  }

  /**
   * Asks, and has the answer read. GET and HEAD are tried again after a passing fault, until the reader says that
   * this attempt is the last; nothing else is.
   */
  async run<T>(
    options: SendOptions,
    read: (response: IncomingResponse, isLast: () => void) => Promise<T>,
  ): Promise<T> {
    const host = options.url.host;
    checkHeaders(options.headers ?? [], host);
    const policy = { ...this.retries };
    const isLast = () => {
      policy.attempts = 1;
    };
    if (!isSafe(options.method)) {
      isLast();
    }
    try {
      return await withRetries(
        policy,
        () => this.attempt(options, (response) => read(response, isLast)),
        options.signal,
      );
    } catch (error) {
      throw options.signal?.aborted ? new Failure('cancelled', { host }) : error;
    }
  }

  /** Nothing is sent from here on. What is under way comes to its end, and is not tried again. */
  end(): void {
    this.ended = true;
  }

  private async attempt<T>(
    options: SendOptions,
    read: (response: IncomingResponse) => Promise<T>,
  ): Promise<T> {
    if (this.ended) {
      throw new Failure('cancelled', { host: options.url.host });
    }
    const started = this.clock();
    const attempt = new Attempt(options.url.host, options.timeout, options.stepwise ?? false, options.signal);
    try {
      const response = await this.followRedirects(options, attempt);
      const answer = await read(response);
      this.logOutcome(options, String(response.status), started);
      return answer;
    } catch (error) {
      const known = attempt.toThrown(error);
      if (known instanceof Failure) {
        this.options.onFailure?.(known);
        const { status, code } = known.facts;
        const outcome = [status, code].filter((fact) => fact !== undefined).join(' ');
        this.logOutcome(options, outcome || known.kind, started);
      } else {
        this.logOutcome(options, 'stopped', started);
      }
      throw known;
    } finally {
      attempt.end();
    }
  }

  /** Method, address, outcome and time. No query (T10), no header, no body. */
  private logOutcome({ method, shown }: SendOptions, outcome: string, started: number): void {
    this.options.log.info(`${method} ${shown} ${outcome} ${this.clock() - started} ms`);
  }

  /**
   * Redirects are followed here and not by a library, because the rule is ours: the token stays with the exact
   * origin that it was meant for, a body is never sent on, and nothing goes over plain http.
   */
  private async followRedirects(options: SendOptions, attempt: Attempt): Promise<IncomingResponse> {
    let url = options.url;
    let atHome = true;
    for (let hop = 0; ; hop++) {
      const response = await this.sendOnce(options, url, atHome, attempt);
      const close = () => {
        response.close();
      };
      attempt.closeAtEnd(close);
      if (response.isOfProxy) {
        throw new Failure('proxy', { host: url.host, status: response.status });
      }
      const next =
        isSafe(options.method) && options.body === undefined && hop < MAX_REDIRECTS
          ? response.redirect
          : undefined;
      if (!next || !options.follows?.(next)) {
        return response;
      }
      // Nobody reads it, and until its end it listens to the attempt's signal.
      close();
      url = next;
      attempt.host = url.host;
      // Not given again on the way back either: who sent us round may have chosen the path.
      atHome &&= url.origin === options.url.origin;
    }
  }

  private async sendOnce(
    options: SendOptions,
    url: URL,
    atHome: boolean,
    attempt: Attempt,
  ): Promise<IncomingResponse> {
    const { method, headers = [], body, bearer, onSent } = options;
    const { message, request } = await this.httpClient({
      url: url.href,
      method,
      signal: attempt.signal,
      headers: {
        ...groupHeaders(headers),
        ...(bearer !== undefined && atHome && { Authorization: `Bearer ${bearer}` }),
        ...(typeof body === 'object' && 'stream' in body && { 'Content-Length': String(body.length) }),
      },
      ...(body !== undefined && { data: outgoingBody(body, attempt, options.url.host, onSent) }),
    });
    return new IncomingResponse(message, request, url, attempt, this.options.redactor);
  }
}

function isSafe(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

function groupHeaders(headers: readonly Header[]): Record<string, string[]> {
  const byName = new Map<string, [name: string, values: string[]]>();
  for (const [name, value] of headers) {
    const group = byName.get(name.toLowerCase());
    if (group) {
      group[1].push(value);
    } else {
      byName.set(name.toLowerCase(), [name, [value]]);
    }
  }
  return Object.fromEntries(byName.values());
}
