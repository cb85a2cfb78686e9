import { ScriptScanner } from './scriptScanner';

/** Far more than any page has; what comes after is not read. */
const MAX_NAMED_DOCUMENTS = 1000;

/** A document as a Swagger UI page names it: both texts are as they stand there. */
export interface NamedUrl {
  readonly name: string | undefined;
  readonly url: string;
}

/**
 * The documents that a script hands to Swagger UI (api/README 10): `configObject = …` or
 * `SwaggerUIBundle(…)`, each with an object literal or with `JSON.parse` of a string literal. Only literals are read;
 * whatever else stands in the object is passed over.
 */
export function namedInScript(script: string): NamedUrl[] {
  const scanner = new ScriptScanner(script);
  const named: NamedUrl[] = [];
  while (scanner.kind !== 'end' && named.length < MAX_NAMED_DOCUMENTS) {
    const before = scanner.isWord('configObject') ? '=' : scanner.isWord('SwaggerUIBundle') ? '(' : undefined;
    scanner.next();
    if (before !== undefined && scanner.is(before)) {
      scanner.next();
      named.push(...configuration(scanner));
    }
  }
  return named.slice(0, MAX_NAMED_DOCUMENTS);
}

/** The documents of a JSON list of them, as `documentUrls` beside the page answers it. */
export function namedInList(json: string): NamedUrl[] {
  const scanner = new ScriptScanner(json);
  return scanner.is('[') ? discardUnclosed(scanner, list(scanner)) : [];
}

/** Whether a text is a description: `openapi` or `swagger` at its top, in JSON or in YAML. */
export function isDescription(text: string): boolean {
  const scanner = new ScriptScanner(text);
  if (scanner.is('{')) {
    for (const key of members(scanner)) {
      if (key === 'openapi' || key === 'swagger') {
        return true;
      }
    }
    return false;
  }
  return !scanner.is('<') && /^\ufeff?(["']?)(?:openapi|swagger)\1[ \t]*:/m.test(text);
}

function configuration(scanner: ScriptScanner): NamedUrl[] {
  if (scanner.is('{')) {
    return discardUnclosed(scanner, documentsOf(scanner));
  }
  for (const part of ['JSON', '.', 'parse', '(']) {
    if (!scanner.isWord(part) && !scanner.is(part)) {
      return [];
    }
    scanner.next();
  }
  const json = new ScriptScanner((scanner.kind === 'string' ? scanner.text() : undefined) ?? '');
  return json.is('{') ? discardUnclosed(json, documentsOf(json)) : [];
}

/** Nothing where the bracket that was read is never closed: a browser would not run that either. */
function discardUnclosed(scanner: ScriptScanner, named: NamedUrl[]): NamedUrl[] {
  return scanner.kind === 'end' ? [] : named;
}

/** The documents of the configuration object whose brace is the current token: `urls`, or else `url`. */
function documentsOf(scanner: ScriptScanner): NamedUrl[] {
  let urls: NamedUrl[] = [];
  let url: string | undefined;
  for (const key of members(scanner)) {
    if (key === 'urls') {
      urls = scanner.is('[') ? list(scanner) : [];
    } else if (key === 'url') {
      url = literal(scanner);
    }
  }
  return urls.length > 0 || !url ? urls : [{ name: undefined, url }];
}

function list(scanner: ScriptScanner): NamedUrl[] {
  const named: NamedUrl[] = [];
  for (const part of parts(scanner)) {
    if (part.is('{') && named.length < MAX_NAMED_DOCUMENTS) {
      named.push(...entry(part));
    }
  }
  return named;
}

function entry(scanner: ScriptScanner): NamedUrl[] {
  let url: string | undefined;
  let name: string | undefined;
  for (const key of members(scanner)) {
    if (key === 'url') {
      url = literal(scanner);
    } else if (key === 'name') {
      name = literal(scanner);
    }
  }
  return url ? [{ name, url }] : [];
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
function* members(scanner: ScriptScanner): Generator<string> {
  for (const part of parts(scanner)) {
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
function* parts(scanner: ScriptScanner): Generator<ScriptScanner> {
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
