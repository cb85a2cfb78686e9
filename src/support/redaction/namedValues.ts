import type { Range } from './layers';
import { isProse } from './prose';
import { isSecretName } from './secretNames';

const MAX_NAME_LENGTH = 64;
const MAX_TAG_LENGTH = 256;

/** Their values have several words: a scheme and what is behind it, several cookies. */
const wholeLine = /authorization|cookie/i;

/** That nothing is set, and a flag, are no secrets. */
const open = /^(?:|null|none|nil|undefined|true|false|•••.*)$/i;

/**
 * The values of secret names in any text: `name=value`, `name: value`, `"name": "value"`, `<name>value</name>`, fields of
 * a form, parameters of an address. Where it is in doubt where a value ends, it ends later: too much is masked rather
 * than half of a secret. The text is walked over once, with a look at the few characters before each separator.
 */
export function namedValuesIn(text: string): Range[] {
  const ranges: Range[] = [];
  const known = new Map<string, boolean>();
  const separators = /[=:<>]/g;
  let opened = -1;
  for (let match = separators.exec(text); match; match = separators.exec(text)) {
    const at = match.index;
    if (match[0] === '<') {
      opened = at;
      continue;
    }
    const name = match[0] === '>' ? elementName(text, opened, at) : nameBefore(text, at);
    const isSecret = known.get(name) ?? (isSecretName(name) || /[?&]signature$/i.test(name));
    known.set(name, isSecret);
    if (isSecret) {
      const [start, end] = valueAfter(text, at, name);
      if (end > start && !open.test(text.slice(start, Math.min(end, start + 40)))) {
        ranges.push([start, end]);
      }
      separators.lastIndex = Math.max(end, at + 1);
    }
  }
  return ranges;
}

/** With the `?` or `&` before it: in an address a signature is a secret, elsewhere it is a name below a letter. */
function nameBefore(text: string, at: number): string {
  let end = at;
  while (at - end < 4 && ' \t'.includes(text.charAt(end - 1) || '-')) {
    end--;
  }
  if (isQuote(text.charAt(end - 1))) {
    end--;
  }
  let start = end;
  while (end - start < MAX_NAME_LENGTH && /[\w.$[\]-]/.test(text.charAt(start - 1))) {
    start--;
  }
  const before = text.charAt(start - 1);
  return text.slice(before === '?' || before === '&' ? start - 1 : start, end);
}

/** The name of an element whose tag stands there, without its prefix; empty where it has no text, or is too long. */
function elementName(text: string, opened: number, closed: number): string {
  const tag = closed - opened > MAX_TAG_LENGTH ? '' : text.slice(opened, closed);
  return tag.endsWith('/') ? '' : (/^<(?:[\w.-]{1,64}:)?([\w.-]{1,64})/.exec(tag)?.[1] ?? '');
}

/** Empty where the next word goes on with a sentence. */
function valueAfter(text: string, at: number, name: string): Range {
  if (text[at] === '>') {
    return elementText(text, at + 1);
  }
  // `:name => value`
  let start = at + (text[at + 1] === '>' ? 2 : 1);
  while (text[start] === ' ' || text[start] === '\t') {
    start++;
  }
  const first = text.charAt(start);
  if (isQuote(first)) {
    return [start + 1, endOfQuoted(text, start + 1, first)];
  }
  if (first === '[' || first === '{') {
    return [start + 1, endOfRun(text, start + 1, first === '[' ? /[\]\n]/ : /[}\n]/)];
  }
  if (text[at] === ':' && isProse(text.slice(start, start + MAX_NAME_LENGTH).split(/\s/, 1)[0] ?? '')) {
    return [start, start];
  }
  const isEnd = text[at] === ':' && wholeLine.test(name) ? /[\r\n"'`<\\]/ : /[\s&"'`<>\\]/;
  return [start, withoutPunctuation(text, start, endOfRun(text, start, isEnd))];
}

function endOfRun(text: string, start: number, isEnd: RegExp): number {
  let end = start;
  while (end < text.length && !isEnd.test(text.charAt(end))) {
    end++;
  }
  return end;
}

function elementText(text: string, start: number): Range {
  const opening = '<![CDATA[';
  return text.startsWith(opening, start)
    ? [start + opening.length, placeOf(']]>', text, start)]
    : [start, placeOf('<', text, start)];
}

/** The closing quote, or the end of the line where there is none. */
function endOfQuoted(text: string, start: number, quote: string): number {
  let end = start;
  while (end < text.length && text[end] !== quote && text[end] !== '\n') {
    end += text[end] === '\\' ? 2 : 1;
  }
  return Math.min(end, text.length);
}

function placeOf(mark: string, text: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
}

/** What ends a clause or closes what stood before the name. */
function withoutPunctuation(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && ',;.)}]'.includes(text.charAt(last - 1))) {
    last--;
  }
  return last;
}

function isQuote(character: string): boolean {
  return character === '"' || character === "'" || character === '`';
}
