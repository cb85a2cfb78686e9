import { isSafeOrigin, parseUrl } from '../../../support/url';
import type { NamedUrl } from './configuration';
import { namedInJson, namedInScript, type ScriptDocuments } from './namedDocuments';
import { partsOfPage } from './pageScripts';

/** More documents than a tree of modules can use. */
const MAX_DOCUMENTS = 200;

const MAX_SCRIPTS = 5;
const MAX_CONFIGURATIONS = 3;

/** The scripts that name documents; what else a page loads is Swagger UI itself, megabytes of it. */
const telling = new Set(['index.js', 'swagger-initializer.js', 'swagger-ui-init.js']);

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

/** What the attributes and scripts of a page name. `pageUrl` is where the page was found in the end. */
export function documentsInPage(html: string, pageUrl: string): NamedDocuments {
  return splitByOrigin(
    foundInPage(html).flatMap(({ named }) => named),
    pageUrl,
  );
}

/**
 * What a script beside the page names; the script itself, where a description stands in it. Addresses are relative to
 * the page, not to the script.
 */
export function documentsInScript(script: string, pageUrl: string, scriptUrl?: string): NamedDocuments {
  const { named, embedded } = namedInScript(script);
  const own = embedded && scriptUrl !== undefined ? [{ name: undefined, url: scriptUrl }] : [];
  return splitByOrigin([...own, ...named], pageUrl);
}

/** What Swashbuckle's `documentUrls` beside the page names (api/README 10). */
export function documentsInList(json: string, pageUrl: string): NamedDocuments {
  return splitByOrigin(json.trimStart().startsWith('[') ? namedInJson(json).named : [], pageUrl);
}

/** What a configuration names that lies elsewhere. */
export function documentsInConfiguration(json: string, pageUrl: string): NamedDocuments {
  return splitByOrigin(namedInJson(json).named, pageUrl);
}

/** Absolute addresses of configurations that a page, or a script beside it, names, on the page's own origin. */
export function configurationsIn(text: string, pageUrl: string, kind: 'page' | 'script'): string[] {
  const found = kind === 'page' ? foundInPage(text) : [namedInScript(text)];
  const addresses = found
    .flatMap(({ configurations }) => configurations)
    .map((written) => ownUrl(written, pageUrl))
    .filter((url) => url !== undefined);
  return [...new Set(addresses)].slice(0, MAX_CONFIGURATIONS);
}

function foundInPage(html: string): readonly Pick<ScriptDocuments, 'named' | 'configurations'>[] {
  const { scripts, addresses, configurations } = partsOfPage(html);
  return [
    { named: addresses.map((url) => ({ name: undefined, url })), configurations: [] },
    ...configurations.map((json) => namedInJson(json, 'scalar')),
    ...scripts.flatMap((script) => ('code' in script ? [namedInScript(script.code)] : [])),
  ];
}

/** Absolute addresses of the scripts that a page loads from its own origin and that may name documents. */
export function scriptsOf(html: string, pageUrl: string): string[] {
  const addresses = partsOfPage(html)
    .scripts.map((script) => ('src' in script ? ownUrl(script.src, pageUrl) : undefined))
    .filter((url): url is string => url !== undefined && telling.has(fileNameOf(url)));
  return [...new Set(addresses)].slice(0, MAX_SCRIPTS);
}

function splitByOrigin(named: readonly NamedUrl[], pageUrl: string): NamedDocuments {
  const documents = new Map<string, NamedDocument>();
  const refused = new Map<string, NamedDocument>();
  for (const { name, url: written, page } of named) {
    const base = page === undefined ? pageUrl : rootOf(pageUrl, page);
    const own = ownUrl(written, base);
    const url = own ?? foreignUrl(written, base);
    const list = own === undefined ? refused : documents;
    if (!list.has(url) && list.size < MAX_DOCUMENTS) {
      list.set(url, { name: name?.trim() ? name : fileNameOf(url), url });
    }
  }
  return { documents: [...documents.values()], refused: [...refused.values()] };
}

/** What is before the path of a page in its address: Scalar of .NET has its addresses relative to that. */
function rootOf(pageUrl: string, page: string): string {
  const url = parseUrl(pageUrl);
  const path = decoded(page).replace(/\/$/, '');
  const at = url && path.startsWith('/') ? url.pathname.lastIndexOf(path) : -1;
  return url && at >= 0 ? `${url.origin}${url.pathname.slice(0, at)}/` : pageUrl;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
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
