import { idNameOf, isIdName, looksLikeGuid } from '../../response/idNames';
import { idsIn, type IdInText } from '../../response/ids';
import type { ParsedDocument, ParsedRequest, Piece } from '../document';
import { isJson } from '../mediaTypes';
import { isLiteral } from '../parse/pieces';

const MAX_IDS = 500;

/**
 * The ids that stand in a document as they are: values of variables, segments of paths, values of queries, and in bodies
 * of JSON. Each by what it would be called. The first 500: links in an editor, no search.
 */
export function idsInRequests({ variables, requests }: ParsedDocument, text: string): IdInText[] {
  const ofVariables = [...variables.values()].flatMap(({ name, value }) => literalId(value, name));
  const found = requests.flatMap((request) => [
    ...idsInPath(request),
    ...request.query.flatMap(({ name, value }) =>
      literalId(value, name.map((piece) => (isLiteral(piece) ? piece.text : '')).join('')),
    ),
    ...idsInBody(request, text),
  ]);
  return [...ofVariables, ...found].slice(0, MAX_IDS);
}

/** What the path says before a segment is what it is the id of. */
function idsInPath({ segments }: ParsedRequest): IdInText[] {
  const before: string[] = [];
  return segments.flatMap(({ pieces }) => {
    const [only, ...more] = pieces;
    const literal = only && more.length === 0 && isLiteral(only) ? only : undefined;
    const name = idNameOf(before.join('/'));
    before.push(literal?.text ?? '');
    return literal && looksLikeGuid(literal.text)
      ? [{ start: literal.start, end: literal.end, value: literal.text, name: name ?? 'id' }]
      : [];
  });
}

function literalId(value: readonly Piece[], name: string): IdInText[] {
  const [only, ...more] = value;
  if (!only || more.length > 0 || !isLiteral(only)) {
    return [];
  }
  const { text, start, end } = only;
  const isId = looksLikeGuid(text) || (isIdName(name) && /^[\w.:-]{1,128}$/.test(text));
  return isId && end - start === text.length ? [{ start, end, value: text, name }] : [];
}

function idsInBody({ body, headers, segments }: ParsedRequest, text: string): IdInText[] {
  const type = headers.find(({ name }) => /^content-type$/i.test(name))?.value[0];
  if (!body || body.quoted || !type || !isLiteral(type) || !isJson(type.text)) {
    return [];
  }
  const path = segments.map(({ pieces: [only] }) => (only && isLiteral(only) ? only.text : '')).join('/');
  return idsIn(text.slice(body.start, body.end), idNameOf(path)).map((id) => ({
    ...id,
    start: id.start + body.start,
    end: id.end + body.start,
  }));
}
