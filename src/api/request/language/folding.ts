import type { ParsedDocument } from '../document';
import { jsonTokens } from '../json/tokens';
import type { Span } from '../parse/problem';
import { isComment } from '../parse/refusals';
import { headLines } from './headLines';
import { requestSpan } from './outline';

/** What can be folded; of `brackets` the last line stays in sight. */
export interface Fold extends Span {
  readonly kind: 'request' | 'body' | 'brackets' | 'comment';
}

/** Requests, their bodies, what is in brackets there, and runs of comments; also those of a single line. */
export function foldsIn(text: string, parsed: ParsedDocument): Fold[] {
  const requests = parsed.requests.map((request) => ({
    kind: 'request' as const,
    ...requestSpan(text, request),
  }));
  const bodies = parsed.requests.flatMap(({ body }) => {
    const brackets = body?.quoted === false ? bracketsIn(text, body) : [];
    return body ? [{ kind: 'body' as const, start: body.start, end: body.end }, ...brackets] : [];
  });
  return [...requests, ...bodies, ...commentsIn(text, parsed)];
}

function bracketsIn(text: string, { start, end }: Span): Fold[] {
  const folds: Fold[] = [];
  const open: { kind: string; start: number }[] = [];
  // Bodies of other kinds have no brackets that anybody would fold.
  const tokens = /^[[{]/.test(text.slice(start, end).trimStart()) ? jsonTokens(text, { start, end }) : [];
  for (const token of tokens) {
    if (token.kind === '{' || token.kind === '[') {
      open.push(token);
    } else if (token.kind === '}' || token.kind === ']') {
      const opening = open.pop();
      if (opening?.kind === (token.kind === '}' ? '{' : '[')) {
        folds.push({ kind: 'brackets', start: opening.start, end: token.end });
      }
    }
  }
  return folds;
}

function commentsIn(text: string, parsed: ParsedDocument): Fold[] {
  const folds: Fold[] = [];
  for (const lines of headLines(text, parsed)) {
    let run: Fold | undefined;
    for (const line of lines) {
      if (!isComment(line.text) || line.text.startsWith('###')) {
        run = undefined;
        continue;
      }
      if (run) {
        folds.pop();
      }
      run = { kind: 'comment', start: run?.start ?? line.start, end: line.end };
      folds.push(run);
    }
  }
  return folds;
}
