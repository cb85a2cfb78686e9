/** A string longer than this is not read: no address and no name is, nor a list of two hundred of them. */
const MAX_STRING_LENGTH = 2_000_000;

/** After these words, and after most signs, a slash begins a pattern; elsewhere it divides. */
const keywordsBeforePattern = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'do',
  'else',
  'void',
  'throw',
]);

const MAX_KEYWORD_LENGTH = 6;

const escapes = /\\(?:u\{([\da-fA-F]{1,8})\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|0\d|[^])/g;

const singleEscapes = new Map(
  Object.entries({ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '0': '\0' }),
);

/**
 * Goes through the tokens of a JavaScript text, JSON included, without ever running it. Each character is looked at
 * once and nothing is built but a string that is asked for: time grows with the length of the text and memory does
 * not, whatever stands in it. Where a text is no JavaScript it says something or other and goes on to the end.
 */
export class ScriptScanner {
  /** `string` is one in quotes or a template without substitutions; `other` is what the caller has no use for. */
  kind: 'string' | 'word' | 'sign' | 'other' | 'end' = 'end';
  /** How many brackets and substitutions are open after the current token. Below zero where too many were closed. */
  depth = 0;

  private start = 0;
  private at = 0;
  /** Whether a slash would begin a pattern here, and not divide. */
  private patternMayBegin = true;
  /** The depth inside each substitution `${…}` that is open: the brace that ends it leads back into its template. */
  private readonly substitutions: number[] = [];

  constructor(private readonly source: string) {
    this.next();
  }

  /** Moves on to the next token. */
  next(): void {
    this.skipBlanksAndComments();
    this.start = this.at;
    const first = this.source.charAt(this.at);
    this.at++;
    if (first === '') {
      this.kind = 'end';
    } else if (isWordPart(first)) {
      this.passWord();
    } else if (first === '"' || first === "'") {
      this.kind = this.passQuoted(first) ? 'string' : 'other';
      this.patternMayBegin = false;
    } else if (first === '`') {
      this.passTemplate('string');
    } else if (first === '/' && this.patternMayBegin) {
      this.passPattern();
    } else {
      this.passSign(first);
    }
  }

  /** Where the current token begins in the text. */
  get place(): number {
    return this.start;
  }

  /** Whether the current token is this sign. */
  is(sign: string): boolean {
    return this.kind === 'sign' && this.source.charAt(this.start) === sign;
  }

  /** Whether the current token is this word: a name, a keyword or a number. */
  isWord(word: string): boolean {
    return (
      this.kind === 'word' && this.at - this.start === word.length && this.source.startsWith(word, this.start)
    );
  }

  /** The word that is the current token, or what the string says that it is; undefined for anything else. */
  text(): string | undefined {
    if (this.at - this.start > MAX_STRING_LENGTH) {
      return undefined;
    }
    return this.kind === 'word'
      ? this.source.slice(this.start, this.at)
      : this.kind === 'string'
        ? parseEscapes(this.source.slice(this.start + 1, this.at - 1))
        : undefined;
  }

  private passWord(): void {
    while (isWordPart(this.source.charAt(this.at))) {
      this.at++;
    }
    this.kind = 'word';
    const length = this.at - this.start;
    this.patternMayBegin =
      length <= MAX_KEYWORD_LENGTH && keywordsBeforePattern.has(this.source.slice(this.start, this.at));
  }

  private passSign(sign: string): void {
    this.kind = 'sign';
    this.patternMayBegin = true;
    if (sign === '(' || sign === '[' || sign === '{') {
      this.depth++;
    } else if (sign === ')' || sign === ']' || sign === '}') {
      const closesSubstitution = sign === '}' && this.substitutions.at(-1) === this.depth;
      this.depth--;
      this.patternMayBegin = false;
      if (closesSubstitution) {
        this.substitutions.pop();
        this.passTemplate('other');
      }
    }
  }

  /** To the closing quote. False where the line ends first, which no string may. */
  private passQuoted(quote: string): boolean {
    for (; this.at < this.source.length; this.at++) {
      const character = this.source.charAt(this.at);
      if (character === quote) {
        this.at++;
        return true;
      }
      if (character === '\\') {
        this.at += this.source.startsWith('\r\n', this.at + 1) ? 2 : 1;
      } else if (character === '\n' || character === '\r') {
        return false;
      }
    }
    return false;
  }

  /** To the end of the template, or to where the next substitution begins. */
  private passTemplate(kindAtEnd: 'string' | 'other'): void {
    this.kind = 'other';
    this.patternMayBegin = false;
    for (; this.at < this.source.length; this.at++) {
      const character = this.source.charAt(this.at);
      if (character === '\\') {
        this.at++;
      } else if (character === '`') {
        this.at++;
        this.kind = kindAtEnd;
        return;
      } else if (character === '$' && this.source.charAt(this.at + 1) === '{') {
        this.at += 2;
        this.depth++;
        this.substitutions.push(this.depth);
        this.patternMayBegin = true;
        return;
      }
    }
  }

  /** To the end of the pattern, or of the line where it has none. */
  private passPattern(): void {
    this.kind = 'other';
    this.patternMayBegin = false;
    let inClass = false;
    for (; this.at < this.source.length; this.at++) {
      const character = this.source.charAt(this.at);
      if (isLineEnd(character)) {
        return;
      }
      if (character === '\\') {
        this.at++;
      } else if (character === '[' || character === ']') {
        inClass = character === '[';
      } else if (character === '/' && !inClass) {
        this.at++;
        return;
      }
    }
  }

  private skipBlanksAndComments(): void {
    for (;;) {
      while (isBlank(this.source.charAt(this.at))) {
        this.at++;
      }
      if (this.source.charAt(this.at) !== '/') {
        return;
      }
      const second = this.source.charAt(this.at + 1);
      if (second === '/') {
        this.skipLine();
      } else if (second === '*') {
        const end = this.source.indexOf('*/', this.at + 2);
        this.at = end < 0 ? this.source.length : end + 2;
      } else {
        return;
      }
    }
  }

  private skipLine(): void {
    while (this.at < this.source.length && !isLineEnd(this.source.charAt(this.at))) {
      this.at++;
    }
  }
}

function isLineEnd(character: string): boolean {
  return character === '\n' || character === '\r' || character === '\u2028' || character === '\u2029';
}

const blanks = new Set('\u00a0\u2028\u2029\ufeff');

function isBlank(character: string): boolean {
  return character <= ' ' ? character !== '' : character > '\u007f' && blanks.has(character);
}

function isWordPart(character: string): boolean {
  return (
    (character >= 'a' && character <= 'z') ||
    (character >= 'A' && character <= 'Z') ||
    (character >= '0' && character <= '9') ||
    character === '_' ||
    character === '$' ||
    (character > '\u007f' && !isBlank(character))
  );
}

/** What stands between the quotes, as JavaScript reads it; undefined where an escape is none or an octal one. */
function parseEscapes(text: string): string | undefined {
  let unreadable = 0;
  const value = text
    .replace(/\r\n?/g, '\n')
    .replace(escapes, (escape: string, ...codes: (string | undefined)[]) => {
      const digits = codes[0] ?? codes[1] ?? codes[2];
      if (digits !== undefined) {
        const code = parseInt(digits, 16);
        unreadable += code > 0x10ffff ? 1 : 0;
        return String.fromCodePoint(Math.min(code, 0x10ffff));
      }
      const single = escape.charAt(1);
      unreadable += /^\\(?:[ux1-9]|0\d)/.test(escape) ? 1 : 0;
      return isLineEnd(single) ? '' : (singleEscapes.get(single) ?? single);
    });
  return unreadable === 0 ? value : undefined;
}
