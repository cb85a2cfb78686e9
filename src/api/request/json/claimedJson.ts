import type { ParsedBody, ParsedRequest } from '../document';
import { isJson } from '../mediaTypes';
import { isLiteral } from '../parse/pieces';

/** The body of a request that says in its `Content-Type` to be JSON, and stands in the document as it is sent. */
export function claimedJson({
  headers,
  body,
}: Pick<ParsedRequest, 'headers' | 'body'>): ParsedBody | undefined {
  const type = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? [];
  const claims = type.every(isLiteral) && isJson(type.map(({ text }) => text).join(''));
  const isHere =
    body?.quoted === false && !body.pieces.some((piece) => isLiteral(piece) && piece.file !== undefined);
  return claims && isHere ? body : undefined;
}
