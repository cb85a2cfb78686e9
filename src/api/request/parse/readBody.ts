import type { Method } from '../../openapi/model';
import type { ParsedBody } from '../document';
import { wellFormed } from '../encoding';
import { Lines, part, trimmed, type Slice } from './lines';
import { mayHaveBody } from '../mediaTypes';
import { isLiteral, piecesOf } from './pieces';
import type { Report } from './problem';
import { parseJsonString } from './quoting';
import { isComment, refusedSyntax } from './refusals';

/** What is known of a request when its body begins. */
interface Before {
  readonly method: Method;
  readonly quoted: boolean;
}

/** Reads what stands behind the blank line. Undefined where that is nothing, or nothing that may be sent. */
export function readBody(rest: Slice, { method, quoted }: Before, report: Report): ParsedBody | undefined {
  const body = withoutBlankEnds(rest);
  if (body.text === '') {
    return undefined;
  }
  if (!mayHaveBody(method)) {
    reportText(body, report);
    return undefined;
  }
  return quoted ? readQuoted(trimmed(body), report) : readText(body, report);
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

function readText(body: Slice, report: Report): ParsedBody {
  for (const { index, 0: found, 1: line = '' } of body.text.matchAll(/(?:^|[\r\n])([<>?][^\r\n]*)/g)) {
    const refusal = refusedSyntax(line);
    if (refusal) {
      const end = index + found.length;
      report(refusal, part(body, end - line.length, end));
    }
  }
  const pieces = piecesOf(body, 'body', report).map((piece) =>
    isLiteral(piece) ? { ...piece, text: piece.text.replace(/\r\n|\r/g, '\n') } : piece,
  );
  return { quoted: false, pieces, start: body.start, end: body.end };
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
