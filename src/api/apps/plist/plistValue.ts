import { BrokenContent, keptText } from '../content';

/** A property list, as far as there is JavaScript for it. */
export type PlistValue = string | number | boolean | Date | Buffer | readonly PlistValue[] | PlistDictionary;

/** Names are of others: no object, on which some of them mean something. */
export type PlistDictionary = ReadonlyMap<string, PlistValue>;

/** Lists within lists: those of apps have four or five. */
const MAX_DEPTH = 32;
/** Values, each counted as often as it is referred to: few lines can mean billions. */
const MAX_VALUES = 100_000;
/** Bytes of texts and data that are taken out. */
const MAX_BYTES = 16 * 1024 * 1024;

/** What reading a property list may take. What takes more fails with `BrokenContent`. */
export class PlistLimits {
  private values = 0;
  private bytes = 0;

  /** One value more, so deep in others. */
  enter(depth: number): void {
    this.values++;
    if (this.values > MAX_VALUES || depth > MAX_DEPTH) {
      throw new BrokenContent();
    }
  }

  /** So many bytes more. */
  take(bytes: number): void {
    this.bytes += bytes;
    if (this.bytes > MAX_BYTES) {
      throw new BrokenContent();
    }
  }
}

export function dictionaryIn(value: PlistValue | undefined): PlistDictionary | undefined {
  return value instanceof Map ? (value as PlistDictionary) : undefined;
}

export function arrayIn(value: PlistValue | undefined): readonly PlistValue[] | undefined {
  return Array.isArray(value) ? (value as readonly PlistValue[]) : undefined;
}

/** A text, shortened; numbers as such, since some tools write versions so. */
export function textIn(value: PlistValue | undefined): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? keptText(String(value)) : undefined;
}

export function flagIn(value: PlistValue | undefined): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** Milliseconds since 1970. */
export function timeIn(value: PlistValue | undefined): number | undefined {
  const time = value instanceof Date ? value.getTime() : NaN;
  return Number.isNaN(time) ? undefined : time;
}
