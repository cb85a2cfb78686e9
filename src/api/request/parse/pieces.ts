import type { Literal, Piece, Place, VariableUse } from '../document';
import { part, type Slice } from './lines';
import type { Report } from './problem';

/** What a variable may be called. `host` is not among them, in any case. */
export function isVariableName(name: string): boolean {
  return isName(name) && name.toLowerCase() !== 'host';
}

function isName(text: string): boolean {
  return /^[A-Za-z_][\w.-]*$/.test(text);
}

export function isLiteral(piece: Piece): piece is Literal {
  return 'text' in piece;
}

export function usesIn(pieces: readonly Piece[]): VariableUse[] {
  return pieces.filter((piece): piece is VariableUse => !isLiteral(piece));
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
    if (!isName(name) && !name.startsWith('$')) {
      continue;
    }
    takeLiteral(found.index);
    from = end;
    if (isName(name)) {
      pieces.push({ name, where, ...place });
    } else {
      report('systemVariable', place);
    }
  }
  takeLiteral(slice.text.length);
  return pieces;
}
