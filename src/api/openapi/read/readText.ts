import type { Limits } from './limits';
import { UnusableDescription } from './unusableDescription';

/**
 * The value that a JSON or YAML text stands for; which of them it is shows in its first character, not in a content
 * type or a file name. What looks like JSON and is none (a comma too many, comments) is read as YAML, which allows it.
 * Throws `UnusableDescription` alone.
 */
export async function readText(text: string, limits: Limits): Promise<unknown> {
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (/^\s*[{[]/.test(bare)) {
    refuseTooLarge(bare, limits.jsonBytes);
    refuseTooMuch(bare, limits);
    try {
      return JSON.parse(bare) as unknown;
    } catch {
      if (bare.length > limits.yamlBytes) {
        throw new UnusableDescription('unreadable');
      }
    }
  }
  refuseTooLarge(bare, limits.yamlBytes);
  const { readYaml } = await import('./readYaml');
  // YAML takes each for the end of a line, its library does not take one by itself.
  return readYaml(bare.replace(/\r(?!\n)/g, '\n'), limits);
}

function refuseTooLarge(text: string, limit: number): void {
  if (text.length > limit || Buffer.byteLength(text) > limit) {
    throw new UnusableDescription('tooLarge', { limit });
  }
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;

/** Counts levels and values of a JSON text before anything is made of it. */
function refuseTooMuch(text: string, { depth, values }: Limits): void {
  let level = 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at);
    } else if (code === COMMA) {
      count++;
    } else if (isOpening(code)) {
      level++;
      count++;
    } else if (isClosing(code)) {
      level--;
    }
    if (level > depth) {
      throw new UnusableDescription('tooDeep', { limit: depth });
    }
    if (count > values) {
      throw new UnusableDescription('tooLarge', { limit: values });
    }
  }
}

/** Place of the quote that ends the string which begins at this one. */
function endOfString(text: string, start: number): number {
  for (let end = start; ;) {
    end = text.indexOf('"', end + 1);
    if (end === -1) {
      return text.length;
    }
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) {
      before--;
    }
    if ((end - before) % 2 === 1) {
      return end;
    }
  }
}

/** `[` or `{` */
function isOpening(code: number): boolean {
  return code === 0x5b || code === 0x7b;
}

/** `]` or `}` */
function isClosing(code: number): boolean {
  return code === 0x5d || code === 0x7d;
}
