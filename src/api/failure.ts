/**
 * The closed set of what can go wrong. Facts only: the sentence, the remedy and its button are made of them in
 * `ui/failures/failureText.ts`. `storage` is the editor's secret storage that cannot be read, the rest is a request.
 * `refusedRequest` is a 401 to a token that was just renewed, while other requests succeed. `foreignResponse` was not
 * written by Appcircle: a page of a proxy, or a redirect to somebody else. `unreadableAnswer` is Appcircle's.
 */
export type FailureKind =
  | 'rejectedCredential'
  | 'expiredSession'
  | 'refusedRequest'
  | 'forbidden'
  | 'notFound'
  | 'methodNotAllowed'
  | 'conflict'
  | 'rateLimited'
  | 'offline'
  | 'proxy'
  | 'certificate'
  | 'timeout'
  | 'serverFault'
  | 'unreadableAnswer'
  | 'foreignResponse'
  | 'cancelled'
  | 'invalidInput'
  | 'storage';

/**
 * Who may do what was forbidden: `manage` are owners and managers, `operate` operators as well, `operateExternally`
 * external operators too (api/README 1.7, 17.1), `manageSigningAndBuilds` those who manage in two modules (14).
 */
export type NeededRole = 'manage' | 'operate' | 'operateExternally' | 'manageSigningAndBuilds';

/** What is known of a failure. Nothing here may hold a secret. */
export interface FailureFacts {
  /** Host and port that was asked, `api.appcircle.io`. */
  host?: string;
  /** HTTP status of the response, where there was one. */
  status?: number;
  /** Error code of the network or TLS layer, `ECONNREFUSED`. */
  code?: string;
  /** How long the server asked to wait, in seconds. */
  retryAfter?: number;
  /** The server's own message, without secrets, shortened. Untrusted text. */
  serverMessage?: string;
  /** The role that what was forbidden needs, where that is known. */
  role?: NeededRole;
  /** Content type of a response that could not be read, or is not Appcircle's; empty where it named none. */
  contentType?: string;
  /** What a response is packed with that cannot be unpacked here, with the code `UNKNOWN_CODING`. Untrusted text. */
  coding?: string;
  /** Host and port that a redirect leads to, where it was not followed. Untrusted text. */
  redirectedTo?: string;
  /** The methods that the path does take, `GET, PUT`. */
  allow?: string;
}

/** Code of the `storage` failure when the storage can be read, but not the record of the account in it. */
export const DAMAGED_RECORD = 'DAMAGED_RECORD';

/** The one error that leaves `api` and `account`. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly kind: FailureKind,
    readonly facts: FailureFacts = {},
  ) {
    super([kind, facts.host, facts.status, facts.code].filter((fact) => fact !== undefined).join(' '));
  }
}

export function isFailure(error: unknown, ...kinds: FailureKind[]): error is Failure {
  return error instanceof Failure && (kinds.length === 0 || kinds.includes(error.kind));
}

/**
 * Whatever was thrown, as a failure. An abort is a cancellation, unless it is the one of `AbortSignal.timeout`; anything
 * else unknown is our own defect.
 */
export function toFailure(error: unknown): Failure {
  if (error instanceof Failure) {
    return error;
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return new Failure('cancelled');
  }
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new Failure('timeout');
  }
  throw error;
}

/** No response of Appcircle's came back, or not all of it. */
export function isConnectionFault({ kind, facts }: Failure): boolean {
  return (
    ['offline', 'proxy', 'certificate', 'timeout', 'foreignResponse'].includes(kind) ||
    (kind === 'unreadableAnswer' && facts.code === 'ENDED_EARLY')
  );
}

/** Nothing was learned about the credential or the token: the server could not be asked, or gave no response that tells. */
export function isInconclusive(failure: Failure): boolean {
  return (
    isConnectionFault(failure) || ['serverFault', 'rateLimited', 'unreadableAnswer'].includes(failure.kind)
  );
}

/** It may pass by itself, and has where any other request of the account is answered. */
export function mayHavePassed(failure: Failure): boolean {
  return failure.kind === 'expiredSession' || (isInconclusive(failure) && failure.kind !== 'rateLimited');
}

/** It meets whatever an account asks for, not only what was asked: it is told once. */
export function meetsAll(failure: Failure): boolean {
  return (
    isConnectionFault(failure) || ['rejectedCredential', 'expiredSession', 'storage'].includes(failure.kind)
  );
}

/** The server itself answered, and knew what was wanted of it: whatever it said, it can be reached. */
export function isOfServer(failure: Failure): boolean {
  const { kind, facts } = failure;
  return facts.status !== undefined && !isInconclusive(failure) && kind !== 'rejectedCredential';
}
