import type { Literal, ParsedDocument, ParsedRequest, Piece, Variable, VariableUse } from '../document';
import { wellFormed } from '../encoding';
import { isLiteral, isReferenceUse } from './pieces';
import { problemAt, reportTo, type Problem } from './problem';
import { BlockReader } from './readBlock';

/** In UTF-16 units. What an editor is good for is far smaller. */
const MAX_DOCUMENT_LENGTH = 5 * 1024 * 1024;

/** Of that, what is not body, comment or blank: nearly each character of it may become an object. */
const MAX_STRUCTURE = 256 * 1024;

/** Reads a document. Never throws, and takes time in proportion to the length of the text. */
export function parseRequests(source: string): ParsedDocument {
  if (source.length > MAX_DOCUMENT_LENGTH) {
    return tooLarge(source);
  }
  const text = wellFormed(source);
  const variables = new Map<string, Variable>();
  const requests: ParsedRequest[] = [];
  const general: Problem[] = [];
  const problems: Problem[] = [];
  let structure = 0;
  for (const block of blocksOf(text)) {
    const reader = new BlockReader(text, block, (slice) => {
      structure += slice.text.length;
      return structure <= MAX_STRUCTURE;
    });
    const request = reader.read();
    if (structure > MAX_STRUCTURE) {
      return tooLarge(source);
    }
    if (request) {
      requests.push(request);
    }
    declare(reader, variables);
    general.push(...reader.general);
    problems.push(...reader.general, ...reader.problems);
  }
  const handles = new Set(requests.flatMap(({ handle }) => handle ?? []));
  const isKnown = (use: VariableUse) =>
    isReferenceUse(use) ? handles.has(use.reference.request) : variables.has(use.name);
  return {
    variables,
    requests: requests.map((request) => withKnownUses(text, request, isKnown)),
    problems: problems.sort((a, b) => a.start - b.start),
    general,
  };
}

function tooLarge({ length }: string): ParsedDocument {
  const problems = [problemAt('tooLarge', { start: 0, end: length })];
  return { variables: new Map(), requests: [], problems, general: problems };
}

function blocksOf(text: string): { start: number; end: number }[] {
  const starts = [text.startsWith('\ufeff') ? 1 : 0];
  for (const found of text.matchAll(/[\r\n]###/g)) {
    starts.push(found.index + 1);
  }
  return starts.map((start, nth) => ({ start, end: starts[nth + 1] ?? text.length }));
}

function declare(reader: BlockReader, variables: Map<string, Variable>): void {
  const report = reportTo(reader.general);
  for (const variable of reader.variables) {
    if (variables.has(variable.name)) {
      report('duplicateVariable', variable, variable.name);
    } else {
      variables.set(variable.name, variable);
    }
  }
}

/** Braces in a body that name no variable and no request are text. */
function withKnownUses(
  text: string,
  request: ParsedRequest,
  isKnown: (use: VariableUse) => boolean,
): ParsedRequest {
  const { body, uses, references } = request;
  const isText = (piece: Piece): piece is VariableUse =>
    !isLiteral(piece) && piece.where === 'body' && !isKnown(piece);
  const asText = (use: VariableUse): Literal => ({
    text: text.slice(use.start, use.end),
    start: use.start,
    end: use.end,
    unknown: use.name,
  });
  return {
    ...request,
    uses: uses.filter((use) => !isText(use)),
    references: references.filter((use) => !isText(use)),
    body: body && {
      ...body,
      pieces: body.pieces.map((piece) => (isText(piece) ? asText(piece) : piece)),
    },
  };
}
