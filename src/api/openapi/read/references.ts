import { JsonObject } from '../../decode';

/**
 * Why a reference leads nowhere: round in a circle, to nothing, out of this document (a file, another server), or on
 * and on. None of them is an error: a description is shown as far as it goes.
 */
export type ReferenceProblem = 'cycle' | 'missing' | 'foreign' | 'tooDeep';

export interface ResolvedReference {
  /** What stands there, never a reference itself; undefined where there is a problem. */
  readonly value: unknown;
  /** Last part of the reference, as a rule the name of a schema; none where the node was no reference. */
  readonly name?: string;
  readonly problem?: ReferenceProblem;
}

/** What everything that reads nodes of a description needs of it. */
export interface Resolver {
  resolve(node: unknown): ResolvedReference;
}

/** Where files stand in a document that it was put together of (`includeFiles`). */
export const FILES = 'x-files-of-this-description';

const MAX_REFERENCE_HOPS = 100;
const MAX_REFERENCE_LENGTH = 10_000;

/** Follows `$ref` within the document, and never out of it. */
export function resolveIn(document: unknown, node: unknown): ResolvedReference {
  const seen = new Set<string>();
  let value = node;
  let name: { name?: string } = {};
  for (;;) {
    const reference = referenceIn(value);
    if (reference === undefined) {
      return { value, ...name };
    }
    if (seen.size === 0) {
      name = { name: lastPart(reference) };
    }
    const problem = problemOf(reference, seen);
    if (problem) {
      return { value: undefined, ...name, problem };
    }
    seen.add(reference);
    value = lookUp(document, reference);
    if (value === undefined) {
      return { value: undefined, ...name, problem: 'missing' };
    }
  }
}

/** The text of a `$ref`. */
export function referenceIn(node: unknown): string | undefined {
  const reference = JsonObject.of(node)?.raw['$ref'];
  return typeof reference === 'string' ? reference : undefined;
}

function problemOf(reference: string, seen: ReadonlySet<string>): ReferenceProblem | undefined {
  if (reference !== '#' && !reference.startsWith('#/')) {
    // `#name` is an anchor of JSON Schema: within the document, and not what OpenAPI descriptions use.
    return reference.startsWith('#') ? 'missing' : 'foreign';
  }
  if (seen.has(reference)) {
    return 'cycle';
  }
  return seen.size >= MAX_REFERENCE_HOPS || reference.length > MAX_REFERENCE_LENGTH ? 'tooDeep' : undefined;
}

/** A JSON Pointer in the fragment of an address (RFC 6901, section 6). */
function lookUp(document: unknown, reference: string): unknown {
  let node = document;
  for (const part of reference.split('/').slice(1)) {
    const key = decodePointerPart(part);
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) {
      return undefined;
    }
    node = (node as Record<string, unknown>)[key];
  }
  return node;
}

function lastPart(reference: string): string {
  const part = decodePointerPart(reference.slice(reference.lastIndexOf('/') + 1)) || reference;
  // A whole file is called by its name.
  return reference.startsWith(`#/${FILES}/`) ? part.replace(/^.*\/|\.(?:ya?ml|json)$/gi, '') : part;
}

function decodePointerPart(part: string): string {
  return decodePercent(part).replaceAll('~1', '/').replaceAll('~0', '~');
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
