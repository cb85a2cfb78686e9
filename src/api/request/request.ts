import type { Method } from '../openapi/model';

/** A request below the API host of an account. It has no host and no token: both come from the account at sending. */
export interface HttpRequest {
  readonly method: Method;
  /** Percent-encoded path below the host, beginning with one slash, without query and without dot segments. */
  readonly path: string;
  /** Names and values, decoded, in their order. */
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Text, sent as UTF-8. Undefined for no body at all. */
  readonly body: string | undefined;
}
