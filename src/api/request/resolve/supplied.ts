import type { ParsedDocument } from '../document';
import type { ProblemCode } from '../parse/problem';
import type { ResponseReference } from '../parse/readReference';

/** A value that does not stand in the document. */
export interface SuppliedValue {
  readonly text: string;
  /** The same as one value of JSON. */
  readonly json: string;
}

/** Where values come from that do not stand in the document: what was picked or typed, and earlier responses. */
export interface SuppliedValues {
  /** Of a variable that is blank, or set nowhere. Undefined where nothing is known for it; never blank. */
  readonly ofVariable: (name: string) => SuppliedValue | undefined;
  /** What is read from the last response of another request, or why that cannot be. */
  readonly ofReference: (reference: ResponseReference) => SuppliedValue | ProblemCode;
}

/** Nothing is known but what stands in the document. */
export const nothingSupplied: SuppliedValues = {
  ofVariable: () => undefined,
  ofReference: () => 'needsResponse',
};

/**
 * What can be told before anything is sent: every response that could be there is taken to be. `ofResponse`: what stands
 * for a value of the response to the request of this name; never blank.
 */
export function assumedValues(
  { requests }: ParsedDocument,
  ofVariable: SuppliedValues['ofVariable'] = nothingSupplied.ofVariable,
  ofResponse: (request: string) => string = () => 'x',
): SuppliedValues {
  const counts = new Map<string, number>();
  for (const { handle = '' } of requests) {
    counts.set(handle, (counts.get(handle) ?? 0) + 1);
  }
  return {
    ofVariable,
    ofReference: ({ request, part }) => {
      const named = counts.get(request) ?? 0;
      if (part === 'unreadable') {
        return 'badReference';
      }
      return named === 0 ? 'unknownRequest' : named > 1 ? 'duplicateName' : typedValue(ofResponse(request));
    },
  };
}

/** What a person typed or picked: JSON where it reads as such, else a text. */
export function typedValue(text: string): SuppliedValue {
  return { text, json: isJsonScalar(text) ? text.trim() : JSON.stringify(text) };
}

/** The same of what may be nothing: an empty text is. */
export function suppliedValue(text: string | undefined): SuppliedValue | undefined {
  return text === undefined || text === '' ? undefined : typedValue(text);
}

function isJsonScalar(text: string): boolean {
  return /^\s*(?:true|false|null|-?(?:0|[1-9]\d{0,15})(?:\.\d{1,15})?)\s*$/.test(text);
}
