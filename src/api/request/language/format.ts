import type { ParsedDocument, ParsedRequest, Piece } from '../document';
import { jsonFault } from '../json/fault';
import { claimedJson } from '../json/claimedJson';
import { layOutJson, type LayoutOptions } from '../json/layout';
import { jsonTokens } from '../json/tokens';
import { parseRequests } from '../parse/parse';
import { isLiteral } from '../parse/pieces';
import { isComment } from '../parse/refusals';
import { trimmed, type Slice } from '../parse/lines';
import { headLines } from './headLines';

/**
 * A document laid out: JSON a field a line, one blank before values, the query indented, one blank line before a
 * request. What is sent stays the same but for blanks between the tokens of JSON. Undefined where nothing changes, or
 * where the text cannot be laid out so that it means the same.
 */
export function formatDocument(text: string, options: LayoutOptions): string | undefined {
  const parsed = parseRequests(text);
  const formatted = new Formatter(text, parsed, options).format();
  const isSame =
    formatted !== text && meaningOf(formatted, parseRequests(formatted)) === meaningOf(text, parsed);
  return isSame ? formatted : undefined;
}

class Formatter {
  private readonly lines: string[] = [];
  private readonly requestLines: ReadonlyMap<number, ParsedRequest>;
  private readonly headers: ReadonlySet<number>;
  private blankPending = false;
  /** Between the request line and the first blank one. */
  private isInHead = false;

  constructor(
    private readonly text: string,
    private readonly parsed: ParsedDocument,
    private readonly options: LayoutOptions,
  ) {
    const { requests } = parsed;
    this.requestLines = new Map(requests.map((request) => [request.line.start, request]));
    this.headers = new Set(requests.flatMap(({ headers }) => headers.map(({ start }) => start)));
  }

  format(): string {
    const { newline } = this.options;
    const bodies = this.parsed.requests.filter(({ body }) => body);
    headLines(this.text, this.parsed).forEach((lines, nth) => {
      lines.forEach((line) => {
        this.takeLine(line);
      });
      const request = bodies[nth];
      if (request) {
        this.blankPending = true;
        this.push(this.bodyOf(request));
      }
    });
    const mark = this.text.startsWith('\ufeff') ? '\ufeff' : '';
    return mark + this.lines.map((line) => line + newline).join('');
  }

  private takeLine(line: Slice): void {
    const slice = trimmed(line);
    if (slice.text === '') {
      this.blankPending = true;
      this.isInHead = false;
      return;
    }
    if (line.text.startsWith('###')) {
      this.blankPending = true;
      this.isInHead = false;
    }
    const request = this.requestLines.get(slice.start);
    this.push(request ? this.requestLine(request) : this.otherLine(line, slice));
    this.isInHead ||= request !== undefined;
  }

  private otherLine(line: Slice, { text, start }: Slice): string {
    if (isComment(text)) {
      return line.text.trimEnd();
    }
    if (text.startsWith('@')) {
      return text.replace(/^@\s*([A-Za-z_][\w.-]*)\s*=\s*/, '@$1 = ').trimEnd();
    }
    if (this.headers.has(start)) {
      return text.replace(/^([^:\s]+)\s*:\s*/, '$1: ').trimEnd();
    }
    return this.isInHead && /^[?&]/.test(text) ? `    ${text}` : line.text;
  }

  private requestLine({ line, method, target }: ParsedRequest): string {
    const rest = this.text.slice(target.start, line.end);
    return target.start === line.start ? rest : `${method} ${rest}`;
  }

  private bodyOf(request: ParsedRequest): string {
    const { start, end } = request.body ?? request;
    const written = this.text.slice(start, end);
    const json = claimedJson(request);
    return (json && !jsonFault(this.text, json) ? layOutJson(written, this.options) : undefined) ?? written;
  }

  private push(line: string): void {
    if (this.blankPending && this.lines.length > 0) {
      this.lines.push('');
    }
    this.blankPending = false;
    this.lines.push(line);
  }
}

/** Everything that decides over what is sent, as a text. */
function meaningOf(text: string, { variables, requests, problems }: ParsedDocument): string {
  return JSON.stringify([
    [...variables.values()].map(({ name, value }) => [name, plain(value)]),
    requests.map((request) => [
      request.name,
      request.method,
      request.segments.map(({ pieces }) => plain(pieces)),
      request.query.map(({ name, value }) => [plain(name), plain(value)]),
      request.headers.map(({ name, value }) => [name, plain(value)]),
      bodyMeaning(text, request),
    ]),
    problems.map(({ code, facts }) => [code, facts.name]),
  ]);
}

function bodyMeaning(text: string, request: ParsedRequest): unknown {
  const { body } = request;
  const json = claimedJson(request);
  return json && !jsonFault(text, json)
    ? jsonTokens(text, json).map(({ start, end }) => text.slice(start, end))
    : body && [body.quoted, plain(body.pieces)];
}

function plain(pieces: readonly Piece[]): unknown {
  return pieces.map((piece) => (isLiteral(piece) ? [piece.text, piece.file] : piece.name));
}
