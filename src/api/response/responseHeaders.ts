import type { Redactor } from '../../support/redact';
import { visibleText } from '../../support/visibleText';

/** Headers of an answer, in any case and order; a name may come more than once. Untrusted. */
export type ResponseHeaders = readonly (readonly [name: string, value: string])[];

const MAX_VALUE_LENGTH = 200;
const MAX_HEADERS = 20;

/** What tells something of an answer, in the order in which it is shown. Every other header stays unseen (T8). */
const worthShowing = [
  /^content-type$/,
  /^content-length$/,
  /^location$/,
  /^etag$/,
  /^retry-after$/,
  /^(x-)?rate-?limit(-[a-z-]+)?$/,
  /^(x-)?(request|correlation|trace)-?id$/,
  /^traceparent$/,
  /^date$/,
];

/**
 * The few headers worth showing, their names in lower case, their values cleaned, without secrets and shortened. Of a `location` it
 * is the host alone, and nothing where it stays on its host: a signed address is a secret.
 */
export function chosenHeaders(headers: ResponseHeaders, redactor: Redactor): ResponseHeaders {
  return worthShowing
    .flatMap((wanted) => headers.filter(([name]) => wanted.test(name.toLowerCase())))
    .map(
      ([name, value]) =>
        [name.toLowerCase(), headerText(name.toLowerCase(), redactor.redact(value))] as const,
    )
    .filter(([, value]) => value !== '')
    .slice(0, MAX_HEADERS);
}

/** The first value of a header, whatever the case of its name. */
export function responseHeader(headers: ResponseHeaders, name: string): string | undefined {
  return headers.find(([given]) => given.toLowerCase() === name)?.[1];
}

function headerText(name: string, value: string): string {
  const clean = visibleText((name === 'location' ? hostIn(value) : value).trim());
  return clean.length > MAX_VALUE_LENGTH ? `${clean.slice(0, MAX_VALUE_LENGTH)}…` : clean;
}

function hostIn(address: string): string {
  return URL.canParse(address) ? new URL(address).host : '';
}
