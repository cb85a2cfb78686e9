import { isIdName, singularId } from '../../response/idNames';
import { jsonTokens, type JsonToken } from '../json/tokens';
import type { Span } from '../parse/problem';

/** An id in the JSON of a body: what it is called, and the value that would be replaced, quotes included. */
export interface IdField extends Span {
  readonly name: string;
}

/** Bodies that are longer are not looked through at each key. */
const MAX_LENGTH = 200_000;

/**
 * The id whose value stands at an offset of a body, or could: `"profileId": "…"`, and each of `"testingGroupIds": […]`.
 * The body may be half written.
 */
export function idFieldAt(text: string, body: Span, offset: number): IdField | undefined {
  if (body.end - body.start > MAX_LENGTH) {
    return undefined;
  }
  const before: JsonToken[] = [];
  let inside: JsonToken | undefined;
  for (const token of jsonTokens(text, body)) {
    if (token.start >= offset) {
      break;
    }
    if (token.end >= offset && (token.kind === 'string' || token.kind === 'value')) {
      inside = token;
      break;
    }
    before.push(token);
  }
  const name = nameBefore(text, before);
  if (name === undefined || !isIdName(name)) {
    return undefined;
  }
  const { start, end } = inside ?? { start: offset, end: offset };
  return { name: singularId(name), start, end };
}

/** The field whose value comes behind these tokens, or whose list is open there. */
function nameBefore(text: string, tokens: readonly JsonToken[]): string | undefined {
  let at = tokens.length - 1;
  if (tokens[at]?.kind === '[' || tokens[at]?.kind === ',') {
    while (tokens[at]?.kind === ',' || tokens[at]?.kind === 'string' || tokens[at]?.kind === 'open') {
      at--;
    }
    if (tokens[at]?.kind !== '[') {
      return undefined;
    }
    at--;
  }
  const [name, colon] = [tokens[at - 1], tokens[at]];
  return colon?.kind === ':' && name?.kind === 'string'
    ? unquoted(text.slice(name.start, name.end))
    : undefined;
}

function unquoted(text: string): string | undefined {
  return /^"([^"\\]*)"$/.exec(text)?.[1];
}
