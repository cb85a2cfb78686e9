/**
 * The closed set of what can go wrong. Facts only: the sentence, the remedy and its button are made of them in
 * `ui/failures/failureText.ts`. `storage` is the editor's secret storage that cannot be read, the rest is a request.
 */
export type FailureKind =
  | 'rejectedCredential'
  | 'expiredSession'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'rateLimited'
  | 'offline'
  | 'proxy'
  | 'certificate'
  | 'timeout'
  | 'serverFault'
  | 'unreadableAnswer'
  | 'cancelled'
  | 'invalidInput'
  | 'storage';

/**
 * Who may do what was forbidden: `manage` are owners and managers, `operate` operators as well (api/README 1.7, the
 * role matrix of testing distribution).
 */
export type NeededRole = 'manage' | 'operate';

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
  /** The server's own message, shortened. Untrusted text. */
  serverMessage?: string;
  /** The role that what was forbidden needs, where that is known. */
  role?: NeededRole;
  /** Content type of a response that could not be read. */
  contentType?: string;
}

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

/** No response of Appcircle's came back at all. */
export function isConnectionFault({ kind }: Failure): boolean {
  return kind === 'offline' || kind === 'proxy' || kind === 'certificate' || kind === 'timeout';
}

/** Nothing was learned about the credential or the token: the server could not be asked, or gave no response that tells. */
export function isInconclusive(failure: Failure): boolean {
  return (
    isConnectionFault(failure) || ['serverFault', 'rateLimited', 'unreadableAnswer'].includes(failure.kind)
  );
}
