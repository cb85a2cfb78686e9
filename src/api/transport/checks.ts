import { isSafeOrigin, parseUrl } from '../../support/url';
import { Failure } from '../failure';
import type { Header } from './model';

/** Headers that say whom a request is for, who sends it or where it ends: the transport's own, or nobody's. */
const refusedNames = new Set([
  'authorization',
  'connection',
  'content-length',
  'cookie',
  'expect',
  'forwarded',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Whether a header cannot be given by whoever writes a request. */
export function isRefusedHeader(name: string): boolean {
  const lower = name.trim().toLowerCase();
  return refusedNames.has(lower) || /^(proxy|x-forwarded)-/.test(lower);
}

/** Fails with `invalidInput` and the code `REFUSED_HEADER` for a header that is not sent, or cannot be (RFC 9110, 5). */
export function checkHeaders(headers: readonly Header[], host: string): void {
  for (const [name, value] of headers) {
    if (
      isRefusedHeader(name) ||
      !/^[\w!#$%&'*+.^`|~-]+$/.test(name) ||
      !/^[\t\x20-\x7e\x80-\xff]*$/.test(value)
    ) {
      throw new Failure('invalidInput', { host, code: 'REFUSED_HEADER' });
    }
  }
}

/**
 * The address of a target below a base. Fails with `invalidInput` and the code `REFUSED_ADDRESS` for one that would
 * leave the host of the base or its path, or be read otherwise than it is written.
 */
export function targetBelow(base: string, target: string): URL {
  const home = new URL(base);
  const url = /^\/(?![/\\])[^\s\\#]*$/.test(target) ? parseUrl(base + target) : undefined;
  if (!url || !isBelow(home, url)) {
    throw new Failure('invalidInput', { host: home.host, code: 'REFUSED_ADDRESS' });
  }
  return url;
}

/** Whether an address has the origin of a base, and a path below its path. */
export function isBelow(base: URL, url: URL): boolean {
  const folder = base.pathname.endsWith('/') ? base.pathname : `${base.pathname}/`;
  return url.origin === base.origin && url.pathname.startsWith(folder) && hasNoName(url);
}

/** An absolute address that may be asked. Its text is in no failure, for it may hold a secret. */
export function safeAddress(text: string, plainHttp = false): URL {
  const url = parseUrl(text);
  const safe = url && (isSafeOrigin(url) || (plainHttp && url.protocol === 'http:'));
  if (!safe || !hasNoName(url)) {
    throw new Failure('invalidInput', { ...(url && { host: url.host }), code: 'REFUSED_ADDRESS' });
  }
  return url;
}

/** A name and password in an address would become an `Authorization` header of their own. */
export function hasNoName(url: URL): boolean {
  return url.username === '' && url.password === '';
}
