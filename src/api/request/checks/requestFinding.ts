import type { JsonFaultCode } from '../json/fault';
import type { Span } from '../parse/problem';
import type { TextReplacement } from '../write/setVariable';

/** What speaks against a request that could be sent. Closed: the sentence for each is made where it is shown. */
export type FindingCode =
  // its body
  | 'jsonSyntax'
  | 'unknownInBody'
  | 'missingField'
  | 'unknownField'
  | 'fieldType'
  | 'fieldValue'
  | 'fieldLimit'
  // against the description of its operation
  | 'missingQuery'
  | 'unknownQuery'
  | 'badQueryValue'
  | 'badQueryType'
  // against all operations
  | 'otherMethod'
  | 'similarPath'
  | 'goneOperation';

/** What can be done about it with one click. */
export interface Fix {
  readonly kind:
    | 'useName'
    | 'useHost'
    | 'setVariable'
    | 'remove'
    | 'removeComma'
    | 'addComma'
    | 'addColon'
    | 'quote'
    | 'addQuery'
    | 'addFields'
    | 'removeField';
  /** What it puts in, as a person reads it. */
  readonly name: string;
  readonly edits: readonly TextReplacement[];
}

/** Something to look at, and where. Names and texts in it are of the document or of a description: untrusted. */
export interface RequestFinding extends Span {
  readonly code: FindingCode;
  /** The name of a variable, a field, or a query parameter. */
  readonly name: string;
  /** What would be right: values, methods, a path. */
  readonly expected: readonly string[];
  /** Of `jsonSyntax`. */
  readonly fault?: JsonFaultCode;
  /** Of `fieldLimit`: what the library says, in English. */
  readonly message?: string;
  readonly fixes: readonly Fix[];
}

/** More of them in a document are noise. */
export const MAX_FINDINGS = 200;
