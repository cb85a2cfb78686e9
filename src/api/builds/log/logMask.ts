import { MASK, type Redactor } from '../../../support/redact';
import type { Range } from '../../../support/redaction/layers';
import type { ColorSpan, LogLine } from './logLine';

/** Finds secrets in a line: those that live, and what looks like one. */
export type SecretFinder = Pick<Redactor, 'rangesIn'>;

const keyBegins = /-----BEGIN (?:[A-Z\d]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----/;

/** Lines of the longest private key that anybody makes. A log that only names where one begins is not hidden behind it. */
const MAX_KEY_LINES = 250;

/**
 * Masks secrets line by line, so that the work is in proportion to the log; of what has several lines a private key
 * alone. One for the lines of a log, in their order.
 */
export class LineMask {
  /** Lines of a private key that may still come. */
  private keyLines = 0;

  constructor(private readonly secrets: SecretFinder) {}

  mask(line: LogLine): LogLine {
    if (this.keyLines === 0) {
      const begins = keyBegins.exec(line.text);
      if (begins && !line.text.includes('-----END', begins.index)) {
        this.keyLines = MAX_KEY_LINES;
      }
      return maskRanges(line, this.secrets.rangesIn(line.text));
    }
    const end = line.text.indexOf('-----END');
    this.keyLines = end >= 0 || line.text.includes('@@[') ? 0 : this.keyLines - 1;
    if (end < 0 && this.keyLines === 0) {
      return maskRanges(line, this.secrets.rangesIn(line.text));
    }
    const length = end < 0 ? line.text.length : end;
    return length === 0 ? line : maskRanges(line, [[0, length]]);
  }

  /** The same for a line of which more may come: nothing is remembered of it. */
  preview(line: LogLine): LogLine {
    const { keyLines } = this;
    const masked = this.mask(line);
    this.keyLines = keyLines;
    return masked;
  }
}

function maskRanges(line: LogLine, ranges: readonly Range[]): LogLine {
  if (ranges.length === 0) {
    return line;
  }
  const { text } = line;
  const parts: string[] = [];
  /** What is kept of the text, and where it begins in the masked one. */
  const kept: { start: number; end: number; shift: number }[] = [];
  let from = 0;
  let length = 0;
  const keep = (to: number) => {
    if (to > from) {
      kept.push({ start: from, end: to, shift: length - from });
      parts.push(text.slice(from, to));
      length += to - from;
    }
  };
  for (const [start, end] of ranges) {
    if (start >= from) {
      keep(start);
      parts.push(MASK);
      length += MASK.length;
    }
    from = Math.max(from, end);
  }
  keep(text.length);
  return { text: parts.join(''), spans: shiftSpans(line.spans, kept) };
}

/** Both in order, without overlaps: one walk. */
function shiftSpans(
  spans: readonly ColorSpan[],
  kept: readonly { start: number; end: number; shift: number }[],
): ColorSpan[] {
  const shifted: ColorSpan[] = [];
  let at = 0;
  for (const { start, end, color } of spans) {
    while (at < kept.length && (kept[at]?.end ?? 0) <= start) {
      at++;
    }
    for (let next = at; next < kept.length && (kept[next]?.start ?? 0) < end; next++) {
      const part = kept[next];
      if (part) {
        shifted.push({
          start: Math.max(start, part.start) + part.shift,
          end: Math.min(end, part.end) + part.shift,
          color,
        });
      }
    }
  }
  return shifted;
}
