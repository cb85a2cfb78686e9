import { lazy } from '../lazy';

/** Part of a text, by its first place and the first one behind it. */
export type Range = readonly [start: number, end: number];

/** A text, or what it stands for once its escapes are read, with the way back to the text that was given. */
export interface Layer {
  text: string;
  /** The part of the given text that stands for this part of the layer: an escape is never cut. */
  sourceOf: (range: Range) => Range;
}

/** An escape within an escape within an escape: further in nobody reads. Keeps the work proportional to the text. */
const MAX_ESCAPED = 4;

/** Of JSON, JavaScript, Python, C and Markdown; of addresses and forms; of HTML and XML. */
const escapes =
  /\\(?:u\{[\da-f]{1,6}\}|u000[01][\da-f]{4}|u[\da-f]{4}|x[\da-f]{2}|[0-3][0-7]{2}|[^])|%(?:[cd][\da-f]%[89ab][\da-f]|e[\da-f](?:%[89ab][\da-f]){2}|f[0-7](?:%[89ab][\da-f]){3}|u[\da-f]{4}|[\da-f]{2})|&(?:#x0{0,40}[\da-f]{1,6};?|#0{0,40}\d{1,7};?|[a-z]{2,7};)/gi;

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The names that HTML has for what stands in keys, tokens, forms and addresses. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  plus: '+',
  equals: '=',
  sol: '/',
  bsol: '\\',
  percnt: '%',
  num: '#',
  period: '.',
  colon: ':',
  semi: ';',
  comma: ',',
  quest: '?',
  excl: '!',
  commat: '@',
  dollar: '$',
  lowbar: '_',
  hyphen: '-',
  ast: '*',
  lpar: '(',
  rpar: ')',
  lsqb: '[',
  lbrack: '[',
  rsqb: ']',
  rbrack: ']',
  lcub: '{',
  lbrace: '{',
  rcub: '}',
  rbrace: '}',
  verbar: '|',
  vert: '|',
  grave: '`',
  tilde: '~',
  nbsp: ' ',
};

/**
 * The text as it stands, then what it stands for once its escapes are read, then what that stands for, until nothing
 * is escaped. Escapes of every kind are read together: whatever wrapped what, each layer takes off one wrapping.
 */
export function layersOf(text: string): Layer[] {
  let layer: Layer = { text, sourceOf: (range) => range };
  const layers = [layer];
  while (layers.length <= MAX_ESCAPED) {
    const next = unescaped(layer);
    if (!next) {
      break;
    }
    layers.push(next);
    layer = next;
  }
  return layers;
}

/** An escape that was read: where its character is in the layer, and where it was written. */
interface Escape {
  at: number;
  length: number;
  start: number;
  end: number;
}

function unescaped({ text, sourceOf }: Layer): Layer | undefined {
  const read = text.replace(escapes, (escape) => characterOf(escape) ?? escape);
  if (read === text) {
    return undefined;
  }
  // Most texts have no secret, and none of their places is asked for.
  const found = lazy(() => escapesIn(text));
  return {
    text: read,
    sourceOf: ([start, end]) => sourceOf([placeOf(start, found())[0], placeOf(end - 1, found())[1]]),
  };
}

function escapesIn(text: string): Escape[] {
  let shorter = 0;
  return [...text.matchAll(escapes)].flatMap(({ index: start, 0: escape }) => {
    const length = (characterOf(escape) ?? escape).length;
    const at = start - shorter;
    shorter += escape.length - length;
    return { at, length, start, end: start + escape.length };
  });
}

/** What an escape stands for; undefined where it only looks like one. */
function characterOf(escape: string): string | undefined {
  const second = escape.charAt(1).toLowerCase();
  if (/^\\\d{3}$/.test(escape)) {
    return String.fromCharCode(parseInt(escape.slice(1), 8));
  }
  if (escape.startsWith('\\') && (escape.length === 2 || !'ux'.includes(second))) {
    return controls[second] ?? escape.charAt(1);
  }
  if (escape.startsWith('&') && second !== '#') {
    return entities[escape.slice(1, -1).toLowerCase()];
  }
  if (escape.startsWith('%') && second !== 'u' && escape.length > 3) {
    return textOfBytes(escape);
  }
  const isDecimal = escape.startsWith('&#') && escape.charAt(2).toLowerCase() !== 'x';
  const digits = /[\da-f]+/i.exec(escape)?.[0] ?? '';
  const point = parseInt(digits, isDecimal ? 10 : 16);
  return point > 0x10ffff ? undefined : String.fromCodePoint(point);
}

function textOfBytes(escaped: string): string | undefined {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}

/** What was written for the character at this place of the layer. */
function placeOf(at: number, found: readonly Escape[]): Range {
  const before = found[lastUpTo(at, found)];
  const behind = before ? at - before.at - before.length : at;
  const start = (before?.end ?? 0) + behind;
  return before && behind < 0 ? [before.start, before.end] : [start, start + 1];
}

function lastUpTo(at: number, found: readonly Escape[]): number {
  let low = 0;
  let high = found.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle]?.at ?? 0) <= at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}
