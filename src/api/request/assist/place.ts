import type { Method } from '../../openapi/model';
import type { HeaderLine, QueryPair, Segment } from '../document';
import type { Span } from '../parse/problem';

/** A request as far as it is written: half a line will do, and nothing in it has to be right. */
export interface RequestDraft {
  /** From `###`, or from the beginning of the text, up to the next `###`. */
  readonly block: Span;
  /** Undefined where there is no request line, or where its first word is no method. */
  readonly method: Method | undefined;
  /** The request line without the blanks around it; undefined where there is none. */
  readonly line: Span | undefined;
  /** Of a path below `{{host}}/`, else none. */
  readonly segments: readonly Segment[];
  /** Of the request line and of the lines below it. */
  readonly query: readonly QueryPair[];
  readonly headers: readonly HeaderLine[];
  /** Behind the blank line that ends the headers, up to the end of the block; undefined before there is one. */
  readonly body: Span | undefined;
  /** Whether the body is written as one JSON string (`# @quoted-body`). */
  readonly quoted: boolean;
}

/**
 * What stands at an offset of a request document, or could. The span is what a completion there replaces: the whole
 * word, the offset is within or at its ends.
 */
export type TextPlace =
  /** Where a request line may begin. `separated`: a line `###` has to come before it. */
  | (Span & { readonly kind: 'statement'; readonly separated: boolean })
  | (Span & { readonly kind: 'method' })
  /** Behind the method, as long as it does not begin with `{{host}}/`. */
  | (Span & { readonly kind: 'target' })
  | (Span & {
      readonly kind: 'path';
      /** Which of the segments of the draft it is. */
      readonly index: number;
    })
  | (Span & { readonly kind: 'queryName' })
  | (Span & { readonly kind: 'queryValue'; readonly name: string })
  | (Span & {
      readonly kind: 'headerName';
      /** Whether a line of the query may stand here as well: no header is above it. */
      readonly beforeHeaders: boolean;
    })
  | (Span & { readonly kind: 'headerValue'; readonly name: string })
  /** The span is the whole body. */
  | (Span & { readonly kind: 'body' })
  /** Within `{{ }}`: the span is what is between the braces. `closed`: they are closed already. */
  | (Span & { readonly kind: 'variable'; readonly closed: boolean; readonly inBody: boolean })
  /** Behind the `@` of a line that sets a variable. */
  | (Span & { readonly kind: 'variableName' })
  | (Span & { readonly kind: 'variableValue'; readonly name: string })
  /** Behind the `@` of a comment. */
  | (Span & { readonly kind: 'directive' })
  | (Span & { readonly kind: 'none' });

/** A place, and the request that it is in. */
export interface PlacedDraft {
  readonly place: TextPlace;
  readonly draft: RequestDraft;
}
