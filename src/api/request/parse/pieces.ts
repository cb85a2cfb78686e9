import type { Literal, ParsedRequest, Piece, Place, ReferenceUse, VariableUse } from '../document';
import { part, type Slice } from './lines';
import type { Report } from './problem';
import { isReference, readReference } from './readReference';

/** What a variable may be called. `host` is not among them, in any case, nor is what reads a response. */
export function isVariableName(name: string): boolean {
  return isName(name) && name.toLowerCase() !== 'host' && !isReference(name);
}

function isName(text: string): boolean {
  return /^[A-Za-z_][\w.-]*$/.test(text);
}

export function isLiteral(piece: Piece): piece is Literal {
  return 'text' in piece;
}

export function isReferenceUse(piece: Piece): piece is ReferenceUse {
  return 'reference' in piece;
}

/** All that a request is made of, in the order of the text. */
export function piecesOfRequest({
  segments,
  query,
  headers,
  body,
}: Pick<ParsedRequest, 'segments' | 'query' | 'headers' | 'body'>): Piece[] {
  return [
    ...segments.flatMap(({ pieces }) => pieces),
    ...query.flatMap(({ name, value }) => [...name, ...value]),
    ...headers.flatMap(({ value }) => value),
    ...(body?.pieces ?? []),
  ];
}

/** The variables in a text, without what reads a response. */
export function usesIn(pieces: readonly Piece[]): VariableUse[] {
  return pieces.filter((piece): piece is VariableUse => !isLiteral(piece) && !isReferenceUse(piece));
}

/**
 * Splits a text at its `{{name}}`. Other things in braces are reported, but in a body, where braces may be meant:
 * there only what other tools would compute is.
 */
export function piecesOf(slice: Slice, where: Place, report: Report): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const takeLiteral = (to: number) => {
    const text = part(slice, from, to);
    const open = where === 'body' ? -1 : text.text.indexOf('{{');
    if (open >= 0) {
      report('badUse', part(text, open));
    }
    if (text.text !== '') {
      pieces.push(text);
    }
  };
  for (const found of slice.text.matchAll(/\{\{([^{}\r\n]*)\}\}/g)) {
    const end = found.index + found[0].length;
    const { text: _, ...place } = part(slice, found.index, end);
    const name = found[1]?.trim() ?? '';
    const reference = readReference(name);
    if (!reference && !isName(name) && !name.startsWith('$')) {
      continue;
    }
    takeLiteral(found.index);
    from = end;
    if (reference) {
      pieces.push({ name, where, reference, ...place });
    } else if (isName(name)) {
      pieces.push({ name, where, ...place });
    } else {
      report('systemVariable', place);
    }
  }
  takeLiteral(slice.text.length);
  return pieces;
}
