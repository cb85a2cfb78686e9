import { Redactor } from '../support/redact';
import { hostOf, parseUrl } from '../support/url';
import { failureOfStatus, serverMessageOf } from './classify';
import { Failure, type FailureFacts, type FailureKind } from './failure';
import { foreignTypeOf } from './foreignResponse';
import { decodeBody } from './response/body';
import type { HttpResponse } from './transport/model';
import { parseJson } from './decode';

/** A response with a status outside 200 to 299, as far as its body was read. */
export type FailedResponse = Pick<HttpResponse, 'status' | 'headers' | 'body' | 'earlyEnd' | 'packed'>;

/** What was asked, and what is masked in the words of whoever answered. */
export interface AskedUrl {
  url: string;
  redactor: Redactor;
}

/** What a status says whoever wrote the response: wait, or somebody in between fails or wants something. */
const kindsOfAnybody: readonly FailureKind[] = ['proxy', 'timeout', 'rateLimited', 'serverFault'];

/** Statuses that lead elsewhere, by the header `Location`. */
export const redirects: readonly number[] = [301, 302, 303, 307, 308];

/** So many bytes tell a page. */
const PAGE_BYTES = 4096;

/** Status 511: a network wants a sign-in before it lets anything through (RFC 6585, 6). */
export const NETWORK_SIGN_IN = 511;

/**
 * What a response with a status outside 200 to 299 means, with the words of the server. Only Appcircle's own response
 * says anything of a key, a role, or of what was asked for: a page with any status of 400 to 499 and a redirect that
 * was not followed are `foreignResponse`. With 500 to 599 a page is a server fault, as its own gateways have pages.
 * No secret that the redactor knows is among the facts.
 */
export function failureOfResponse(
  response: FailedResponse,
  { url, redactor }: AskedUrl,
  facts: FailureFacts = {},
): Failure {
  const { status, headers } = response;
  const header = (name: string) => headers.find(([given]) => given === name)?.[1];
  const known = { host: hostOf(url), ...facts };
  const location = redirects.includes(status) ? header('location') : undefined;
  if (location !== undefined) {
    const redirectedTo = redactor.redact(parseUrl(location, url)?.host ?? '');
    return new Failure('foreignResponse', { ...known, status, redirectedTo });
  }
  const { text, contentType, isWhole } = readText(response, redactor);
  if (contentType !== undefined) {
    const kind = isAnybodys(status) ? failureOfStatus(status, known).kind : 'foreignResponse';
    return new Failure(kind, { ...known, status, contentType });
  }
  if (status === NETWORK_SIGN_IN) {
    return new Failure('foreignResponse', { ...known, status });
  }
  const serverMessage = isWhole ? serverMessageOf(parseJson(text), redactor) : undefined;
  const allow = status === 405 ? methodsIn(header('allow')) : undefined;
  return failureOfStatus(status, {
    ...known,
    ...(serverMessage !== undefined && { serverMessage }),
    ...(allow !== undefined && { allow }),
  });
}

/** Whether a status says the same whoever wrote the response. */
export function isAnybodys(status: number): boolean {
  return status !== NETWORK_SIGN_IN && kindsOfAnybody.includes(failureOfStatus(status, {}).kind);
}

/**
 * The same for a response that `ApiClient.sendRaw` gave: its 401 came to a token that was just renewed, so that another
 * key is not what helps.
 */
export function failureAfterRenewal(response: FailedResponse, asked: AskedUrl): Failure {
  const failure = failureOfResponse(response, asked);
  return failure.kind === 'expiredSession' ? new Failure('refusedRequest', failure.facts) : failure;
}

/** Whether a response is a web page: what a network that wants a sign-in gives, with 200 too, for whatever is asked. */
export function isPage(response: FailedResponse): boolean {
  const { body, earlyEnd } = response;
  const beginning = body.subarray(0, PAGE_BYTES);
  const end = beginning.length < body.length ? 'full' : earlyEnd;
  return (
    readText({ ...response, body: beginning, ...(end && { earlyEnd: end }) }).contentType === 'text/html'
  );
}

/** The text of a body, and its type where it is not Appcircle's. Of what cannot be unpacked only the type is known. */
function readText(
  { headers, body, earlyEnd, packed }: FailedResponse,
  redactor = new Redactor(),
): {
  text: string;
  contentType: string | undefined;
  isWhole: boolean;
} {
  const named = headers.find(([name]) => name === 'content-type')?.[1];
  const type = named && redactor.redact(named);
  const text = packed ? '' : decodeBody(body, type);
  const isWhole = earlyEnd === undefined;
  return { text, contentType: foreignTypeOf(type, text, isWhole), isWhole };
}

/** `GET, PUT` of an `Allow` header (RFC 9110, 10.2.1), without whatever is no method. */
function methodsIn(allow: string | undefined): string | undefined {
  const methods = (allow ?? '').split(',', 20).map((name) => name.trim().toUpperCase());
  return methods.filter((name) => /^[A-Z]{1,20}$/.test(name)).join(', ') || undefined;
}
