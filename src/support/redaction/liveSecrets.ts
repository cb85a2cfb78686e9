import { layersOf, type Layer, type Range } from './layers';
import { Needles, type Needle } from './needles';

/** Shorter values would mask ordinary words. Real keys and tokens are far longer. */
const MIN_SECRET_LENGTH = 8;

/**
 * Finds values in texts, whatever wrote them: as they are, escaped any way and any mixture of ways, in base64 at each of
 * its three alignments, in hexadecimal. One walk over the text finds them all.
 */
export class LiveSecrets {
  private readonly held = new Map<string, number>();
  private needles: Needles | undefined;

  /** Looks for it from now on, once more often if it already does. */
  add(secret: string): void {
    this.held.set(secret, (this.held.get(secret) ?? 0) + 1);
    this.needles = undefined;
  }

  /** Takes back one `add`. */
  remove(secret: string): void {
    const uses = this.held.get(secret) ?? 0;
    if (uses > 1) {
      this.held.set(secret, uses - 1);
    } else {
      this.held.delete(secret);
    }
    this.needles = undefined;
  }

  /** Where they stand in one layer of a text. */
  rangesIn({ text }: Layer): Range[] {
    this.needles ??= new Needles([...this.held.keys()].flatMap(needlesOf));
    return this.needles
      .rangesIn(text)
      .map(({ start, end, inBase64 }) => (inBase64 ? withEdges(text, start, end) : [start, end]));
  }
}

function needlesOf(secret: string): Needle[] {
  const bytes = Buffer.from(secret);
  const hex = bytes.toString('hex');
  const plain = [secret, layersOf(secret).at(-1)?.text ?? ''].flatMap((text) => [
    text,
    // What forms make of a blank, and what reading a form makes of what was never written by one.
    text.replaceAll(' ', '+'),
    text.replaceAll('+', ' '),
  ]);
  const inBase64 = [0, 1, 2].flatMap((alignment) => {
    const whole = wholeGroups(bytes, alignment);
    return [whole.toString('base64'), whole.toString('base64url')];
  });
  return secret.length < MIN_SECRET_LENGTH
    ? []
    : [
        ...[...plain, hex, hex.toUpperCase()].map((text) => ({ text, inBase64: false })),
        ...inBase64.map((text) => ({ text, inBase64: true })),
      ].filter(({ text }) => text.length >= MIN_SECRET_LENGTH);
}

/**
 * The bytes that fill whole groups of three when `alignment` bytes stand before them in the first one: what base64 makes
 * of them depends on nothing beside.
 */
function wholeGroups(bytes: Buffer, alignment: number): Buffer {
  const start = (3 - alignment) % 3;
  return bytes.subarray(start, bytes.length - ((bytes.length - start) % 3));
}

/** The edges that were not looked for: at most four characters on each side, and the padding. */
function withEdges(text: string, start: number, end: number): Range {
  let first = start;
  while (start - first < 4 && isBase64(text.charAt(first - 1))) {
    first--;
  }
  let last = end;
  while (last - end < 4 && isBase64(text.charAt(last))) {
    last++;
  }
  return [first, last];
}

/** With its padding, `=`, and in both its spellings. */
function isBase64(character: string): boolean {
  return /[\w+/=-]/.test(character);
}
