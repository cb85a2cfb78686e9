import { visibleLines } from '../../../support/visibleText';
import { colorAfter, type LogColor } from './logColors';

/** A part of a line in a color, by its first character and the first one behind it. */
export interface ColorSpan {
  readonly start: number;
  readonly end: number;
  readonly color: LogColor;
}

/** A line as it is shown: no codes, nothing that is not seen. */
export interface LogLine {
  readonly text: string;
  readonly spans: readonly ColorSpan[];
}

export const noSpans: readonly ColorSpan[] = Object.freeze([]);

/** Escape sequences: those with parameters (CSI), texts for the terminal itself (OSC and its like), short ones. */
const escapes =
  // eslint-disable-next-line no-control-regex -- exactly these are looked for
  /(?:\u001b\[|\u009b)([0-?]*)[ -/]*([@-~]?)|\u001b(?:[\]PX^_](?:[^\u0007\u001b]*(?:\u0007|\u001b\\))?|[ -/]*[0-~]?)/g;

/** What a terminal draws nothing for; a tab it does. */
// eslint-disable-next-line no-control-regex -- exactly these are looked for
const controls = /[\u0000-\u0008\u000a-\u001f\u007f\ufeff]/g;

const plain = /^[\t\u0020-\u007e]*$/;

/**
 * Reads lines as a terminal does that has no room for more than one: a carriage return begins the line anew, colors go
 * on from line to line. One reader for the lines of a log, in their order.
 */
export class LineReader {
  private color: LogColor | undefined;

  /** A line without the line feed at its end. */
  read(raw: string): LogLine {
    if (this.color === undefined && plain.test(raw)) {
      return { text: raw, spans: noSpans };
    }
    let line: LogLine = { text: '', spans: noSpans };
    for (const piece of raw.split('\r')) {
      const read = this.readPiece(piece);
      line = read.text === '' ? line : read;
    }
    return line;
  }

  /** What was left colored ends here. */
  resetColor(): void {
    this.color = undefined;
  }

  /** The same for a line of which more may come: it is read again then. */
  preview(raw: string): LogLine {
    const { color } = this;
    const line = this.read(raw);
    this.color = color;
    return line;
  }

  private readPiece(piece: string): LogLine {
    const spans: ColorSpan[] = [];
    let text = '';
    const add = (part: string) => {
      const shown = plain.test(part) ? part : visibleLines(part.replace(controls, ''));
      if (shown !== '' && this.color !== undefined) {
        addSpan(spans, { start: text.length, end: text.length + shown.length, color: this.color });
      }
      text += shown;
    };
    let from = 0;
    for (const match of piece.matchAll(escapes)) {
      add(piece.slice(from, match.index));
      from = match.index + match[0].length;
      if (match[2] === 'm') {
        this.color = colorAfter(match[1] ?? '', this.color);
      }
    }
    add(piece.slice(from));
    return { text, spans: spans.length > 0 ? spans : noSpans };
  }
}

/** A line without codes; everything else stays. */
export function withoutCodes(raw: string): string {
  return raw.includes('\u001b') || raw.includes('\u009b') ? raw.replace(escapes, '') : raw;
}

function addSpan(spans: ColorSpan[], span: ColorSpan): void {
  const last = spans.at(-1);
  if (last?.end === span.start && last.color === span.color) {
    spans[spans.length - 1] = { ...last, end: span.end };
  } else {
    spans.push(span);
  }
}
