import type { ParsedRequest } from '../document';
import { jsonTokens } from '../json/tokens';
import { claimedJson } from '../json/claimedJson';
import { parseRequests } from '../parse/parse';

/**
 * Where the first value of a document is missing, as an offset: of a variable, of the query of its first request, or of a
 * text in its JSON. Undefined where nothing is.
 */
export function firstGap(text: string): number | undefined {
  const { variables, requests } = parseRequests(text);
  const blank = [...variables.values()].find(({ value }) => value.length === 0);
  const [request] = requests;
  return blank?.end ?? (request && (gapInQuery(text, request) ?? gapInBody(text, request)));
}

function gapInQuery(text: string, { query }: ParsedRequest): number | undefined {
  const end = query.find(({ value }) => value.length === 0)?.name.at(-1)?.end;
  return end !== undefined && text.startsWith('=', end) ? end + 1 : end;
}

/** Between the quotes of the first text that is empty. */
function gapInBody(text: string, request: ParsedRequest): number | undefined {
  const body = claimedJson(request);
  const tokens = body ? jsonTokens(text, body) : [];
  const empty = tokens.find(
    ({ kind, start, end }, nth) => kind === 'string' && end - start === 2 && tokens[nth + 1]?.kind !== ':',
  );
  return empty && empty.start + 1;
}
