import type { HttpRequest } from './request';

/** Who is asked, who asks, where it came from, and how it is framed: the account and the transport say that. */
const forbidden = new Set([
  'authorization',
  'proxy-authorization',
  'host',
  'cookie',
  'cookie2',
  'forwarded',
  'x-real-ip',
  'x-original-url',
  'x-rewrite-url',
  'connection',
  'content-length',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'expect',
  'keep-alive',
  'proxy-connection',
  'x-http-method',
  'x-http-method-override',
  'x-method-override',
]);

/** Whether a header may not be written, however it is spelt. Some servers take `_` for `-`. */
export function isForbiddenHeader(name: string): boolean {
  const plain = name.replace(/\s/g, '').toLowerCase().replaceAll('_', '-');
  return forbidden.has(plain) || plain.startsWith('x-forwarded');
}

/** A token of RFC 9110, which the name of a header has to be; but none that begins like a comment or a query. */
export function isHeaderName(name: string): boolean {
  return /^(?![#&])[\w!#$%&'*+.^`|~-]+$/.test(name);
}

/** Printable ASCII and tabs. */
export function isHeaderValue(value: string): boolean {
  return /^[\t -~]*$/.test(value);
}

/** The value of the first header of this name, which is given in lower case. */
export function requestHeader({ headers }: Pick<HttpRequest, 'headers'>, name: string): string | undefined {
  return headers.find(([other]) => other.toLowerCase() === name)?.[1];
}

/** One header for each name: RFC 9110 joins those of one name with commas. */
export function combinedHeaders({ headers }: HttpRequest): [name: string, value: string][] {
  const combined = new Map<string, [string, string]>();
  for (const [name, value] of headers) {
    const known = combined.get(name.toLowerCase());
    combined.set(name.toLowerCase(), known ? [known[0], `${known[1]}, ${value}`] : [name, value]);
  }
  return [...combined.values()];
}
