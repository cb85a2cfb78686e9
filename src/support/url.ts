import { withoutEnd } from './trim';

/** Why a text is not accepted as the address of a host. */
export type UrlProblem = 'notAnAddress' | 'notHttps' | 'hasCredentials' | 'hasQuery';

export type NormalizedUrl = { ok: true; url: string } | { ok: false; problem: UrlProblem };

/**
 * Reads the base address of a host as a person writes it (R20): sub-paths stay, trailing slashes go, a missing
 * `https://` is added. Plain http is for this machine alone; credentials, query and fragment are refused.
 */
export function normalizeBaseUrl(text: string): NormalizedUrl {
  const trimmed = text.trim();
  const url = parseUrl(/^[a-z][a-z\d+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (!url || url.hostname === '' || /\s|\\/.test(trimmed)) {
    return { ok: false, problem: 'notAnAddress' };
  }
  if (url.username !== '' || url.password !== '') {
    return { ok: false, problem: 'hasCredentials' };
  }
  if (!isSafeOrigin(url)) {
    return { ok: false, problem: 'notHttps' };
  }
  if (url.search !== '' || url.hash !== '') {
    return { ok: false, problem: 'hasQuery' };
  }
  return { ok: true, url: url.origin + withoutEnd(url.pathname, /\//) };
}

/** An address, or undefined for a text that is none. */
export function parseUrl(text: string, base?: string): URL | undefined {
  // Not `URL.canParse`: once optimized, Node 20 takes the bytes of `münchen` for broken UTF-8 and says no.
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

/** https, or http to this machine: where a secret may be sent at all. */
export function isSafeOrigin(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** Scheme, host and port, by which addresses are told to be of the same server; undefined for no address. */
export function originOf(url: string): string | undefined {
  return parseUrl(url)?.origin;
}

/** The host and port that a person would recognise, for sentences: `api.appcircle.io`. */
export function hostOf(url: string): string {
  return parseUrl(url)?.host ?? url;
}
