import type { OperationSummary, Parameter } from '../../openapi/model';
import type { BodySchema } from '../../openapi/schema/bodySchema';
import type { Resolver } from '../../openapi/read/references';
import type { Span } from '../parse/problem';

/** What a suggestion is of, for what is told beside and below it. */
export type SuggestionSubject =
  | { readonly kind: 'operation'; readonly summary: OperationSummary }
  | { readonly kind: 'parameter'; readonly parameter: Parameter; readonly description: Resolver }
  | { readonly kind: 'field'; readonly schema: BodySchema; readonly required: boolean }
  /** Operations whose paths go on like this. */
  | { readonly kind: 'paths'; readonly operations: readonly OperationSummary[] }
  | { readonly kind: 'object'; readonly fields: 'required' | 'all' | 'example' }
  | { readonly kind: 'variable'; readonly name: string; readonly value: string | undefined }
  | { readonly kind: 'request'; readonly name: string; readonly line: string };

/** What kind of thing is proposed: it decides over the icon. */
export type SuggestionKind =
  | 'operation'
  | 'method'
  | 'segment'
  | 'id'
  | 'parameter'
  | 'header'
  | 'value'
  | 'field'
  | 'object'
  | 'variable'
  | 'request'
  | 'keyword';

/** Something that may be written at a place; the span is what it replaces. Labels and details are untrusted text. */
export interface RequestSuggestion extends Span {
  readonly kind: SuggestionKind;
  readonly label: string;
  /** The word beside it: what a number means, what an operation does. */
  readonly detail?: string | undefined;
  /** A snippet, in which all texts of others are escaped (`snippetText`). */
  readonly snippet: string;
  /** What is typed is compared with it; the label where absent. */
  readonly filter?: string;
  /** The smaller, the higher; those of one rank by the alphabet. */
  readonly rank: number;
  /** Whether there is more to propose as soon as it is written. */
  readonly continues?: boolean;
  /** Characters that take it, and are written behind it. */
  readonly commit?: readonly string[];
  /** Variables that it uses and the document does not have yet: each needs a line. */
  readonly declares?: readonly string[];
  readonly deprecated?: boolean;
  readonly subject?: SuggestionSubject;
}

/** Suggestions, and whether others may come with each letter. */
export interface Suggestions {
  readonly items: readonly RequestSuggestion[];
  readonly incomplete: boolean;
}

export const noSuggestions: Suggestions = { items: [], incomplete: false };

export function complete(items: readonly RequestSuggestion[]): Suggestions {
  return { items, incomplete: false };
}
