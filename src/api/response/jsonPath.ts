import { jsonpath, JSONPathEnvironment, JSONPathRecursionLimitError, type JSONPathQuery } from 'json-p3';

/** A value of a JSON text, and the names and places that lead to it. */
export interface FoundValue {
  readonly value: unknown;
  readonly location: readonly (string | number)[];
}

/** Why a path finds nothing: it is none, it would take too long, or the JSON is too deep. */
export type PathProblem = 'badPath' | 'heavyPath';

/** What a path leads to, in the order of the JSON; `more` where that is not all. */
export type PathResult =
  { readonly found: readonly FoundValue[]; readonly more: boolean } | { readonly problem: PathProblem };

const MAX_PATH_LENGTH = 500;
const MAX_SEGMENTS = 32;
/** Real responses are not a tenth as deep. Each value that `..` visits costs its depth. */
const MAX_DEPTH = 200;
/** Steps that one path may take: some hundred milliseconds. */
const MAX_STEPS = 5_000_000;
/** Characters of JSON that a value has, on the average. */
const CHARACTERS_PER_VALUE = 8;

/**
 * Finds values by a JSONPath (RFC 9535; `$.[0]` is read as `$[0]`). It runs no code, knows no function that takes a
 * pattern, and its work is bounded, whatever the path and the JSON are: a path has one `..` at most, and a filter looks
 * at single values below the one that it is asked for. `length` is that of the JSON text. Never throws.
 */
export function findByPath(path: string, value: unknown, length: number, most = 1000): PathResult {
  try {
    const query = queryOf(path, length);
    if (typeof query === 'string') {
      return { problem: query };
    }
    const found: FoundValue[] = [];
    for (const { value: at, location } of query.lazyQuery(value as never)) {
      if (found.length === most) {
        return { found, more: true };
      }
      found.push({ value: at, location });
    }
    return { found, more: false };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

/** Why a path would find nothing in so much JSON, whatever that is. Never throws. */
export function checkPath(path: string, length: number): PathProblem | undefined {
  try {
    const query = queryOf(path, length);
    return typeof query === 'string' ? query : undefined;
  } catch (error) {
    return problemOf(error);
  }
}

/** Whether a path leads to one value at most. Never throws. */
export function isSinglePath(path: string): boolean {
  try {
    const query = queryOf(path, 0);
    return typeof query !== 'string' && query.singularQuery();
  } catch {
    return false;
  }
}

/** Throws for what is no path. */
function queryOf(path: string, length: number): JSONPathQuery | PathProblem {
  if (path.length > MAX_PATH_LENGTH) {
    return 'heavyPath';
  }
  const query = environment().compile(standardPath(path));
  return weightOf(query) * (length / CHARACTERS_PER_VALUE + 1) > MAX_STEPS ? 'heavyPath' : query;
}

function problemOf(error: unknown): PathProblem {
  const isTooMuch = error instanceof RangeError || error instanceof JSONPathRecursionLimitError;
  return isTooMuch ? 'heavyPath' : 'badPath';
}

/** With a dot before a bracket, as other tools write it, taken off; not within quotes, and not of `..`. */
export function standardPath(path: string): string {
  let standard = '';
  let quote = '';
  for (let at = 0; at < path.length; at++) {
    const character = path.charAt(at);
    if (quote !== '' && character === '\\') {
      standard += path.slice(at, at + 2);
      at++;
      continue;
    }
    if (quote === '' ? character === '"' || character === "'" : character === quote) {
      quote = quote === '' ? character : '';
    }
    const isExtra = quote === '' && character === '.' && path[at + 1] === '[' && path.charAt(at - 1) !== '.';
    standard += isExtra ? '' : character;
  }
  return standard;
}

/** Patterns are of the author of a path, and a bad one never ends. */
function environment(): JSONPathEnvironment {
  const made = new JSONPathEnvironment({ maxRecursionDepth: MAX_DEPTH });
  made.functionRegister.delete('match');
  made.functionRegister.delete('search');
  return made;
}

/** How often a path may look at each value; infinite where it cannot be told. */
function weightOf(query: JSONPathQuery): number {
  const { segments } = query;
  const descents = segments.filter((segment) => segment.toString().startsWith('..')).length;
  if (segments.length > MAX_SEGMENTS || descents > 1) {
    return Infinity;
  }
  if (query.singularQuery()) {
    return 0;
  }
  let branches = 1;
  let steps = 0;
  for (const selector of segments.flatMap(({ selectors }) => selectors)) {
    steps += selector instanceof jsonpath.selectors.FilterSelector ? filterWeight(selector.expression) : 1;
  }
  for (const { selectors } of segments) {
    branches *= selectors.length;
  }
  return branches * steps;
}

/** One for each part of an expression, if all that it asks for is single values below the one that it is asked for. */
function filterWeight(expression: unknown): number {
  if (!(expression instanceof jsonpath.expressions.FilterExpression)) {
    return 0;
  }
  if (expression instanceof jsonpath.expressions.FilterQuery) {
    const isBounded =
      expression instanceof jsonpath.expressions.RelativeQuery && expression.path.singularQuery();
    return isBounded ? 1 + expression.path.segments.length : Infinity;
  }
  const parts = Object.values(expression).flat() as unknown[];
  return parts.reduce<number>((sum, part) => sum + filterWeight(part), 1);
}
