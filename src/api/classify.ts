import type { Redactor } from '../support/redact';
import { Failure, type FailureFacts, type FailureKind } from './failure';

/** Every reason that Node gives for not trusting a certificate (its `X509ErrorCode`), but for revocation lists. */
const certificateCodes = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_CHAIN_TOO_LONG',
  'ERROR_IN_CERT_NOT_BEFORE_FIELD',
  'ERROR_IN_CERT_NOT_AFTER_FIELD',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'HOSTNAME_MISMATCH',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_TLS_CERT_ALTNAME_FORMAT',
]);

const MAX_MESSAGE_LENGTH = 300;

const kindByStatus: Partial<Record<number, FailureKind>> = {
  401: 'expiredSession',
  403: 'forbidden',
  404: 'notFound',
  405: 'methodNotAllowed',
  407: 'proxy',
  408: 'timeout',
  409: 'conflict',
  410: 'notFound',
  429: 'rateLimited',
};

/**
 * What an HTTP status outside 200 to 299 means where nothing else of the response is known; where it is, see
 * `failureOfResponse`. A redirect that was not followed is an answer we cannot use.
 */
export function failureOfStatus(status: number, facts: FailureFacts): Failure {
  const known = kindByStatus[status];
  if (known) {
    return new Failure(known, { ...facts, status });
  }
  const kind = status >= 500 ? 'serverFault' : status >= 400 ? 'invalidInput' : 'unreadableAnswer';
  return new Failure(kind, { ...facts, status });
}

/** What an error of the network, TLS or proxy layer means. */
export function failureOfError(code: string | undefined, message: string, facts: FailureFacts): Failure {
  const known = code === undefined ? facts : { ...facts, code };
  if (code !== undefined && certificateCodes.has(code)) {
    return new Failure('certificate', known);
  }
  // The words may name the host, and a host may be called `proxy`.
  const text = facts.host === undefined ? message : message.replaceAll(nameOf(facts.host), '');
  if (/\bprox(y|ies)\b/i.test(text)) {
    return new Failure('proxy', known);
  }
  if (code !== undefined && /^(Z_|ERR__ERROR_)/.test(code)) {
    // zlib and brotli: what came is not packed as it says.
    return new Failure('unreadableAnswer', known);
  }
  if (code === 'ETIMEDOUT') {
    return new Failure('timeout', known);
  }
  return new Failure('offline', known);
}

function nameOf(host: string): string {
  return host.replace(/:\d+$/, '');
}

/**
 * The words of a server's error body. Bodies differ from one endpoint to the next and their schema is unknown
 * (api/README 1.6), hence the list of names. `stackTrace` is never among them. A server may repeat what it was sent:
 * secrets are masked before it is shortened to 300 characters, or half of one would be left.
 */
export function serverMessageOf(body: unknown, redactor: Redactor): string | undefined {
  const said = typeof body === 'object' && body !== null ? messageIn(body) : undefined;
  return said && redactor.redact(said).slice(0, MAX_MESSAGE_LENGTH);
}

function messageIn(body: object): string | undefined {
  const fields = body as Record<string, unknown>;
  return ['message', 'error_description', 'error', 'detail', 'title']
    .map((name) => fields[name])
    .find((value): value is string => typeof value === 'string' && value.trim() !== '');
}
