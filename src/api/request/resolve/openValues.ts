import type { ParsedDocument, ParsedRequest, Piece, ReferenceUse } from '../document';
import { isLiteral, isReferenceUse, piecesOfRequest } from '../parse/pieces';

/** A variable for which the document has no value. */
export interface OpenVariable {
  readonly name: string;
  /** It stands in a body alone, where braces may be meant: without a value it is text. */
  readonly optional: boolean;
}

/** What a request needs that does not stand in its document. */
export interface OpenValues {
  /** Each once, in the order in which they are met. */
  readonly variables: readonly OpenVariable[];
  /** What it reads of other requests' responses, by itself and by the variables that it uses. */
  readonly references: readonly ReferenceUse[];
}

/** All that is needed for a request beside its document, also by way of its variables, whichever use which. */
export function openValues({ variables }: ParsedDocument, request: ParsedRequest): OpenValues {
  const open = new Map<string, OpenVariable>();
  const references: ReferenceUse[] = [];
  const met = new Set<string>();
  const pending: Piece[] = piecesOfRequest(request).reverse();
  for (let piece = pending.pop(); piece; piece = pending.pop()) {
    if (isLiteral(piece)) {
      const { unknown } = piece;
      if (unknown !== undefined && !variables.has(unknown) && isPlain(unknown)) {
        open.set(unknown, open.get(unknown) ?? { name: unknown, optional: true });
      }
    } else if (isReferenceUse(piece)) {
      references.push(piece);
    } else {
      const value = variables.get(piece.name)?.value ?? [];
      if (value.length === 0) {
        open.set(piece.name, { name: piece.name, optional: false });
      } else if (!met.has(piece.name)) {
        met.add(piece.name);
        // One by one: there may be more of them than a call can be given.
        value.toReversed().forEach((part) => pending.push(part));
      }
    }
  }
  return { variables: [...open.values()], references };
}

/** What reads the response of a request that there is none of stays text in a body; nobody can be asked for that. */
function isPlain(name: string): boolean {
  return !/\.response(?:\.|$)/.test(name);
}
