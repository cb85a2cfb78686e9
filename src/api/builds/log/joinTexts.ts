import { withoutCodes } from './logLine';

/** How what came by events stands to the text by route. */
export interface Joined {
  /** What came by events and is not in the text, to be put behind it. */
  readonly rest: string;
  /** Of the text, the part that has to be cut off before that: a last line that came whole by event. */
  readonly cut: number;
  /** Lines at the end of the text that have not come by event yet, fit to be compared. */
  readonly ahead: readonly string[];
  /** Whether they have anything in common. */
  readonly meets: boolean;
}

const MIN_ANCHOR = 20;
const MAX_ANCHORS = 500;

/**
 * Finds where the text that came by events, from some moment on and in order, goes on in the text by route, which is whole
 * from its beginning up to some moment: the longest end of the one that the other begins with, or where the one stands in
 * the other. Where a piece between them is missing, they meet in a line that each has once, or not at all. The work is in
 * proportion to both.
 */
export function joinTexts(whole: string, live: string): Joined {
  const wholeLines = whole.split('\n');
  const liveLines = live.split('\n');
  const tail = wholeLines.pop() ?? '';
  const liveTail = liveLines.pop() ?? '';
  const known = wholeLines.map(comparable);
  const came = liveLines.map(comparable);
  const { overlap, end } = findOverlap(known, came);
  if (end !== undefined) {
    const ahead = [...known.slice(end), ...(tail === '' ? [] : [comparable(tail)])];
    return { rest: ahead.length > 0 ? '' : liveTail, cut: 0, ahead, meets: true };
  }
  const anchor = overlap === 0 ? findAnchor(known, came) : undefined;
  if (anchor) {
    const [at, inLive] = anchor;
    const rest = restFrom(liveLines, inLive + 1, liveTail);
    const ahead = known.slice(at + 1);
    return ahead.length > 0
      ? { rest: '', cut: 0, ahead, meets: true }
      : { rest, cut: tail.length, ahead: [], meets: true };
  }
  const rest = restFrom(liveLines, overlap, liveTail);
  const isCut = tail !== '' && comparable(rest.split('\n', 1).join('')).startsWith(comparable(tail));
  const gap = tail !== '' && !isCut && rest !== '' ? '\n' : '';
  return { rest: gap + rest, cut: isCut ? tail.length : 0, ahead: [], meets: overlap > 0 };
}

/** A line as it is compared: both ways may differ in codes and line ends. */
export function comparable(line: string): string {
  return withoutCodes(line).trim();
}

function restFrom(lines: readonly string[], from: number, tail: string): string {
  return [...lines.slice(from), tail].join('\n');
}

/**
 * The longest beginning of `came` that `known` ends with; `end` is behind the last place where all of it stands, if any
 * (Knuth, Morris, Pratt).
 */
function findOverlap(
  known: readonly string[],
  came: readonly string[],
): { overlap: number; end: number | undefined } {
  if (came.length === 0) {
    return { overlap: 0, end: undefined };
  }
  const fallbacks = [0];
  for (let at = 1, length = 0; at < came.length; at++) {
    while (length > 0 && came[at] !== came[length]) {
      length = fallbacks[length - 1] ?? 0;
    }
    length += came[at] === came[length] ? 1 : 0;
    fallbacks.push(length);
  }
  let length = 0;
  let end: number | undefined;
  for (const [at, line] of known.entries()) {
    while (length > 0 && (length === came.length || line !== came[length])) {
      length = fallbacks[length - 1] ?? 0;
    }
    length += line === came[length] ? 1 : 0;
    end = length === came.length ? at + 1 : end;
  }
  return { overlap: length, end };
}

/** The last line that is told apart from all others in both, by its places. */
function findAnchor(known: readonly string[], came: readonly string[]): [number, number] | undefined {
  const places = placesOf(known);
  const own = placesOf(came);
  for (let at = came.length - 1; at >= Math.max(0, came.length - MAX_ANCHORS); at--) {
    const line = came[at] ?? '';
    const place = line.length < MIN_ANCHOR || own.get(line) === -1 ? undefined : places.get(line);
    if (place !== undefined && place >= 0) {
      return [place, at];
    }
  }
  return undefined;
}

/** Where each line stands; -1 for one that stands more than once. */
function placesOf(lines: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [at, line] of lines.entries()) {
    places.set(line, places.has(line) ? -1 : at);
  }
  return places;
}
