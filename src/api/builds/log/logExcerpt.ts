import { beginningOf } from '../../../support/trim';
import { faultStartIn } from './logSteps';
import type { LogText } from './logText';

/** Lines of a log from one to another, both of them included. Lines count from 0. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** Lines that follow one another, each behind its number, which counts from 1. Untrusted text. */
export interface ExcerptBlock extends LineRange {
  readonly lines: readonly string[];
}

/** Some lines of a log, in their order. */
export interface LogExcerpt {
  readonly blocks: readonly ExcerptBlock[];
  /** All lines of the log that are not in it. */
  readonly leftOut: readonly LineRange[];
}

/** What is read of a log. */
export type ExcerptSource = Pick<LogText, 'lines' | 'kindOf'>;

/** What an excerpt is made of: as bytes of its text in JSON, and so much of each line in characters. */
const ROOM = 11_000;
const MAX_LINE = 500;
/** Of a line that is asked for by itself. */
const MAX_ONLY_LINE = 6_000;
/** The place where it went wrong may take so much of the room, and the end so much. */
const ROOM_OF_FAILURE = 5_500;
const ROOM_OF_END = 2_500;
/** Lines before and after the place where it went wrong, at the end, and around each other error. */
const BEFORE = 15;
const AFTER = 25;
const END = 25;
const AROUND = 2;
/** How many other errors are shown, and how many lines that only sound like one. */
const MAX_ERRORS = 30;
const MAX_WORDED = 15;
/** What a block costs beside its lines. */
const BLOCK = 80;

/** How tools that mark nothing say that something is wrong. */
const worded = /\b(?:error|failed|failure|fatal|exception|undefined symbols?|not found|denied)\b/i;

/**
 * The lines of a part of a log that tell why it went wrong: around the line where it did, the last ones, around
 * whatever else looks like an error, and as much of all that as there is room for. `wrong`: that line, where it is known.
 */
export function excerptOfFailure(log: ExcerptSource, part: LineRange, wrong?: number): LogExcerpt {
  const taken = new TakenLines(log, MAX_LINE, ROOM);
  if (wrong !== undefined) {
    taken.take(nearest(wrong, part), ROOM_OF_FAILURE);
  }
  taken.take(upwards(part.last, Math.max(part.first, part.last - END + 1)), ROOM_OF_END);
  const { errors, others } = findErrors(log, part);
  const around = errors.flatMap((line) => [...nearest(line, part, AROUND, AROUND)]);
  taken.take([...around, ...others], ROOM);
  return taken.excerpt;
}

/** These lines, from the first on, as many as there is room for; of a single one more than of others. */
export function excerptOfRange(log: ExcerptSource, range: LineRange): LogExcerpt {
  const isOne = range.first === range.last;
  const taken = new TakenLines(log, isOne ? MAX_ONLY_LINE : MAX_LINE, ROOM);
  for (let line = range.first; line <= range.last && taken.takeLine(line); line++);
  return taken.excerpt;
}

/** A line with as many on both sides of it, `away` at most, as there is room for. */
export function excerptAround(log: ExcerptSource, line: number, away: number): LogExcerpt {
  const taken = new TakenLines(log, MAX_LINE, ROOM);
  taken.take(nearest(line, { first: 0, last: log.lines.length - 1 }, away, away), ROOM);
  return taken.excerpt;
}

/** How many lines they are. */
export function countLines(ranges: readonly LineRange[]): number {
  return ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

/** Lines of a log, gathered in any order while there is room for them. */
class TakenLines {
  private readonly shown = new Map<number, string>();

  constructor(
    private readonly log: ExcerptSource,
    private readonly maxLine: number,
    private room: number,
  ) {}

  /** Takes those for which there is room, `most` of it at most. */
  take(lines: Iterable<number>, most: number): void {
    const least = Math.max(0, this.room - most);
    for (const line of lines) {
      this.takeLine(line, least);
    }
  }

  /** Whether it is in it. */
  takeLine(line: number, least = 0): boolean {
    if (this.shown.has(line)) {
      return true;
    }
    const text = `${line + 1}: ${cut(this.log.lines[line] ?? '', this.maxLine)}`;
    const isAlone = !this.shown.has(line - 1) && !this.shown.has(line + 1);
    const cost = Buffer.byteLength(JSON.stringify(text)) + (isAlone ? BLOCK : 0);
    if (this.room - cost < least) {
      return false;
    }
    this.room -= cost;
    this.shown.set(line, text);
    return true;
  }

  get excerpt(): LogExcerpt {
    const blocks: { first: number; last: number; lines: string[] }[] = [];
    for (const [line, text] of [...this.shown].sort(([a], [b]) => a - b)) {
      const block = blocks.at(-1);
      if (block?.last === line - 1) {
        block.last = line;
        block.lines.push(text);
      } else {
        blocks.push({ first: line, last: line, lines: [text] });
      }
    }
    return { blocks, leftOut: between(blocks, this.log.lines.length) };
  }
}

function between(blocks: readonly LineRange[], count: number): LineRange[] {
  const ends = [...blocks, { first: count, last: count }];
  return ends
    .map(({ first }, at): LineRange => ({ first: (blocks[at - 1]?.last ?? -1) + 1, last: first - 1 }))
    .filter(({ first, last }) => first <= last);
}

/** A line, then those next to it, further and further away. */
function* nearest(
  line: number,
  { first, last }: LineRange,
  before = BEFORE,
  after = AFTER,
): Generator<number> {
  yield line;
  for (let away = 1; away <= Math.max(before, after); away++) {
    if (away <= after && line + away <= last) {
      yield line + away;
    }
    if (away <= before && line - away >= first) {
      yield line - away;
    }
  }
}

function* upwards(from: number, to: number): Generator<number> {
  for (let line = from; line >= to; line--) {
    yield line;
  }
}

/** What a step marked or a tool called an error, and what only sounds like one. */
function findErrors(log: ExcerptSource, { first, last }: LineRange) {
  const errors: number[] = [];
  const others: number[] = [];
  for (let line = first; line <= last && errors.length < MAX_ERRORS; line++) {
    const text = log.lines[line] ?? '';
    const kind = log.kindOf(line);
    if (kind === 'error' || (kind === undefined && faultStartIn(text) !== undefined)) {
      errors.push(line);
    } else if (kind === undefined && others.length < MAX_WORDED && worded.test(text)) {
      others.push(line);
    }
  }
  return { errors, others };
}

/** No character is cut into halves. */
function cut(text: string, length: number): string {
  if (text.length <= length) {
    return text;
  }
  const head = beginningOf(text, length);
  return `${head}… (${text.length - head.length} more characters)`;
}
