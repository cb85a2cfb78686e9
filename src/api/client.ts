import type { Log } from '../support/log';
import type { Redactor } from '../support/redact';
import { hostOf, originOf } from '../support/url';
import { decodeList, type JsonObject } from './decode';
import { Failure, isFailure, toFailure } from './failure';
import type {
  HttpExchangeRequest,
  HttpResponse,
  TextResponse,
  TextRequest,
  Transport,
  TransportRequest,
} from './transport/transport';

/**
 * Where a client gets its access tokens. It cannot prompt (T4): who has no credential gets a failure, and only a
 * command may open a dialog.
 */
export interface TokenSource {
  /** A token that is good as far as is known. */
  current(signal?: AbortSignal): Promise<string>;
  /**
   * The token to use instead of one that the server refused for this path; undefined where there is no other, or where it
   * is too early for one.
   */
  replace(refused: string, signal?: AbortSignal, path?: string): Promise<string | undefined>;
  /**
   * Told how each request ended: without a failure, or with one, and the path that was asked. Gives the failure to tell:
   * it knows whether other requests are refused as well.
   */
  onRequestEnd(failure?: Failure, path?: string): Failure | undefined;
}

/** One read of the API. */
export interface ApiRequest {
  path: string;
  query?: Record<string, string>;
  signal?: AbortSignal;
  timeout?: number;
  maxBytes?: number;
}

/** One write of the API. */
export interface ApiWrite extends ApiRequest {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Undefined sends no body. */
  json?: unknown;
}

/** One request of a person to the API. */
export type RawRequest = Omit<HttpExchangeRequest, 'base' | 'bearer'>;

/**
 * Speaks to the API host of one account, with that account's tokens. A 401 did nothing on the server: whatever the
 * request, it causes one renewal and one replay, and a second 401 is how it ends (R14).
 */
export class ApiClient {
  constructor(
    private readonly transport: Transport,
    /** Normalised base address of the host. */
    readonly base: string,
    private readonly tokens: TokenSource,
    readonly log: Log,
  ) {}

  get host(): string {
    return hostOf(this.base);
  }

  /** What the words of a server go through before they are kept. */
  get redactor(): Redactor {
    return this.transport.redactor;
  }

  /** Names of routes that this host was found not to have, for as long as the window is open. */
  get missingRoutes(): Set<string> {
    return this.transport.routesOf(this.base).missing;
  }

  /** Names of routes that its own description has. */
  get describedRoutes(): Set<string> {
    return this.transport.routesOf(this.base).described;
  }

  /** GETs a path and gives its JSON. Fails by status; tried again after a passing fault. */
  get(request: ApiRequest): Promise<unknown> {
    return this.json({ ...request, method: 'GET' });
  }

  /** Writes, and gives the JSON of the answer, undefined for none. Fails by status; sent once, but for R14. */
  send(request: ApiWrite): Promise<unknown> {
    return this.json(request);
  }

  /** Sends any request and gives any response, a 4xx or 5xx as well. Fails as `Transport.sendHttp` does. */
  async sendRaw(request: RawRequest): Promise<HttpResponse> {
    const ask = (bearer: string) => this.transport.sendHttp({ ...request, base: this.base, bearer });
    const path = request.target.split('?', 1).join('');
    try {
      const token = await this.tokens.current(request.signal);
      let response = await ask(token);
      let end = await this.endOf(response);
      if (isFailure(end, 'expiredSession')) {
        const renewed = await this.tokens.replace(token, request.signal, path);
        response = renewed === undefined ? response : await ask(renewed);
        end = refusedAgain(renewed === undefined ? end : await this.endOf(response));
      }
      if (end !== 'unknown') {
        this.tokens.onRequestEnd(end, path);
      }
      return response;
    } catch (error) {
      throw this.reportFailure(error, path);
    }
  }

  /**
   * Gets a text from any address, with the token where that is this client's own origin and without one elsewhere.
   * Fails as `Transport.fetchText` does.
   */
  async text(request: Omit<TextRequest, 'bearer'>): Promise<TextResponse> {
    if (originOf(request.url) !== originOf(this.base)) {
      return this.transport.fetchText(request);
    }
    const path = new URL(request.url).pathname;
    try {
      const ask = (bearer: string) => this.transport.fetchText({ ...request, bearer });
      const response = await this.sendWithToken(ask, path, request.signal);
      if (!isHtml(response)) {
        this.tokens.onRequestEnd(undefined, path);
      }
      return response;
    } catch (error) {
      // Whoever asks for a page gets pages: a redirect to one, or one that says no, tells nothing of the session.
      throw isFailure(error, 'foreignResponse') ? error : this.reportFailure(error, path);
    }
  }

  private async json(request: Omit<TransportRequest, 'base' | 'bearer'>): Promise<unknown> {
    const ask = (bearer: string) => this.transport.send({ ...request, base: this.base, bearer });
    try {
      const { body } = await this.sendWithToken(ask, request.path, request.signal);
      this.tokens.onRequestEnd(undefined, request.path);
      return body;
    } catch (error) {
      throw this.reportFailure(error, request.path);
    }
  }

  private async sendWithToken<T>(
    ask: (bearer: string) => Promise<T>,
    path: string,
    signal?: AbortSignal,
  ): Promise<T> {
    const token = await this.tokens.current(signal);
    let renewed: string | undefined;
    try {
      return await ask(token);
    } catch (error) {
      if (!isFailure(error, 'expiredSession')) {
        throw error;
      }
      renewed = await this.tokens.replace(token, signal, path);
      if (renewed === undefined) {
        throw refusedAgain(error);
      }
    }
    try {
      return await ask(renewed);
    } catch (error) {
      throw isFailure(error) ? refusedAgain(error) : error;
    }
  }

  /** How a response of any status ends its request; `unknown` for what may be anybody's. */
  private async endOf(response: HttpResponse): Promise<Failure | 'unknown' | undefined> {
    const { status } = response;
    const { failureOfResponse, isPage } = await import('./responseFailure');
    if (status < 400) {
      return status >= 300 || isPage(response) ? 'unknown' : undefined;
    }
    return failureOfResponse(response, { url: this.base, redactor: this.redactor });
  }

  private reportFailure(error: unknown, path: string): Failure {
    const failure = toFailure(error);
    return this.tokens.onRequestEnd(failure, path) ?? failure;
  }
}

/** A 401 to a token that was just had, or that no other can take the place of: the key is good, and this is refused. */
function refusedAgain<T>(end: T): T | Failure {
  return isFailure(end, 'expiredSession') ? new Failure('refusedRequest', end.facts) : end;
}

function isHtml({ headers }: TextResponse): boolean {
  return headers.some(([name, value]) => name === 'content-type' && /^\s*text\/html/i.test(value));
}

/** The rows of a list, as `decodeList` reads them. How many could not be read is in the log (R21). */
export async function getList<T extends { id: string }>(
  client: ApiClient,
  request: ApiRequest,
  decodeRow: (row: JsonObject) => T | undefined,
): Promise<T[]> {
  return readList(client, request.path, await client.get(request), decodeRow);
}

/** The same of rows that came already, in the response of `path`. */
export function readList<T extends { id: string }>(
  client: ApiClient,
  path: string,
  body: unknown,
  decodeRow: (row: JsonObject) => T | undefined,
): T[] {
  const { rows, skipped } = decodeList(body, decodeRow, client.host);
  if (skipped > 0) {
    client.log.warn(`${skipped} rows of ${path.slice(1)} could not be read and were skipped`);
  }
  return rows;
}
