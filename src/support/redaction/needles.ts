/** A text that is looked for, of four characters or more. */
export interface Needle {
  text: string;
  inBase64: boolean;
}

export interface FoundNeedle {
  start: number;
  end: number;
  inBase64: boolean;
}

/** A needle among its like, with the longest of the others that it begins with. */
interface Sorted extends Needle {
  shorter: Sorted | undefined;
}

const KEY_LENGTH = 4;

/**
 * Looks for many texts in one walk: at each place the last four characters lead to the few that begin so, and of those,
 * being sorted, not one after the other is compared. Tokens of one server begin alike.
 */
export class Needles {
  private readonly byStart = new Map<number, Sorted[]>();
  private longest = 0;

  constructor(needles: readonly Needle[]) {
    const sorted = needles.toSorted((a, b) => (a.text < b.text ? -1 : 1));
    for (const { text, inBase64 } of sorted) {
      const key = [...Array(KEY_LENGTH).keys()].reduce((sum, at) => nextKey(sum, text.charCodeAt(at)), 0);
      const group = this.byStart.get(key) ?? [];
      group.push({ text, inBase64, shorter: longestStart(text, group.at(-1)) });
      this.byStart.set(key, group);
      this.longest = Math.max(this.longest, text.length);
    }
  }

  /** Where they stand. Where several begin, the longest. */
  rangesIn(text: string): FoundNeedle[] {
    const found: FoundNeedle[] = [];
    let key = 0;
    for (let at = 0; this.longest > 0 && at < text.length; at++) {
      key = nextKey(key, text.charCodeAt(at));
      const group = this.byStart.get(key);
      if (group) {
        const start = at + 1 - KEY_LENGTH;
        const here = text.slice(start, start + this.longest);
        const needle = longestStart(here, lastUpTo(here, group));
        if (needle) {
          found.push({ start, end: start + needle.text.length, inBase64: needle.inBase64 });
        }
      }
    }
    return found;
  }
}

/** The last four characters as one number: older ones are shifted out. */
function nextKey(key: number, code: number): number {
  return (key << 8) ^ code;
}

/** This needle, or the longest of those it begins with, that the text begins with. */
function longestStart(text: string, needle: Sorted | undefined): Sorted | undefined {
  let candidate = needle;
  while (candidate && !text.startsWith(candidate.text)) {
    candidate = candidate.shorter;
  }
  return candidate;
}

/** The last in the order of texts that does not come after this one: whatever it begins with is that, or begins that. */
function lastUpTo(text: string, sorted: readonly Sorted[]): Sorted | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.text ?? '') <= text) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return sorted[low - 1];
}
