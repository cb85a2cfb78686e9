import type { OperationSummary } from '../../openapi/model';
import { isIdName } from '../../response/idNames';
import type { ParsedDocument, ParsedRequest, Piece } from '../document';
import { encodePathText, encodeValue, isDotSegment, percentDecode } from '../encoding';
import { matchOperation } from '../matchOperation';
import { isJson } from '../mediaTypes';
import { isLiteral } from '../parse/pieces';
import { parseRequests } from '../parse/parse';
import type { Span } from '../parse/problem';
import { valueSource, type IdUse, type ValueSource } from '../resolve/valueSources';
import { templateSegments } from '../template';
import { idFieldAt } from './idField';
import type { OperationList } from './operationList';
import type { PlacedDraft, RequestDraft } from './place';
import { placeAt } from './placeAt';
import { idAt } from './suggestPath';

/** An id that may be written at a place, and the list that it is in. */
export interface ListedId {
  readonly name: string;
  /** Path and query of the list, with all ids that it needs itself. */
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly source: ValueSource;
  /** How it is written at the place. */
  readonly encode: (id: string) => string;
  /** What it replaces. */
  readonly span: Span;
}

/**
 * The id that stands at a place, or could, with the address of the list that has it. Undefined where there is none, or
 * where that list needs an id that the document does not say.
 */
export function listedIdAt(
  text: string,
  offset: number,
  list: OperationList,
  more: readonly OperationSummary[],
): ListedId | undefined {
  const document = parseRequests(text);
  const placed = placeAt(text, offset);
  const found =
    placed.place.kind === 'body'
      ? useInBody({ text, document, offset }, placed, list)
      : useAt(document, placed, list);
  if (!found) {
    return undefined;
  }
  const { start, end } = placed.place;
  const { use, encode, values, span = { start, end } } = found;
  const source = valueSource(use, [...list.summaries, ...more]);
  if (!source) {
    return undefined;
  }
  const known = (name: string) => values.get(name) ?? valueOf(document, name);
  const path = filledPath(source.path, known);
  const query = source.query.map((name) => [name, known(name)] as const);
  const filled = query.filter((pair): pair is readonly [string, string] => pair[1] !== undefined);
  return path === undefined || filled.length < query.length
    ? undefined
    : { name: use.name, path, query: filled, source, encode, span };
}

interface FoundUse {
  readonly use: IdUse;
  readonly encode: (id: string) => string;
  /** Ids of the same request, by their names. */
  readonly values: ReadonlyMap<string, string>;
  /** What it replaces, where that is not all of the place. */
  readonly span?: Span;
}

function useAt(
  document: ParsedDocument,
  { place, draft }: PlacedDraft,
  list: OperationList,
): FoundUse | undefined {
  switch (place.kind) {
    case 'path': {
      const id = idAt(list, { draft, index: place.index });
      return id && { use: id, encode: encodeValue, values: valuesInPath(document, draft, id.path) };
    }
    case 'queryValue': {
      const name = percentDecode(place.name) ?? place.name;
      const path = templateOf(draft.segments);
      return isIdName(name)
        ? { use: { name, path, pathBefore: undefined }, encode: encodeValue, values: new Map() }
        : undefined;
    }
    case 'variableValue': {
      const { name } = place;
      const request = document.requests.find(({ uses }) =>
        uses.some((use) => use.name === name && use.where === 'path'),
      );
      return request && { use: useInPath(request, name), encode: (id) => id, values: new Map() };
    }
    default:
      return undefined;
  }
}

/** An id that is the value of a field, as JSON. */
function useInBody(
  { text, document, offset }: { text: string; document: ParsedDocument; offset: number },
  { draft }: PlacedDraft,
  list: OperationList,
): FoundUse | undefined {
  const { method, segments, query, body, headers, quoted } = draft;
  const type = headers.find(({ name }) => name.toLowerCase() === 'content-type');
  const isOther =
    type?.value.every(isLiteral) &&
    !isJson(
      type.value
        .map((piece) => piece.text)
        .join('')
        .trim(),
    );
  const field = body && !quoted && !isOther ? idFieldAt(text, body, offset) : undefined;
  if (!field) {
    return undefined;
  }
  const path = method && matchOperation({ method, segments, query }, list.summaries)?.path;
  const { name, start, end } = field;
  return {
    use: { name, path: templateOf(segments), pathBefore: undefined },
    encode: (id) => JSON.stringify(id),
    values: path === undefined ? new Map() : valuesInPath(document, draft, path),
    span: { start, end },
  };
}

/** The variable where it stands in a path. */
function useInPath({ segments }: ParsedRequest, name: string): IdUse {
  const at = segments.findIndex(({ pieces }) =>
    pieces.some((piece) => !isLiteral(piece) && piece.name === name),
  );
  return { name, path: templateOf(segments), pathBefore: templateOf(segments.slice(0, at)) };
}

function templateOf(segments: RequestDraft['segments']): string {
  return `/${segments.map(({ pieces }) => pieces.map((piece) => (isLiteral(piece) ? piece.text : `{${piece.name}}`)).join('')).join('/')}`;
}

/** What stands in a path for the ids of a template. */
function valuesInPath(document: ParsedDocument, draft: RequestDraft, path: string): Map<string, string> {
  const values = new Map<string, string>();
  templateSegments(path).forEach(([part, ...more], nth) => {
    const pieces = draft.segments[nth]?.pieces;
    if (part && 'parameter' in part && more.length === 0 && pieces) {
      const text = plainText(document, pieces);
      if (text !== '') {
        values.set(part.parameter, percentDecode(text) ?? text);
      }
    }
  });
  return values;
}

/** Empty where a variable has no plain value. */
function plainText(document: ParsedDocument, pieces: readonly Piece[]): string {
  const texts = pieces.map((piece) => (isLiteral(piece) ? piece.text : valueOf(document, piece.name)));
  return texts.every((text) => text !== undefined) ? texts.join('') : '';
}

function valueOf({ variables }: ParsedDocument, name: string): string | undefined {
  const value = variables.get(name)?.value;
  const text = value?.every(isLiteral) ? value.map((piece) => piece.text).join('') : '';
  return text === '' ? undefined : text;
}

/** A template with the values of its ids; undefined where one is not known, or would lead to another path. */
function filledPath(template: string, known: (name: string) => string | undefined): string | undefined {
  let path = '';
  for (const parts of templateSegments(template)) {
    path += '/';
    for (const part of parts) {
      const value = 'text' in part ? part.text : known(part.parameter);
      if (value === undefined || isDotSegment(value)) {
        return undefined;
      }
      path += 'text' in part ? encodePathText(value) : encodeValue(value);
    }
  }
  return path;
}
