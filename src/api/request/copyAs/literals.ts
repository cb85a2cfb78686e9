import { wellFormed } from '../encoding';
import { mapInvisibles } from './mapInvisibles';

/** How a language writes strings between double quotes. */
interface StringRules {
  /** What has to be escaped of what can be seen, besides the backslash and the quote. */
  readonly special: string;
  /** A character that cannot be seen, by its number. */
  readonly escape: (code: number, character: string) => string;
}

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function literal(text: string, { special, escape }: StringRules): string {
  const isSpecial = (character: string) =>
    character === '\\' || character === '"' || special.includes(character);
  const pieces = mapInvisibles(
    wellFormed(text),
    (run) => Array.from(run, (character) => (isSpecial(character) ? `\\${character}` : character)).join(''),
    (character) => short[character] ?? escape(character.codePointAt(0) ?? 0, character),
  );
  return `"${pieces.join('')}"`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}

export function pythonString(text: string): string {
  return literal(text, {
    special: '',
    escape: (code) => (code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`),
  });
}

/** Nothing is put in but behind a backslash. */
export function swiftString(text: string): string {
  return literal(text, { special: '', escape: (code) => `\\u{${hex(code, 1)}}` });
}

/** A dollar would put something in. Characters of two places are two escapes. */
export function kotlinString(text: string): string {
  return literal(text, {
    special: '$',
    escape: (_, character) =>
      character
        .split('')
        .map((half) => `\\u${hex(half.charCodeAt(0), 4)}`)
        .join(''),
  });
}
