import type { Diagnostic, MatchingSchema, TextDocument } from './jsonLibrary';
import type { BodySchema } from '../../openapi/schema/bodySchema';
import type { Span } from '../parse/problem';
import { touchesVariable, type MaskedJson } from './maskVariables';

/** What is wrong with a body, by its kind: the sentence is made where it is shown. Names and values are untrusted. */
export type JsonProblem = Span &
  (
    | { readonly kind: 'syntax'; readonly code: number }
    /** `known`: the fields that may stand there and do not yet. */
    | { readonly kind: 'unknownField'; readonly field: string; readonly known: readonly string[] }
    /** `object`: the offset of the `{` that it is missing in. */
    | { readonly kind: 'missingField'; readonly field: string; readonly object: number }
    | { readonly kind: 'type'; readonly types: readonly string[] }
    /** None of the values that are allowed. */
    | { readonly kind: 'value'; readonly values: readonly unknown[] }
    /** Beyond a limit, or not in its format; in the words of the library. */
    | { readonly kind: 'limit'; readonly message: string }
  );

interface Around {
  readonly document: TextDocument;
  readonly masked: MaskedJson;
  readonly text: string;
  readonly matching: readonly MatchingSchema[];
}

/** `ErrorCode.EnumValueMismatch`; those of the syntax begin with 257. */
const ENUM_MISMATCH = 1;
const SYNTAX = 257;
const SCHEMA = 769;

/** Reads what the library tells, whose kinds show in its messages. Nothing for what a variable may mend. */
export function problemOf(problem: Diagnostic, around: Around): JsonProblem[] {
  const { document, masked, text } = around;
  const span = {
    start: document.offsetAt(problem.range.start),
    end: document.offsetAt(problem.range.end),
  };
  const code = typeof problem.code === 'number' ? problem.code : 0;
  if (code >= SYNTAX && code < SCHEMA) {
    return [{ kind: 'syntax', code, ...span }];
  }
  const message = messageOf(problem);
  const missing = /^Missing property "([^]*)"\.$/.exec(message)?.[1];
  if (missing !== undefined) {
    return [{ kind: 'missingField', field: missing, object: objectAt(span, text), ...span }];
  }
  if (/^Property [^]* is not allowed\.$/.test(message)) {
    const field = nameAt(text, span);
    return field === undefined
      ? []
      : [{ kind: 'unknownField', field, known: knownBeside(span, around), ...span }];
  }
  if (touchesVariable(masked, span)) {
    return [];
  }
  const types = /^Incorrect type\. Expected (?:one of ([^"]*)|"(\w+)")\.$/.exec(message);
  if (types) {
    return [{ kind: 'type', types: (types[1] ?? types[2] ?? '').split(', '), ...span }];
  }
  if (code === ENUM_MISMATCH) {
    return [{ kind: 'value', values: valuesIn(message), ...span }];
  }
  return code === 0 ? [{ kind: 'limit', message, ...span }] : [];
}

/** Plain text, as long as nobody says to the library that Markdown can be shown. */
export function messageOf({ message }: Pick<Diagnostic, 'message'>): string {
  return typeof message === 'string' ? message : message.value;
}

/** The name of a field as it stands between its quotes. */
function nameAt(text: string, { start, end }: Span): string | undefined {
  try {
    const name: unknown = JSON.parse(text.slice(start, end));
    return typeof name === 'string' ? name : undefined;
  } catch {
    return undefined;
  }
}

/** The library shows it at the name of the field that the object is the value of, or at its brace. */
function objectAt({ start, end }: Span, text: string): number {
  return text[start] === '{' ? start : text.indexOf('{', end);
}

function knownBeside({ start }: Span, { matching }: Around): string[] {
  const holders = matching.filter(
    ({ node }) => node.type === 'object' && node.properties.some(({ keyNode }) => keyNode.offset === start),
  );
  const written = new Set(
    holders.flatMap(({ node }) =>
      node.type === 'object' ? node.properties.map(({ keyNode }) => keyNode.value) : [],
    ),
  );
  const known = holders.flatMap(({ schema }) =>
    Object.entries((schema as BodySchema).properties ?? {})
      .filter(([, { doNotSuggest }]) => doNotSuggest !== true)
      .map(([name]) => name),
  );
  return [...new Set(known)].filter((name) => !written.has(name));
}

function valuesIn(message: string): readonly unknown[] {
  const listed = /^Value is not accepted\. Valid values: ([^]*)\.$/.exec(message)?.[1];
  const single = /^Value must be ([^]*)\.$/.exec(message)?.[1];
  try {
    const values: unknown = JSON.parse(`[${listed ?? single ?? ''}]`);
    return Array.isArray(values) ? values : [];
  } catch {
    return [];
  }
}
