import { MASK, type Redactor } from '../../support/redact';
import { isSecretName } from '../../support/redaction/secretNames';
import { visibleText } from '../../support/visibleText';

/** Headers of an answer, in any case and order; a name may come more than once. Untrusted. */
export type ResponseHeaders = readonly (readonly [name: string, value: string])[];

const MAX_VALUE_LENGTH = 200;
const MAX_NOTABLE = 20;
const MAX_HEADERS = 200;
const MAX_LISTED_LENGTH = 4_000;

/** What asks for something to be done, in the order in which it is shown. */
const notable = [
  /^deprecation$/,
  /^sunset$/,
  /^retry-after$/,
  /^(x-)?rate-?limit(-[a-z-]+)?$/,
  /^location$/,
  /^allow$/,
  /^link$/,
  /^content-range$/,
  /^x-(total(-count|-pages)?|page(-count|-size)?|per-page|next-page|pagination)$/,
];

/**
 * The few headers that stay in sight (T8): where to go on, what is left of a rate limit, what will end. Their names in
 * lower case, their values cleaned, without secrets and shortened. Of links it is what they are for; of a `location` its
 * path, on another host that host alone: a signed address is a secret.
 */
export function notableHeaders(headers: ResponseHeaders, redactor: Redactor): ResponseHeaders {
  return notable
    .flatMap((wanted) => headers.filter(([name]) => wanted.test(name.toLowerCase())))
    .map(([name, value]) => [name.toLowerCase(), notableValue(name.toLowerCase(), value, redactor)] as const)
    .filter(([, value]) => value !== '')
    .slice(0, MAX_NOTABLE);
}

/** All headers, in their order and as they came, fit for a document: what is a secret by its name or shape is masked. */
export function allHeaders(headers: ResponseHeaders, redactor: Redactor): ResponseHeaders {
  return headers
    .slice(0, MAX_HEADERS)
    .map(([name, value]) => [
      visibleText(shorten(name, MAX_VALUE_LENGTH)),
      isSecretName(name)
        ? MASK
        : visibleText(shorten(redactor.redact(withoutQuery(name, value)), MAX_LISTED_LENGTH)),
    ]);
}

/** The first value of a header, whatever the case of its name. */
export function responseHeader(headers: ResponseHeaders, name: string): string | undefined {
  return headers.find(([given]) => given.toLowerCase() === name)?.[1];
}

function notableValue(name: string, value: string, redactor: Redactor): string {
  const told = name === 'location' ? placeIn(value) : name === 'link' ? relationsIn(value) : value;
  return shorten(visibleText(redactor.redact(told).trim()), MAX_VALUE_LENGTH);
}

/** The path of an address on the same host, the host of one on another. */
function placeIn(address: string): string {
  if (/^[a-z][a-z\d+.-]*:|^[/\\]{2}/i.test(address.trim())) {
    return URL.canParse(address) ? new URL(address).host : '';
  }
  return address.split(/[?#]/, 1).join('');
}

/** `next, last` of `</a?page=2>; rel="next", </a?page=9>; rel=last`. */
function relationsIn(link: string): string {
  const relations = [...link.slice(0, MAX_LISTED_LENGTH).matchAll(/;\s?rel="?([\w .:/-]{1,80})/gi)];
  return relations.map(([, relation = '']) => relation.trim()).join(', ');
}

/** An address that leads elsewhere, without what may sign it. */
function withoutQuery(name: string, value: string): string {
  return /^(content-)?location$/i.test(name) && /^[a-z]+:/i.test(value.trim())
    ? value.replace(/\?[^]*$/, `?${MASK}`)
    : value;
}

function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
