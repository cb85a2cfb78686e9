import { isFailure, type Failure } from './failure';

/** Codes of an `offline` failure that comes before there is a connection at all. */
const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/**
 * Whether a write may have done its work on the server although it failed. Whoever would send it again looks first, or
 * tells the person, so that nothing is made twice. In doubt is in favor of yes:
 *
 * - cancelled: nobody knows how far it had come;
 * - timeout: the server may have been slow, and not idle;
 * - offline: the connection may have broken after the request was sent, unless it was refused or the name of the host
 *   was not resolved;
 * - an unreadable response: something was done, and what it was could not be read;
 * - a response that is not Appcircle's: whoever wrote it may have let the request through and kept the response;
 * - a server fault: the server, or a gateway before it, may fail after the work.
 *
 * All else came before the work: a proxy or a certificate before the request was sent, the storage of the editor before
 * there was a token, and with any other status the server says that it did not do it, rate limits included.
 */
export function mayHaveTakenEffect(error: unknown): boolean {
  return isFailure(error) && isInDoubt(error);
}

function isInDoubt({ kind, facts }: Failure): boolean {
  switch (kind) {
    case 'cancelled':
    case 'timeout':
    case 'unreadableAnswer':
    case 'foreignResponse':
    case 'serverFault':
      return true;
    case 'offline':
      return !neverConnected.has(facts.code ?? '');
    case 'rejectedCredential':
    case 'expiredSession':
    case 'refusedRequest':
    case 'forbidden':
    case 'notFound':
    case 'methodNotAllowed':
    case 'conflict':
    case 'rateLimited':
    case 'proxy':
    case 'certificate':
    case 'invalidInput':
    case 'storage':
      return false;
  }
}
