import type { Method } from '../openapi/model';

/**
 * Name and value of a query, decoded; and what is sent for the value where that is not the value encoded whole: the
 * commas of a list stand as they are, and those within its items do not.
 */
export type RequestPair = readonly [name: string, value: string, sent?: string];

/** A file that is a body or the body of a part, by the path in its document: relative, with slashes. */
export interface BodyFile {
  readonly file: string;
}

/** Text, or a file in its place. */
export type BodyPart = string | BodyFile;

/** A request below the API host of an account. It has no host and no token: both come from the account at sending. */
export interface HttpRequest {
  readonly method: Method;
  /** Percent-encoded path below the host, beginning with one slash, without query and without dot segments. */
  readonly path: string;
  /** In their order. */
  readonly query: readonly RequestPair[];
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Text, sent as UTF-8. Undefined for no body at all, and for one of `parts`. */
  readonly body: string | undefined;
  /** What a body is made of that has files in it. Only who takes files is given any (`resolveRequest`). */
  readonly parts?: readonly BodyPart[];
}
