import { maskText } from '../../../support/redact';
import { isSecretName } from '../../../support/redaction/secretNames';
import { parseUrl } from '../../../support/url';
import { encodePathText, encodeValue, isDotSegment, keepReserved, percentDecode } from '../encoding';
import type { RequestPair } from '../request';
import type { ShellVariables } from './shellVariables';

/** Why the address of a command is none of the account's. */
export type TargetRefusal =
  | { readonly kind: 'noAddress' | 'badAddress' }
  /** `host`: of the address, or the variable that stands for it. */
  | { readonly kind: 'otherHost' | 'variableHost' | 'otherPath'; readonly host: string };

/** What of an address a request has. */
export interface CurlTarget {
  /** Percent-encoded, beginning with one slash. */
  readonly path: string;
  readonly query: readonly RequestPair[];
  /** Whether there was a user name in it. */
  readonly hasUser: boolean;
}

/**
 * The path and the query of an address below the base of the account; every other address is refused. What begins with
 * `{{host}}` is below it.
 */
export function readCurlTarget(
  address: string,
  base: string,
  variables: ShellVariables,
): { readonly target: CurlTarget } | { readonly refusal: TargetRefusal } {
  const text = address.trim();
  if (text === '') {
    return { refusal: { kind: 'noAddress' } };
  }
  const own = /^\{\{[ \t]*host[ \t]*\}\}(?=[/?#]|$)/.exec(text)?.[0];
  if (own !== undefined) {
    return { target: { ...targetOfRest(text.slice(own.length)), hasUser: false } };
  }
  const scheme = /^([a-z][a-z\d+.-]{0,20}):\/\//i.exec(text)?.[0] ?? '';
  const [authority = ''] = /^[^/?#]*/.exec(text.slice(scheme.length)) ?? [];
  const rest = text.slice(scheme.length + authority.length);
  const server = authority.slice(authority.lastIndexOf('@') + 1);
  if (variables.isIn(server)) {
    return { refusal: { kind: 'variableHost', host: variables.source(server) } };
  }
  const account = parseUrl(base);
  const url = parseUrl(`${scheme === '' ? 'https://' : scheme}${server}`);
  if (!url || !account || !/^https?:$/.test(url.protocol)) {
    return { refusal: { kind: 'badAddress' } };
  }
  if (!isSameServer(url, account)) {
    return { refusal: { kind: 'otherHost', host: url.host } };
  }
  const folder = account.pathname.replace(/\/$/, '');
  const below = rest.slice(folder.length);
  if (!rest.startsWith(folder) || !/^(?:[/?#]|$)/.test(below)) {
    return { refusal: { kind: 'otherPath', host: account.host + folder } };
  }
  return { target: { ...targetOfRest(below), hasUser: server !== authority } };
}

/** By name and port: `http://` of the same server is a slip, and nothing is sent that way. */
function isSameServer(url: URL, account: URL): boolean {
  return url.hostname === account.hostname && url.port === account.port;
}

function targetOfRest(rest: string): Omit<CurlTarget, 'hasUser'> {
  const [whole = ''] = /^[^#]*/.exec(rest) ?? [];
  const mark = whole.indexOf('?');
  const path = mark < 0 ? whole : whole.slice(0, mark);
  return { path: plainPath(path), query: mark < 0 ? [] : pairsIn(whole.slice(mark + 1)) };
}

/** Encoded, without what walks through it, as curl sends it. */
function plainPath(path: string): string {
  const segments: string[] = [];
  const given = path.replace(/^\/+/, '').split('/');
  given.forEach((segment, nth) => {
    const isLast = nth === given.length - 1;
    if (!isDotSegment(segment)) {
      segments.push(encodePathText(segment));
      return;
    }
    if (/^(?:\.|%2e){2}$/i.test(segment)) {
      segments.pop();
    }
    if (isLast) {
      segments.push('');
    }
  });
  return `/${segments.join('/')}`.replace(/^\/+/, '/');
}

/** `a=b&c=d`, decoded as servers do: a plus is a blank. What no URL has to encode is sent as it is written. */
export function pairsIn(query: string): RequestPair[] {
  return query
    .replaceAll('+', ' ')
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const sign = pair.indexOf('=');
      const name = decoded(sign < 0 ? pair : pair.slice(0, sign));
      const written = sign < 0 ? '' : pair.slice(sign + 1);
      const value = decoded(written);
      const sent = keepReserved(written);
      return sent === encodeValue(value) ? [name, value] : [name, value, sent];
    });
}

function decoded(text: string): string {
  return percentDecode(text) ?? text;
}

/** Whether a value is a secret, by its name or by its shape. A variable is none. */
export function holdsSecret(name: string, value: string, variables: ShellVariables): boolean {
  return value !== '' && (isSecretName(name) || maskText(value) !== value) && !variables.isIn(value);
}

/** The pairs without those that hold a secret, and the names of these. A variable holds none. */
export function withoutSecrets(
  pairs: readonly RequestPair[],
  variables: ShellVariables,
): { readonly kept: readonly RequestPair[]; readonly dropped: readonly string[] } {
  const isSecret = ([name, value]: RequestPair) => holdsSecret(name, value, variables);
  return {
    kept: pairs.filter((pair) => !isSecret(pair)),
    dropped: pairs.filter(isSecret).map(([name]) => name),
  };
}
