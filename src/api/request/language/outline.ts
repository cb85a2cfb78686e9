import type { ParsedDocument, ParsedRequest, Piece, Variable } from '../document';
import { isLiteral } from '../parse/pieces';
import type { Span } from '../parse/problem';

/** An entry of the outline of a document. */
export interface OutlineNode extends Span {
  readonly kind: 'request' | 'variable';
  readonly name: string;
  readonly detail: string;
  /** Where it is gone to. */
  readonly selection: Span;
  /** Variables that are set in the block of a request. */
  readonly children: readonly OutlineNode[];
}

const MAX_VALUE_LENGTH = 80;

/** The requests and variables of a document, by place; those of a block below its request. */
export function outlineOf(text: string, { variables, requests }: ParsedDocument): OutlineNode[] {
  const left = new Set(variables.values());
  const nodes = requests.map((request): OutlineNode => {
    const place = requestSpan(text, request);
    const inside = [...left].filter(({ start }) => start >= place.start && start < place.end);
    inside.forEach((variable) => left.delete(variable));
    return {
      kind: 'request',
      name: `${request.method} ${request.name ?? pathOf(request)}`,
      detail: request.name === undefined ? '' : pathOf(request),
      ...place,
      selection: request.line,
      children: inside.map((variable) => nodeOf(variable)),
    };
  });
  return [...nodes, ...[...left].map((variable) => nodeOf(variable))].sort((a, b) => a.start - b.start);
}

/** From its `###` on, or from its request line where it has none, without the blank lines behind it. */
export function requestSpan(text: string, { start, end, line }: ParsedRequest): Span {
  const from = text.startsWith('###', start) ? start : line.start;
  return { start: from, end: from + text.slice(from, end).trimEnd().length };
}

/** `/distribution/v2/profiles/{profileId}` */
function pathOf({ segments }: ParsedRequest): string {
  return segments.map(({ pieces }) => `/${written(pieces, (name) => `{${name}}`)}`).join('');
}

function nodeOf({ name, value, start, end }: Variable): OutlineNode {
  const detail = written(value, (used) => `{{${used}}}`).slice(0, MAX_VALUE_LENGTH);
  return { kind: 'variable', name, detail, start, end, selection: { start, end }, children: [] };
}

function written(pieces: readonly Piece[], use: (name: string) => string): string {
  return pieces.map((piece) => (isLiteral(piece) ? piece.text : use(piece.name))).join('');
}
