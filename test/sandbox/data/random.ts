/**
 * Numbers that look random and are the same on every run: each thing gets its own generator from the seed and a name,
 * so that the n-th profile is the same whether 40 or 100,000 of them are made.
 */
export interface Random {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** True in about `percent` of 100 cases. */
  chance(percent: number): boolean;
  pick<T>(from: readonly T[]): T;
  guid(): string;
  bytes(count: number): Buffer;
}

/** FNV-1a, to turn a name into the generator's first state. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}

export function randomFor(seed: number, name: string): Random {
  let state = (hash(name) ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
  /** Mulberry32: 32 bits at a time. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number => Math.floor((next() / 0x1_0000_0000) * limit);
  const hex8 = (): string => next().toString(16).padStart(8, '0');
  return {
    below,
    chance: (percent) => below(100) < percent,
    pick: <T>(from: readonly T[]): T => {
      const chosen = from[below(from.length)];
      if (chosen === undefined) {
        throw new RangeError('Nothing to pick from.');
      }
      return chosen;
    },
    guid: () => {
      const [a, b, c, d] = [hex8(), hex8(), hex8(), hex8()];
      return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`;
    },
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => next() & 0xff)),
  };
}

/** What Appcircle writes where an id is absent but the field is no null (appcircle-api 4.7). */
export const zeroGuid = '00000000-0000-0000-0000-000000000000';
