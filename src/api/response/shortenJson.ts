import { beginningOf } from '../../support/trim';
import { visibleText } from '../../support/visibleText';

/** JSON that fits, and what is not in it. */
export interface ShortJson {
  /** JSON in one line. */
  readonly text: string;
  /** Items of lists and members of objects that are left out. */
  readonly items: number;
  /** Texts that are not whole. */
  readonly cutTexts: number;
  /** Lists and objects that are too deep: told by what they hold. */
  readonly deep: number;
}

interface Limits {
  readonly items: number;
  readonly characters: number;
  readonly depth: number;
}

/** Each smaller than the one before: the first that fits is taken. */
const steps: readonly Limits[] = [
  { items: 200, characters: 4_000, depth: 16 },
  { items: 100, characters: 1_000, depth: 12 },
  { items: 50, characters: 500, depth: 10 },
  { items: 25, characters: 300, depth: 8 },
  { items: 12, characters: 200, depth: 6 },
  { items: 6, characters: 120, depth: 5 },
  { items: 3, characters: 80, depth: 4 },
  { items: 2, characters: 60, depth: 3 },
  { items: 1, characters: 40, depth: 2 },
];

const MAX_NAME_LENGTH = 100;

/** A file within JSON: of no use to a reader, and maybe a secret. */
const fileContent = /^[\w+/=-]{512,}$/;

/**
 * The JSON of a value in so many bytes, as a text within JSON: long lists end with how many more there are, long texts
 * with an ellipsis. What is not seen is shown. Work and stack are bounded, whatever the value is.
 */
export function shortenJson(value: unknown, maxBytes: number): ShortJson {
  let short: ShortJson = { text: '"…"', items: 0, cutTexts: 0, deep: 1 };
  for (const limits of steps) {
    const shortener = new Shortener(limits);
    const text = JSON.stringify(shortener.shorten(value ?? null, 0));
    const { items, cutTexts, deep } = shortener;
    if (Buffer.byteLength(JSON.stringify(text)) <= maxBytes) {
      return { text, items, cutTexts, deep };
    }
    short = { ...short, items, cutTexts, deep: deep + 1 };
  }
  return short;
}

class Shortener {
  items = 0;
  cutTexts = 0;
  deep = 0;

  constructor(private readonly limits: Limits) {}

  shorten(value: unknown, depth: number): unknown {
    if (typeof value === 'string') {
      return this.text(value);
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    const size = Object.keys(value).length;
    if (depth >= this.limits.depth && size > 0) {
      this.deep++;
      return Array.isArray(value) ? `[… ${size}]` : `{… ${size}}`;
    }
    return Array.isArray(value) ? this.list(value, depth) : this.object(value, depth);
  }

  private list(value: readonly unknown[], depth: number): unknown[] {
    const { items } = this.limits;
    const kept = value.slice(0, items).map((item) => this.shorten(item, depth + 1));
    const left = value.length - kept.length;
    this.items += left;
    return left > 0 ? [...kept, `… ${left} more`] : kept;
  }

  /** Objects have their members by what they are: they are cut late, and only where they are long lists themselves. */
  private object(value: object, depth: number): Record<string, unknown> {
    const most = Math.max(this.limits.items, 30);
    const members = Object.entries(value);
    const kept = members
      .slice(0, most)
      .map(([name, item]) => [this.name(name), this.shorten(item, depth + 1)] as const);
    const left = members.length - kept.length;
    this.items += left;
    return Object.fromEntries(left > 0 ? [...kept, ['…', `${left} more`] as const] : kept);
  }

  private name(name: string): string {
    const shown = visibleText(name);
    return shown.length > MAX_NAME_LENGTH ? `${shown.slice(0, MAX_NAME_LENGTH)}…` : shown;
  }

  private text(value: string): string {
    const { characters } = this.limits;
    if (fileContent.test(value)) {
      this.cutTexts++;
      return `(${value.length} characters of data)`;
    }
    const shown = visibleText(value.slice(0, characters + 1));
    if (shown.length <= characters) {
      return shown;
    }
    this.cutTexts++;
    return `${beginningOf(shown, characters)}…`;
  }
}
