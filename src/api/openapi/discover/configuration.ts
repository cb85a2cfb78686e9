import type { ScriptScanner } from './scriptScanner';

/** Far more than any page has; what comes after is not read. */
const MAX_LISTED = 1000;

/** A document as a page names it: the texts are as they stand there. */
export interface NamedUrl {
  readonly name: string | undefined;
  readonly url: string;
  /** Path of the page below what the address is relative to; undefined where that is the page itself. */
  readonly page?: string;
}

/** What a configuration of Swagger UI, Redoc or Scalar names. */
export interface PageConfiguration {
  readonly named: readonly NamedUrl[];
  readonly configurations: readonly string[];
  /** Where a description stands in the text, as swagger-ui-express writes it. */
  readonly embedded?: { readonly start: number; readonly end: number } | undefined;
}

/** Whose configuration an object is: its fields have names of their own. */
export type ConfigurationKind = 'swaggerUi' | 'express' | 'scalar';

/** Reads the object whose brace is the current token; ends on the brace that closes it. */
export function configurationIn(scanner: ScriptScanner, kind: ConfigurationKind): PageConfiguration {
  const isKey = keysOf[kind];
  let urls: readonly NamedUrl[] = [];
  let url: string | undefined;
  let embedded: PageConfiguration['embedded'];
  const inner: PageConfiguration[] = [];
  const configurations: string[] = [];
  for (const key of members(scanner)) {
    if (isKey.urls.test(key)) {
      urls = scanner.is('[') ? urlsInList(scanner) : [];
    } else if (isKey.url.test(key)) {
      url = literal(scanner);
    } else if (isKey.inner.test(key) && scanner.is('{')) {
      inner.push(configurationIn(scanner, 'swaggerUi'));
    } else if (kind === 'swaggerUi' && key === 'configUrl') {
      const address = literal(scanner);
      configurations.push(...(address ? [address] : []));
    } else if (kind === 'express' && key === 'swaggerDoc' && scanner.is('{')) {
      embedded = objectAt(scanner);
    }
  }
  const own = urls.length > 0 || !url ? urls : [{ name: undefined, url }];
  return {
    named: [...own, ...inner.flatMap(({ named }) => named)],
    configurations: [...configurations, ...inner.flatMap((one) => one.configurations)],
    embedded,
  };
}

/** In a Swagger UI `spec` is a description, and in anybody's `options` an `url` may be anything. */
const keysOf: Record<ConfigurationKind, Record<'urls' | 'url' | 'inner', RegExp>> = {
  swaggerUi: { urls: /^urls$/, url: /^url$/, inner: /^$/ },
  express: { urls: /^swaggerUrls$/, url: /^swaggerUrl$/, inner: /^customOptions$/ },
  scalar: { urls: /^(?:sources|urls)$/, url: /^url$/, inner: /^spec$/ },
};

/** Reads the list of documents whose bracket is the current token. */
export function urlsInList(scanner: ScriptScanner): NamedUrl[] {
  const named: NamedUrl[] = [];
  for (const part of partsInside(scanner)) {
    if (part.is('{') && named.length < MAX_LISTED) {
      named.push(...entry(part));
    }
  }
  return named;
}

function entry(scanner: ScriptScanner): NamedUrl[] {
  let url: string | undefined;
  let name: string | undefined;
  let title: string | undefined;
  for (const key of members(scanner)) {
    if (key === 'url') {
      url = literal(scanner);
    } else if (key === 'name') {
      name = literal(scanner);
    } else if (key === 'title') {
      title = literal(scanner);
    }
  }
  return url ? [{ name: name ?? title, url }] : [];
}

/** Passes over an object, and tells where it stands; undefined where it is never closed. */
function objectAt(scanner: ScriptScanner): PageConfiguration['embedded'] {
  const inside = scanner.depth;
  const start = scanner.place;
  while (scanner.kind !== 'end' && scanner.depth >= inside) {
    scanner.next();
  }
  return scanner.kind === 'end' ? undefined : { start, end: scanner.place + 1 };
}

/** The string that is a whole value; undefined where it is but the beginning of an expression, or none. */
function literal(scanner: ScriptScanner): string | undefined {
  if (scanner.kind !== 'string') {
    return undefined;
  }
  const inside = scanner.depth;
  const value = scanner.text();
  scanner.next();
  return scanner.depth < inside || scanner.is(',') ? value : undefined;
}

/** Goes through an object's members: gives each key while the first token of its value is the current one. */
export function* members(scanner: ScriptScanner): Generator<string> {
  for (const part of partsInside(scanner)) {
    const key = part.text();
    part.next();
    if (key !== undefined && part.is(':')) {
      part.next();
      yield key;
    }
  }
}

/**
 * Goes through what commas separate in the bracket that is the current token: gives the scanner while the first token
 * of each part is the current one. Ends on the closing bracket, or on the end of the text.
 */
export function* partsInside(scanner: ScriptScanner): Generator<ScriptScanner> {
  const inside = scanner.depth;
  const isOpen = () => scanner.kind !== 'end' && scanner.depth >= inside;
  scanner.next();
  while (isOpen()) {
    yield scanner;
    while (isOpen() && !(scanner.depth === inside && scanner.is(','))) {
      scanner.next();
    }
    if (isOpen()) {
      scanner.next();
    }
  }
}
