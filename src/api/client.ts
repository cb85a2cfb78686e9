import type { Log } from '../support/log';
import { hostOf, originOf } from '../support/url';
import type { Failure } from './failure';
import { decodeList, type JsonObject } from './decode';
import { isFailure, toFailure } from './failure';
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
  /** The token to use instead of one that the server refused. */
  replace(refused: string, signal?: AbortSignal): Promise<string>;
  /** Told how each request ended: without a failure, or with one. */
  onRequestEnd(failure?: Failure): void;
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
    private readonly base: string,
    private readonly tokens: TokenSource,
    readonly log: Log,
  ) {}

  get host(): string {
    return hostOf(this.base);
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
    try {
      const token = await this.tokens.current(request.signal);
      let response = await ask(token);
      if (response.status === 401) {
        response = await ask(await this.tokens.replace(token, request.signal));
      }
      this.tokens.onRequestEnd(await this.failureIn(response));
      return response;
    } catch (error) {
      throw this.reportFailure(error);
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
    return this.sendAndReport((bearer) => this.transport.fetchText({ ...request, bearer }), request.signal);
  }

  private async json(request: Omit<TransportRequest, 'base' | 'bearer'>): Promise<unknown> {
    const ask = (bearer: string) => this.transport.send({ ...request, base: this.base, bearer });
    return (await this.sendAndReport(ask, request.signal)).body;
  }

  private async sendAndReport<T>(ask: (bearer: string) => Promise<T>, signal?: AbortSignal): Promise<T> {
    try {
      const answer = await this.sendWithToken(ask, signal);
      this.tokens.onRequestEnd();
      return answer;
    } catch (error) {
      throw this.reportFailure(error);
    }
  }

  private async sendWithToken<T>(ask: (bearer: string) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const token = await this.tokens.current(signal);
    try {
      return await ask(token);
    } catch (error) {
      if (!isFailure(error, 'expiredSession')) {
        throw error;
      }
    }
    return ask(await this.tokens.replace(token, signal));
  }

  private async failureIn({ status }: HttpResponse): Promise<Failure | undefined> {
    return status < 400
      ? undefined
      : (await import('./classify')).failureOfStatus(status, { host: this.host });
  }

  private reportFailure(error: unknown): Failure {
    const failure = toFailure(error);
    this.tokens.onRequestEnd(failure);
    return failure;
  }
}

/** The rows of a list, as `decodeList` reads them. How many could not be read is in the log (R21). */
export async function getList<T extends { id: string }>(
  client: ApiClient,
  request: ApiRequest,
  decodeRow: (row: JsonObject) => T | undefined,
): Promise<T[]> {
  const { rows, skipped } = decodeList(await client.get(request), decodeRow, client.host);
  if (skipped > 0) {
    client.log.warn(`${skipped} rows of ${request.path.slice(1)} could not be read and are left out`);
  }
  return rows;
}
