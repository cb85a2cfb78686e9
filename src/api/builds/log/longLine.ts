import type { LogLine } from './logLine';

/** Characters of a line that are shown. An editor draws no more of one than half of that. */
const MAX_SHOWN = 20_000;
/** So many more are looked at: what is cut off must not leave half of a secret. */
const MARGIN = 8_000;

/** A line as it came, or as much of it as is worth reading. */
export interface LineWindow {
  readonly raw: string;
  /** Whether more of it would be shown. */
  readonly isCut: boolean;
}

/**
 * What is read of a line: of one that is longer than anybody reads only the part behind its last carriage return, which is
 * what a terminal would show, and of that the beginning. So the time that a line takes has a limit.
 */
export function windowOf(raw: string): LineWindow {
  const most = MAX_SHOWN + MARGIN;
  if (raw.length <= most) {
    return { raw, isCut: false };
  }
  let end = raw.length;
  while (end > 0 && raw.charAt(end - 1) === '\r') {
    end--;
  }
  const from = end === 0 ? 0 : raw.lastIndexOf('\r', end - 1) + 1;
  return { raw: raw.slice(from, Math.min(end, from + most)), isCut: end - from > most };
}

/** The beginning of a line of which only a window was read, secrets in it masked. */
export function cutLine({ text, spans }: LogLine): LogLine {
  const end = Math.max(0, Math.min(MAX_SHOWN, text.length - MARGIN));
  const kept = spans.filter(({ start }) => start < end);
  return {
    text: `${text.slice(0, end)}…`,
    spans: kept.map((span) => ({ ...span, end: Math.min(span.end, end) })),
  };
}
