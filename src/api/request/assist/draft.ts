import { methods, type Method } from '../../openapi/model';
import type { HeaderLine, QueryPair } from '../document';
import { Lines, part, trimmed, type Slice } from '../parse/lines';
import { piecesOf } from '../parse/pieces';
import type { Span } from '../parse/problem';
import { readQuery, readTarget } from '../parse/readTarget';
import { directiveOf, isComment } from '../parse/refusals';
import type { RequestDraft } from './place';

/** A line above the body, without blanks around it, and what it is. */
export interface DraftLine extends Slice {
  readonly kind: 'title' | 'comment' | 'blank' | 'variable' | 'request' | 'query' | 'header';
  /** From the end of the line before it to its own: where a cursor in it may be. */
  readonly whole: Span;
}

/** A draft, with the lines above its body. */
export interface ReadDraft {
  readonly draft: RequestDraft;
  readonly lines: readonly DraftLine[];
}

/** Lines above a body that are looked at. Nobody writes a thousand headers by hand. */
const MAX_HEAD_LINES = 2000;

/** The words of a request line. */
export interface RequestLine {
  /** Undefined for what begins with something else, or where the line is that one word. */
  readonly method: Slice | undefined;
  readonly target: Slice;
}

/** Reads the block around an offset. Never throws, and reads nothing beyond it. */
export function readDraft(text: string, offset: number): ReadDraft {
  const block = blockAt(text, offset);
  const lines: DraftLine[] = [];
  const reader = new Lines(text, block.start, block.end);
  let requestLine: DraftLine | undefined;
  let body: Span | undefined;
  for (let line = reader.next(); line && lines.length < MAX_HEAD_LINES; line = reader.next()) {
    const slice = trimmed(line);
    const kind = kindOf(slice, lines, requestLine !== undefined);
    const read = { ...slice, kind, whole: { start: line.start, end: line.end } };
    lines.push(read);
    if (kind === 'request') {
      requestLine = read;
    } else if (kind === 'blank' && requestLine) {
      const start = afterLine(text, line.end, block.end);
      body = start > line.end ? { start, end: block.end } : undefined;
      break;
    }
  }
  if (!body && isEmptyLine(text, block)) {
    const last = { start: block.end, end: block.end };
    lines.push({ text: '', kind: 'blank', whole: last, ...last });
  }
  return { draft: draftOf(block, lines, requestLine, body), lines };
}

/** The method of a request line, and what stands behind it without the version of HTTP. */
export function requestLineOf(line: Slice): RequestLine {
  const [word = ''] = /^[A-Za-z]+(?=\s)/.exec(line.text) ?? [];
  const hasMethod = methodOf(word) !== undefined;
  const rest = hasMethod ? part(line, word.length) : line;
  const version = /\sHTTP\/[\d.]*$/.exec(rest.text)?.index;
  return {
    method: hasMethod ? part(line, 0, word.length) : undefined,
    target: trimmed(part(rest, 0, version)),
  };
}

/** The usual ones, in any case: of the others some, as `search`, are words that an operation is looked for by. */
export function methodOf(word: string): Method | undefined {
  return methods.find((method) => method === word.toUpperCase());
}

/** Tells nobody: what is half written is wrong in many ways. */
export const ignore = (): void => undefined;

function draftOf(
  block: Span,
  lines: readonly DraftLine[],
  line: DraftLine | undefined,
  body: Span | undefined,
): RequestDraft {
  const { method, target } = line ? requestLineOf(line) : {};
  const read = target && readTarget(target, ignore);
  const query = lines.filter(({ kind }) => kind === 'query').flatMap((one) => queryOf(one));
  return {
    block,
    method: methodIn(line, method),
    line: line && { start: line.start, end: line.end },
    segments: read?.segments ?? [],
    query: [...(read?.query ?? []), ...query],
    headers: lines.filter(({ kind }) => kind === 'header').flatMap((one) => headerOf(one)),
    body,
    quoted: lines.some(({ kind, text }) => kind === 'comment' && directiveOf(text)?.name === 'quoted-body'),
  };
}

/** GET where a target stands by itself. */
function methodIn(line: DraftLine | undefined, method: Slice | undefined): Method | undefined {
  return method ? methodOf(method.text) : line?.text.startsWith('{{') ? 'GET' : methodOf(line?.text ?? '');
}

function queryOf(line: DraftLine): QueryPair[] {
  return readQuery(part(line, 1), ignore);
}

function headerOf(line: DraftLine): HeaderLine[] {
  const colon = line.text.indexOf(':');
  if (colon < 0) {
    return [];
  }
  const name = trimmed(part(line, 0, colon)).text;
  const value = piecesOf(trimmed(part(line, colon + 1)), 'header', ignore);
  return [{ name, value, start: line.start, end: line.end }];
}

function kindOf(slice: Slice, before: readonly DraftLine[], hasRequest: boolean): DraftLine['kind'] {
  const { text } = slice;
  if (before.length === 0 && text.startsWith('###')) {
    return 'title';
  }
  if (text === '') {
    return 'blank';
  }
  if (isComment(text)) {
    return 'comment';
  }
  if (!hasRequest) {
    return text.startsWith('@') ? 'variable' : 'request';
  }
  const hasHeader = before.some(({ kind }) => kind === 'header');
  return !hasHeader && /^[?&]/.test(text) ? 'query' : 'header';
}

/** Where the next line begins; the end of the line itself where there is no other. */
function afterLine(text: string, end: number, limit: number): number {
  const next = end + (text.startsWith('\r\n', end) ? 2 : 1);
  return end < text.length ? Math.min(next, Math.max(limit, end)) : end;
}

/** Whether the text ends with a line that has nothing in it yet, which no reader of lines tells. */
function isEmptyLine(text: string, { start, end }: Span): boolean {
  return end === text.length && (end === start || /[\r\n]/.test(text[end - 1] ?? ''));
}

function blockAt(text: string, offset: number): Span {
  let start = text.lastIndexOf('###', offset);
  while (start > 0 && !isLineStart(text, start)) {
    start = text.lastIndexOf('###', start - 1);
  }
  const from = Math.max(start, text.startsWith('\ufeff') && start < 1 ? 1 : 0);
  const next = /[\r\n]###/g;
  next.lastIndex = Math.max(from, offset);
  const found = next.exec(text);
  return { start: from, end: found ? found.index + 1 : text.length };
}

function isLineStart(text: string, at: number): boolean {
  return text[at - 1] === '\n' || text[at - 1] === '\r' || (at === 1 && text.startsWith('\ufeff'));
}
