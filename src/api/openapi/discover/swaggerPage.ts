import { isSafeOrigin, parseUrl } from '../../../support/url';
import { namedInList, namedInScript, type NamedUrl } from './namedDocuments';
import { scriptsIn } from './pageScripts';

/** More documents than a tree of modules can use. */
const MAX_DOCUMENTS = 200;

const MAX_SCRIPTS = 5;

/** The scripts that name documents; what else a page loads is Swagger UI itself, megabytes of it. */
const telling = new Set(['index.js', 'swagger-initializer.js']);

/** A document that a page names. Both texts are the server's. */
export interface NamedDocument {
  readonly name: string;
  /** Absolute, without a fragment. A refused one that cannot be resolved: as it is written. */
  readonly url: string;
}

/** What a page or a script names, in its order, each address once. */
export interface NamedDocuments {
  /** On the page's own origin, which is https or this machine. */
  readonly documents: readonly NamedDocument[];
  /** Elsewhere, or no addresses to fetch at all. Never to be fetched. */
  readonly refused: readonly NamedDocument[];
}

/** What the scripts inside a page name. `pageUrl` is where the page was found in the end. */
export function documentsInPage(html: string, pageUrl: string): NamedDocuments {
  return splitByOrigin(
    scriptsIn(html).flatMap((script) => ('code' in script ? namedInScript(script.code) : [])),
    pageUrl,
  );
}

/** What a script beside the page names. Addresses are relative to the page, not to the script. */
export function documentsInScript(script: string, pageUrl: string): NamedDocuments {
  return splitByOrigin(namedInScript(script), pageUrl);
}

/** What Swashbuckle's `documentUrls` beside the page names (api/README 10). */
export function documentsInList(json: string, pageUrl: string): NamedDocuments {
  return splitByOrigin(namedInList(json), pageUrl);
}

/** Absolute addresses of the scripts that a page loads from its own origin and that may name documents. */
export function scriptsOf(html: string, pageUrl: string): string[] {
  const addresses = scriptsIn(html)
    .map((script) => ('src' in script ? ownUrl(script.src, pageUrl) : undefined))
    .filter((url): url is string => url !== undefined && telling.has(fileNameOf(url)));
  return [...new Set(addresses)].slice(0, MAX_SCRIPTS);
}

function splitByOrigin(named: readonly NamedUrl[], pageUrl: string): NamedDocuments {
  const documents = new Map<string, NamedDocument>();
  const refused = new Map<string, NamedDocument>();
  for (const { name, url: written } of named) {
    const own = ownUrl(written, pageUrl);
    const url = own ?? foreignUrl(written, pageUrl);
    const list = own === undefined ? refused : documents;
    if (!list.has(url) && list.size < MAX_DOCUMENTS) {
      list.set(url, { name: name?.trim() ? name : fileNameOf(url), url });
    }
  }
  return { documents: [...documents.values()], refused: [...refused.values()] };
}

/** The address as a browser resolves it on the page, if it stays with the page's scheme, host and port. */
function ownUrl(written: string, pageUrl: string): string | undefined {
  const url = parseUrl(written, pageUrl);
  const isOwn =
    url !== undefined &&
    url.origin === parseUrl(pageUrl)?.origin &&
    // Not by its origin alone: a `blob:` address has that of whoever made it.
    isSafeOrigin(url) &&
    // They would become a header of their own.
    url.username === '' &&
    url.password === '';
  return isOwn ? withoutFragment(url) : undefined;
}

function foreignUrl(written: string, pageUrl: string): string {
  const url = parseUrl(written, pageUrl);
  if (!url) {
    return written;
  }
  // It may be shown, and nobody's password should be.
  url.username = '';
  url.password = '';
  return withoutFragment(url);
}

function withoutFragment(url: URL): string {
  url.hash = '';
  return url.href;
}

/** The last part of the address, or the host where it has none. */
function fileNameOf(url: string): string {
  const { pathname = url, host = '' } = parseUrl(url) ?? {};
  return pathname.slice(pathname.lastIndexOf('/') + 1) || host || url;
}
