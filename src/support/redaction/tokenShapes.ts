import type { Range } from './layers';

/** A part of a JSON Web Token is at least this long, and so is what follows `ey`. */
const MIN_PART = 5;

/**
 * Anything shaped like a JSON Web Token, whoever made it, with its signature or without, encrypted, without the part that
 * travels elsewhere, and also right behind a letter: two parts or more with dots between them, the first of which begins
 * as JSON in base64 does, with `ey`, or with `ew` where a line break or a tab follows the brace. One walk: each word is
 * looked at once, whatever begins in it.
 */
export function webTokensIn(text: string): Range[] {
  const ranges: Range[] = [];
  const beginnings = /e[yw]/g;
  let wordEnd = 0;
  for (let found = beginnings.exec(text); found; found = beginnings.exec(text)) {
    const at = found.index;
    wordEnd = at < wordEnd ? wordEnd : endOfWord(text, at);
    const end = endOfToken(text, at, wordEnd);
    if (end !== undefined) {
      ranges.push([at, end]);
      beginnings.lastIndex = end;
    }
  }
  return ranges;
}

function endOfToken(text: string, at: number, wordEnd: number): number | undefined {
  const first = behindPadding(text, wordEnd);
  if (wordEnd - at < MIN_PART + 2 || text[first] !== '.') {
    return undefined;
  }
  // The key of an encrypted token may be empty, and the text of a detached signature.
  const second = text[first + 1] === '.' ? first + 2 : first + 1;
  let end = endOfPart(text, second);
  if (end - second < MIN_PART) {
    return undefined;
  }
  const isJson = isJsonInBase64(text.slice(at, Math.min(wordEnd, at + 24)));
  const isSure = text.startsWith('eyJ', at) && text.startsWith('ey', second);
  const isWhole =
    text.startsWith('ey', at) && second === first + 1 && text[end] === '.' && !/\w/.test(text.charAt(at - 1));
  if (!isSure && !isWhole && !isJson) {
    return undefined;
  }
  while (text[end] === '.' && isWordPart(text.charCodeAt(end + 1))) {
    end = endOfPart(text, end + 1);
  }
  return end;
}

/** Whether it begins as `{"alg"` does. `eyJson` in a longer name does not. */
function isJsonInBase64(beginning: string): boolean {
  return /^\{\s*"[ -~\s]+$/.test(Buffer.from(beginning, 'base64url').toString('latin1'));
}

function endOfPart(text: string, start: number): number {
  return behindPadding(text, endOfWord(text, start));
}

/** Some makers leave the padding of base64 on the parts. */
function behindPadding(text: string, end: number): number {
  return text.startsWith('==', end) ? end + 2 : text[end] === '=' ? end + 1 : end;
}

function endOfWord(text: string, start: number): number {
  let end = start;
  while (isWordPart(text.charCodeAt(end))) {
    end++;
  }
  return end;
}

/** Letters, digits, `_` and `-`: what base64 of addresses is made of. */
function isWordPart(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f ||
    code === 0x2d
  );
}
