import { mayHaveBody } from '../mediaTypes';
import { part, parts, trimmed, type Slice } from '../parse/lines';
import type { Span } from '../parse/problem';
import { methodOf, readDraft, requestLineOf, type DraftLine } from './draft';
import type { PlacedDraft, RequestDraft, TextPlace } from './place';

/**
 * What stands at an offset of a request document, also of one that is half written: the strict reader refuses those.
 * Never throws, and takes time in proportion to what is above the body of the request around the offset.
 */
export function placeAt(text: string, offset: number): PlacedDraft {
  const at = Math.min(Math.max(offset, 0), text.length);
  const { draft, lines } = readDraft(text, at);
  const { body } = draft;
  if (body && at >= body.start) {
    return { draft, place: placeInBody(text, at, draft, body) };
  }
  const line = lines.findLast(({ whole }) => whole.start <= at && at <= whole.end);
  return { draft, place: line ? placeInLine(line, at, draft, lines) : none(at) };
}

function none(at: number): TextPlace {
  return { kind: 'none', start: at, end: at };
}

function placeInBody(text: string, at: number, { method, quoted }: RequestDraft, body: Span): TextPlace {
  const from = Math.max(text.lastIndexOf('\n', at - 1) + 1, text.lastIndexOf('\r', at - 1) + 1, body.start);
  const end = from + text.slice(from, body.end).search(/[\r\n]|$/);
  const line = { text: text.slice(from, end), start: from, end };
  if (method === undefined || !mayHaveBody(method)) {
    const { text: typed, ...span } = trimmed(line);
    return /^[#/@<>]/.test(typed) ? none(at) : { kind: 'statement', separated: true, ...around(span, at) };
  }
  return (quoted ? undefined : variableIn(line, at, true)) ?? { kind: 'body', ...body };
}

function placeInLine(
  line: DraftLine,
  at: number,
  draft: RequestDraft,
  lines: readonly DraftLine[],
): TextPlace {
  const isMeant = line.kind !== 'comment' && line.kind !== 'title' && line.kind !== 'blank';
  const variable = isMeant ? variableIn(line, at, false) : undefined;
  if (variable) {
    return variable;
  }
  switch (line.kind) {
    case 'title':
      return none(at);
    case 'comment':
      return placeInComment(line, at);
    case 'variable':
      return placeInVariable(line, at);
    case 'request':
      return placeInRequestLine(line, at);
    case 'query':
      return at <= line.start ? none(at) : placeInQuery(part(line, 1), at);
    case 'blank':
      return draft.line
        ? { kind: 'headerName', beforeHeaders: !hasHeader(lines), start: at, end: at }
        : { kind: 'statement', separated: false, start: at, end: at };
    case 'header':
      return placeInHeader(line, at, lines);
  }
}

function hasHeader(lines: readonly DraftLine[]): boolean {
  return lines.some(({ kind }) => kind === 'header');
}

/** Between the braces of `{{name}}`, or behind two that are open. */
function variableIn(line: Slice, at: number, inBody: boolean): TextPlace | undefined {
  const before = line.text.slice(0, Math.max(0, at - line.start));
  const open = before.lastIndexOf('{{');
  if (open < 0 || /[{}]/.test(before.slice(open + 2))) {
    return undefined;
  }
  const start = line.start + open + 2;
  const [word = ''] = /^[^{}\s"',/?&=:]*/.exec(line.text.slice(at - line.start)) ?? [];
  const end = Math.max(start, at + word.length);
  return { kind: 'variable', inBody, closed: line.text.startsWith('}}', end - line.start), start, end };
}

function placeInComment({ text, start, end }: Slice, at: number): TextPlace {
  const sign = /^(?:#|\/\/)\s*@/.exec(text)?.[0].length;
  if (sign === undefined || at < start + sign) {
    return none(at);
  }
  const [word = ''] = /^[\w-]*/.exec(text.slice(sign)) ?? [];
  const last = start + sign + word.length;
  return at <= last && at <= end ? { kind: 'directive', start: start + sign, end: last } : none(at);
}

function placeInVariable(line: Slice, at: number): TextPlace {
  const sign = line.text.indexOf('=');
  const name = trimmed(part(line, 1, sign < 0 ? undefined : sign));
  if (sign < 0 || at <= line.start + sign) {
    const span = { start: line.start + 1, end: Math.max(name.end, line.start + 1) };
    return at > line.start ? { kind: 'variableName', ...span } : none(at);
  }
  const { start, end } = trimmed(part(line, sign + 1));
  return { kind: 'variableValue', name: name.text, ...around({ start, end }, at) };
}

function placeInRequestLine(line: Slice, at: number): TextPlace {
  const { method, target } = requestLineOf(line);
  if (method && at <= method.end) {
    return { kind: 'method', start: method.start, end: method.end };
  }
  const host = /^\{\{[ \t]*host[ \t]*\}\}(?=\/)/.exec(target.text)?.[0];
  if (host === undefined) {
    const span = around(method ? target : line, at);
    if (method ?? line.text.startsWith('{{')) {
      return { kind: 'target', ...span };
    }
    // A method by itself, and a blank: what comes is the target.
    return methodOf(line.text) && at > line.end
      ? { kind: 'target', start: at, end: at }
      : { kind: 'statement', separated: false, ...span };
  }
  const mark = target.text.indexOf('?');
  const path = part(target, host.length + 1, mark < 0 ? undefined : mark);
  if (mark >= 0 && at > path.end) {
    return at <= target.end ? placeInQuery(part(target, mark + 1), at) : none(at);
  }
  if (at < path.start || at > path.end) {
    return at < path.start ? { kind: 'target', start: target.start, end: target.end } : none(at);
  }
  const segments = parts(path, '/');
  const index = segments.findIndex(({ start, end }) => start <= at && at <= end);
  const { start, end } = segments[index] ?? path;
  return { kind: 'path', index: Math.max(index, 0), start, end };
}

function placeInQuery(query: Slice, at: number): TextPlace {
  const pair = parts(query, '&').find(({ start, end }) => start <= at && at <= end);
  if (!pair) {
    return none(at);
  }
  const sign = pair.text.indexOf('=');
  const name = part(pair, 0, sign < 0 ? undefined : sign);
  return at <= name.end
    ? { kind: 'queryName', start: name.start, end: name.end }
    : { kind: 'queryValue', name: name.text, start: pair.start + sign + 1, end: pair.end };
}

function placeInHeader(line: Slice, at: number, lines: readonly DraftLine[]): TextPlace {
  const colon = line.text.indexOf(':');
  const name = trimmed(part(line, 0, colon < 0 ? undefined : colon));
  if (colon < 0 || at <= line.start + colon) {
    const others = lines.filter(({ start }) => start !== line.start);
    return {
      kind: 'headerName',
      beforeHeaders: !hasHeader(others),
      ...around({ start: name.start, end: name.end }, at),
    };
  }
  const { start, end } = trimmed(part(line, colon + 1));
  return { kind: 'headerValue', name: name.text, ...around({ start, end }, at) };
}

/** The span, or nothing at the offset where that is in the blanks before or behind it. */
function around({ start, end }: Span, at: number): Span {
  return start <= at && at <= end ? { start, end } : { start: at, end: at };
}
