import type { Method } from '../../openapi/model';
import type { HeaderLine, ParsedBody, Piece } from '../document';
import { wellFormed } from '../encoding';
import { Lines, part, trimmed, type Slice } from './lines';
import { isFilePath, pathInLine } from '../files';
import { isMultipart, mayHaveBody } from '../mediaTypes';
import { isLiteral, piecesOf } from './pieces';
import type { Report } from './problem';
import { parseJsonString } from './quoting';
import { isComment, refusedSyntax } from './refusals';

/** What is known of a request when its body begins. */
interface Before {
  readonly method: Method;
  readonly quoted: boolean;
  readonly headers: readonly HeaderLine[];
}

/** Reads what stands behind the blank line. Undefined where that is nothing, or nothing that may be sent. */
export function readBody(
  rest: Slice,
  { method, quoted, headers }: Before,
  report: Report,
): ParsedBody | undefined {
  const body = withoutBlankEnds(rest);
  if (body.text === '') {
    return undefined;
  }
  if (!mayHaveBody(method)) {
    reportText(body, report);
    return undefined;
  }
  return quoted ? readQuoted(trimmed(body), report) : readText(body, hasParts(headers), report);
}

/** Where there is no body, comments may still stand. */
function reportText(body: Slice, report: Report): void {
  const lines = new Lines(body.text, 0, body.text.length);
  for (let line = lines.next(); line; line = lines.next()) {
    if (line.text.trim() !== '' && !isComment(line.text)) {
      report(refusedSyntax(line.text) ?? 'bodyNotAllowed', part(body, line.start, line.end));
      return;
    }
  }
}

function readQuoted(body: Slice, report: Report): ParsedBody | undefined {
  const { text, ...place } = body;
  const meant = parseJsonString(text);
  if (meant === undefined) {
    report('badQuotedBody', place);
    return undefined;
  }
  return { quoted: true, pieces: [{ text: wellFormed(meant), ...place }], ...place };
}

function readText(body: Slice, multipart: boolean, report: Report): ParsedBody {
  const pieces: Piece[] = [];
  let from = 0;
  const takeText = (to: number) => {
    const text = part(body, from, to);
    pieces.push(...(text.text === '' ? [] : piecesOf(text, 'body', report)).map(withPlainLineEnds));
  };
  for (const { index, 0: found, 1: line = '' } of body.text.matchAll(/(?:^|[\r\n])([<>?][^\r\n]*)/g)) {
    const end = index + found.length;
    const slice = part(body, end - line.length, end);
    const refusal = refusedSyntax(line);
    const file = refusal === 'fileInclude' ? pathInLine(line) : undefined;
    if (file === undefined || !standsAlone(body.text, slice, body.start, multipart)) {
      if (refusal) {
        report(refusal, slice);
      }
    } else if (isFilePath(file)) {
      takeText(end - line.length);
      from = end;
      pieces.push({ ...slice, file });
    } else {
      report('badFilePath', slice);
    }
  }
  takeText(body.text.length);
  return { quoted: false, pieces, start: body.start, end: body.end };
}

function withPlainLineEnds(piece: Piece): Piece {
  return isLiteral(piece) ? { ...piece, text: piece.text.replace(/\r\n|\r/g, '\n') } : piece;
}

/** Whether a line is the whole body, or the whole of a part: between a blank line and the next boundary. */
function standsAlone(body: string, line: Slice, bodyStart: number, multipart: boolean): boolean {
  const before = body.slice(Math.max(line.start - bodyStart - 4, 0), line.start - bodyStart);
  const after = body.slice(line.end - bodyStart, line.end - bodyStart + 4);
  const isWhole = before === '' && after === '';
  return isWhole || (multipart && /(?:\n\n|\r\n\r\n|\r\r)$/.test(before) && /^(?:\r\n|\n|\r)--/.test(after));
}

/** By what is written of the type, since no value is known yet. */
function hasParts(headers: readonly HeaderLine[]): boolean {
  const type = headers.find(({ name }) => name.toLowerCase() === 'content-type');
  return isMultipart(type?.value.map((piece) => (isLiteral(piece) ? piece.text : '')).join('') ?? '');
}

/** From the first line with any text in it to the last one. */
function withoutBlankEnds(rest: Slice): Slice {
  const first = rest.text.search(/\S/);
  if (first < 0) {
    return part(rest, 0, 0);
  }
  const start = Math.max(rest.text.lastIndexOf('\n', first), rest.text.lastIndexOf('\r', first)) + 1;
  const last = rest.text.trimEnd().length;
  const end = last + rest.text.slice(last).search(/[\r\n]|$/);
  return part(rest, start, end);
}
