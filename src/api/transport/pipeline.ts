import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { Clock } from '../../support/time';
import { Failure } from '../failure';
import { idempotentRetries, withRetries, type RetryPolicy } from '../retry';
import type { TransportOptions } from './transport';
import { checkHeaders } from './checks';
import { Flight } from './attempt';
import type { Header, RequestBody } from './model';
import { outgoing } from './outgoingBody';
import { Reply } from './incomingResponse';

const MOST_REDIRECTS = 5;

/** Sends one request and gives its answer when the head of it has come. */
export type Ask = (asked: {
  url: string;
  method: string;
  headers: Record<string, string | string[] | false>;
  data?: Buffer | Readable;
  signal: AbortSignal;
}) => Promise<{ message: IncomingMessage; request: ClientRequest }>;

/** What all that is asked has in common. */
export interface Trip {
  method: string;
  url: URL;
  /** What the log shows beside the method. No query (T10), nothing of a signed address but its host. */
  shown: string;
  headers?: readonly Header[];
  body?: RequestBody | undefined;
  sent?: ((bytes: number) => void) | undefined;
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
export class Wire {
  readonly clock: Clock;
  private readonly retries: RetryPolicy;

  constructor(
    private readonly options: TransportOptions,
    private readonly ask: Ask,
  ) {
    this.clock = options.clock ?? Date.now;
    this.retries = options.retries ?? idempotentRetries;
  }

  /**
   * Asks, and has the answer read. GET and HEAD are tried again after a passing fault, until the reader says that
   * this attempt is the last; nothing else is.
   */
  async run<T>(trip: Trip, read: (reply: Reply, isLast: () => void) => Promise<T>): Promise<T> {
    const host = trip.url.host;
    checkHeaders(trip.headers ?? [], host);
    const policy = { ...this.retries };
    const isLast = () => {
      policy.attempts = 1;
    };
    if (!isSafe(trip.method)) {
      isLast();
    }
    try {
      return await withRetries(policy, () => this.attempt(trip, (reply) => read(reply, isLast)), trip.signal);
    } catch (error) {
      throw trip.signal?.aborted ? new Failure('cancelled', { host }) : error;
    }
  }

  private async attempt<T>(trip: Trip, read: (reply: Reply) => Promise<T>): Promise<T> {
    const started = this.clock();
    const flight = new Flight(trip.timeout, trip.stepwise ?? false, trip.signal);
    try {
      const reply = await this.followed(trip, flight);
      const answer = await read(reply);
      this.note(trip, String(reply.status), started);
      return answer;
    } catch (error) {
      const known = flight.readAs(error, trip.url.host);
      if (known instanceof Failure) {
        this.options.failed?.(known);
        this.note(trip, String(known.facts.status ?? known.facts.code ?? known.kind), started);
      } else {
        this.note(trip, 'stopped', started);
      }
      throw known;
    } finally {
      flight.end();
    }
  }

  /** Method, address, outcome and time. No query (T10), no header, no body. */
  private note({ method, shown }: Trip, outcome: string, started: number): void {
    this.options.log.info(`${method} ${shown} ${outcome} ${this.clock() - started} ms`);
  }

  /**
   * Redirects are followed here and not by a library, because the rule is ours: the token stays with the exact
   * origin that it was meant for, a body is never sent on, and nothing goes over plain http.
   */
  private async followed(trip: Trip, flight: Flight): Promise<Reply> {
    let url = trip.url;
    let atHome = true;
    for (let hop = 0; ; hop++) {
      const reply = await this.asked(trip, url, atHome, flight);
      flight.closing(() => {
        reply.close();
      });
      if (reply.isOfProxy) {
        throw new Failure('proxy', { host: trip.url.host, status: reply.status });
      }
      const next =
        isSafe(trip.method) && trip.body === undefined && hop < MOST_REDIRECTS ? reply.redirect : undefined;
      if (!next || !trip.follows?.(next)) {
        return reply;
      }
      url = next;
      // Not given again on the way back either: who sent us round may have chosen the path.
      atHome &&= url.origin === trip.url.origin;
    }
  }

  private async asked(trip: Trip, url: URL, atHome: boolean, flight: Flight): Promise<Reply> {
    const { method, headers = [], body, bearer, sent } = trip;
    const { message, request } = await this.ask({
      url: url.href,
      method,
      signal: flight.signal,
      headers: {
        ...grouped(headers),
        ...(bearer !== undefined && atHome && { Authorization: `Bearer ${bearer}` }),
        ...(typeof body === 'object' && 'stream' in body && { 'Content-Length': String(body.length) }),
      },
      ...(body !== undefined && { data: outgoing(body, flight, trip.url.host, sent) }),
    });
    return new Reply(message, request, url, flight);
  }
}

function isSafe(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

function grouped(headers: readonly Header[]): Record<string, string[]> {
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
