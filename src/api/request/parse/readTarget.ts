import { placeOfInvisible } from '../../../support/visibleText';
import type { Piece, QueryPair, Segment } from '../document';
import { encodeValue, isDotSegment, keepReserved, percentDecode } from '../encoding';
import { part, parts, type Slice } from './lines';
import { isLiteral, piecesOf } from './pieces';
import type { ProblemCode, Report } from './problem';
import { coverReferences } from './readReference';

/** A path and the query that stands in the same line. */
export interface ReadTarget {
  readonly segments: readonly Segment[];
  readonly query: readonly QueryPair[];
}

/** Reads `{{host}}/path?query`, blanks around it taken off. */
export function readTarget(target: Slice, report: Report): ReadTarget {
  const host = /^\{\{[ \t]*host[ \t]*\}\}(?=\/)/.exec(target.text)?.[0];
  if (host === undefined) {
    report(target.text === '' ? 'noTarget' : 'notBelowHost', target);
    return { segments: [], query: [] };
  }
  const mark = coverReferences(target.text).indexOf('?');
  const path = part(target, host.length + 1, mark < 0 ? undefined : mark);
  return {
    segments: readPath(path, report),
    query: mark < 0 ? [] : readQuery(part(target, mark + 1), report),
  };
}

function readPath(path: Slice, report: Report): Segment[] {
  const segments = parts(path, '/', coverReferences(path.text));
  const [first] = segments;
  if (first?.text === '' && segments.length > 1) {
    // `{{host}}//evil`: a path that begins with two slashes is a host, wherever a base is forgotten.
    report('emptySegment', first);
  }
  return segments.map((segment) => {
    if (isDotSegment(segment.text)) {
      report('dotSegment', segment);
    }
    const pieces = piecesOf(segment, 'path', report);
    checkLiterals(pieces, report);
    return { pieces, start: segment.start, end: segment.end };
  });
}

/** Reads `a=b&c=d`, of the request line or of one that goes on with the query. */
export function readQuery(query: Slice, report: Report): QueryPair[] {
  return parts(query, '&', coverReferences(query.text))
    .filter(({ text }) => text !== '')
    .map((pair) => {
      const sign = coverReferences(pair.text).indexOf('=');
      return {
        name: readQueryText(sign < 0 ? pair : part(pair, 0, sign), report),
        value: sign < 0 ? [] : readQueryText(part(pair, sign + 1), report),
      };
    });
}

function readQueryText(slice: Slice, report: Report): Piece[] {
  const pieces = piecesOf(slice, 'query', report);
  checkLiterals(pieces, report);
  return pieces.map((piece) => {
    if (!isLiteral(piece)) {
      return piece;
    }
    const text = percentDecode(piece.text);
    if (text === undefined) {
      report('notUtf8', piece);
      return { ...piece, text: '' };
    }
    const sent = keepReserved(piece.text);
    return { ...piece, text, ...(sent !== encodeValue(text) && { sent }) };
  });
}

/** One problem for each literal is enough: what is behind it shows once it is mended. */
function checkLiterals(pieces: readonly Piece[], report: Report): void {
  for (const literal of pieces.filter(isLiteral)) {
    const [code, at] = firstRefused(literal.text) ?? [];
    if (code !== undefined && at !== undefined) {
      report(code, { start: literal.start + at, end: literal.start + at + 1 });
    }
  }
}

function firstRefused(text: string): [code: ProblemCode, at: number] | undefined {
  const at = text.search(/[\s\\#]/);
  if (at >= 0) {
    return [text[at] === '\\' ? 'backslash' : text[at] === '#' ? 'fragment' : 'whitespace', at];
  }
  const unseen = placeOfInvisible(text);
  return unseen < 0 ? undefined : ['invisibleCharacter', unseen];
}
