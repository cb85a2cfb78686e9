import type { ParsedRequest, QueryPair } from '../../../api/request/document';
import { isLiteral } from '../../../api/request/parse/pieces';
import { isIdName } from '../../../api/response/idNames';

/** A place of a request that takes an id. */
export interface IdPlace {
  readonly name: string;
  /** Where a lens for it stands: an offset in the text. */
  readonly at: number;
  /** A variable whose value it is, or the part of the query to replace. */
  readonly target: { readonly variable: string } | { readonly start: number; readonly end: number };
}

/** The ids in the path and in the query, each once: `{{profileId}}`, `?branchId=`. */
export function idPlaces(request: ParsedRequest, text: string): IdPlace[] {
  const places = new Map<string, IdPlace>();
  for (const { name, where, start } of request.uses) {
    if ((where === 'path' || where === 'query') && (where === 'path' || isIdName(name)) && name !== 'host') {
      places.set(name, places.get(name) ?? { name, at: start, target: { variable: name } });
    }
  }
  for (const pair of request.query) {
    const place = queryPlace(pair, text);
    if (place && !places.has(place.name)) {
      places.set(place.name, place);
    }
  }
  return [...places.values()];
}

function queryPlace({ name: pieces, value }: QueryPair, text: string): IdPlace | undefined {
  const last = pieces.at(-1);
  const name = pieces.map((piece) => (isLiteral(piece) ? piece.text : '')).join('');
  if (!last || !isIdName(name) || ![...pieces, ...value].every(isLiteral)) {
    return undefined;
  }
  const equals = text[last.end] === '=' ? 1 : 0;
  const start = last.end + equals;
  return equals === 0
    ? undefined
    : { name, at: last.start, target: { start, end: value.at(-1)?.end ?? start } };
}
