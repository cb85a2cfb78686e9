import type { Log } from '../support/log';
import { hostOf } from '../support/url';
import type { Failure } from './failure';
import { decodeList, type Row } from './decode';
import { isFailure, toFailure } from './failure';
import type { Answer, Transport } from './transport';

/**
 * Where a client gets its access tokens. It cannot prompt (T4): who has no credential gets a failure, and only a
 * command may open a dialog.
 */
export interface TokenSource {
  /** A token that is good as far as is known. */
  current(signal?: AbortSignal): Promise<string>;
  /** The token to use instead of one that the server refused. */
  replacing(refused: string, signal?: AbortSignal): Promise<string>;
  /** Told how each request ended: without a failure, or with one. */
  ended(failure?: Failure): void;
}

/** One read of the API. Writes come with the features that need them. */
export interface ApiRequest {
  path: string;
  query?: Record<string, string>;
  signal?: AbortSignal;
  timeout?: number;
  maxBytes?: number;
}

/** Speaks to the API host of one account, with that account's tokens. */
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

  /**
   * GETs a path and gives its JSON. A 401 did nothing on the server: it causes one renewal and one replay, and a
   * second 401 is the failure (R14).
   */
  async get(request: ApiRequest): Promise<unknown> {
    try {
      const answer = await this.withToken(request);
      this.tokens.ended();
      return answer.body;
    } catch (error) {
      const failure = toFailure(error);
      this.tokens.ended(failure);
      throw failure;
    }
  }

  private async withToken(request: ApiRequest): Promise<Answer> {
    const token = await this.tokens.current(request.signal);
    try {
      return await this.send(request, token);
    } catch (error) {
      if (!isFailure(error, 'expiredSession')) {
        throw error;
      }
    }
    return this.send(request, await this.tokens.replacing(token, request.signal));
  }

  private send(request: ApiRequest, bearer: string): Promise<Answer> {
    return this.transport.send({ ...request, method: 'GET', base: this.base, bearer });
  }
}

/** The rows of a list, as `decodeList` reads them. How many could not be read is in the log (R21). */
export async function getList<T extends { id: string }>(
  client: ApiClient,
  request: ApiRequest,
  decodeRow: (row: Row) => T | undefined,
): Promise<T[]> {
  const { rows, skipped } = decodeList(await client.get(request), decodeRow, client.host);
  if (skipped > 0) {
    client.log.warn(`${skipped} rows of ${request.path.slice(1)} could not be read and are left out`);
  }
  return rows;
}
