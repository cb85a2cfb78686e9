import type { Span } from './problem';

/** A part of a text together with its place. */
export interface Slice extends Span {
  readonly text: string;
}

/** Reads lines one by one, without what ends them. */
export class Lines {
  constructor(
    private readonly text: string,
    private at: number,
    private readonly end: number,
  ) {}

  next(): Slice | undefined {
    const start = this.at;
    if (start >= this.end) {
      return undefined;
    }
    let end = start;
    while (end < this.end && !isLineEnd(this.text.charCodeAt(end))) {
      end++;
    }
    this.at = end + (this.text.startsWith('\r\n', end) ? 2 : 1);
    return { text: this.text.slice(start, end), start, end };
  }
}

function isLineEnd(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
}

/** Without the blanks at both ends. */
export function trimmed(slice: Slice): Slice {
  const text = slice.text.trim();
  const start = slice.start + (slice.text.length - slice.text.trimStart().length);
  return { text, start, end: start + text.length };
}

/** A part of a slice, as `String.slice` takes it. */
export function part(slice: Slice, from: number, to = slice.text.length): Slice {
  return { text: slice.text.slice(from, to), start: slice.start + from, end: slice.start + to };
}

/** The parts between the separators, as far as those are to be seen in `seen`, a text of the same length. */
export function parts(slice: Slice, separator: string, seen = slice.text): Slice[] {
  const found: Slice[] = [];
  let from = 0;
  for (let at = seen.indexOf(separator); at >= 0; at = seen.indexOf(separator, from)) {
    found.push(part(slice, from, at));
    from = at + separator.length;
  }
  return [...found, part(slice, from)];
}
