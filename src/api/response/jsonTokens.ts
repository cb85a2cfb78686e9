/**
 * Walks over the tokens of a JSON text, whole or broken, without recursion and without building values: numbers
 * keep their digits, and no nesting is too deep. What is no JSON comes as bare words.
 */
export class JsonTokens {
  /** Where the current token begins, and the first place behind it. */
  start = 0;
  end = 0;
  /** Whether the current token, a string, has lost the quote that would end it. */
  broken = false;

  constructor(readonly text: string) {}

  /** Goes on to the next token and tells its first character: `{}[],:`, `"` for a string; empty at the end. */
  next(): string {
    this.start = this.afterBlanks();
    const first = this.text.charAt(this.start);
    if (first === '"') {
      const quote = endOfString(this.text, this.start);
      this.broken = this.text[quote] !== '"';
      this.end = quote + (this.broken ? 0 : 1);
    } else if (first === '' || '{}[],:'.includes(first)) {
      this.end = this.start + first.length;
    } else {
      this.end = endOfWord(this.text, this.start);
    }
    return first;
  }

  /** The current token as it stands. */
  get token(): string {
    return this.text.slice(this.start, this.end);
  }

  /** With `{` or `[` as the current token: goes to the one that closes it, or to the end where none does. */
  skipToClosing(): void {
    let depth = 1;
    while (depth > 0) {
      const token = this.next();
      if (token === '') {
        return;
      }
      depth += token === '{' || token === '[' ? 1 : token === '}' || token === ']' ? -1 : 0;
    }
  }

  private afterBlanks(): number {
    let at = this.end;
    while (isBlank(this.text.charCodeAt(at))) {
      at++;
    }
    return at;
  }
}

/** What a string token says, without its quotes and escapes. One that cannot be read is given as it stands. */
export function stringIn(token: string): string {
  try {
    return token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1);
  } catch {
    return token;
  }
}

/** A JSON text on one line; what stands in its strings stays. */
export function withoutBlanks(text: string): string {
  const tokens = new JsonTokens(text);
  const parts: string[] = [];
  while (tokens.next() !== '') {
    parts.push(tokens.token);
  }
  return parts.join('');
}

/** The closing quote, or the end of the line: a string that lost its quote does not swallow the rest. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22 || code === 0x0a) {
      return at;
    }
    if (code === 0x5c) {
      at++;
    }
  }
  return text.length;
}

function endOfWord(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && !isBlank(text.charCodeAt(at)) && !'{}[],:"'.includes(text.charAt(at))) {
    at++;
  }
  return at;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
