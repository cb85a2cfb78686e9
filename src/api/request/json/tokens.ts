import type { Span } from '../parse/problem';

/** What the text of a body in JSON is made of; `value` is a word or number, `open` one that uses a variable. */
export type JsonTokenKind = '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'value' | 'open';

/** A part of a body, blanks around it left out. */
export interface JsonToken extends Span {
  readonly kind: JsonTokenKind;
}

/** What is put in before a body is sent: `{{name}}`, and `{{list.response.body.$.id}}`, in which quotes may stand. */
const variable = /\{\{[ \t]*[A-Za-z_](?:[\w.-]*[ \t]*|[\w-]*\.response\.[^{}\r\n]*)\}\}/y;

const blanks = /[ \t\r\n]+/y;
const stringText = /[^"\\{\r\n]+/y;
const word = /[^ \t\r\n{}[\]:,"]+/y;

/**
 * Takes a text apart as JSON in which variables stand, in time in proportion to its length. Any text will do: what is
 * no JSON becomes tokens that fit nowhere. A string without an end ends with its line.
 */
export function jsonTokens(text: string, { start, end }: Span): JsonToken[] {
  const reader = new TokenReader(text.slice(start, end));
  const tokens: JsonToken[] = [];
  for (let token = reader.next(); token; token = reader.next()) {
    tokens.push({ kind: token.kind, start: start + token.start, end: start + token.end });
  }
  return tokens;
}

/** Where a variable that begins at a place ends; undefined where none does. */
export function variableEnd(text: string, at: number): number | undefined {
  return matchEnd(variable, text, at);
}

class TokenReader {
  private at = 0;

  constructor(private readonly text: string) {}

  next(): JsonToken | undefined {
    this.skip(blanks);
    const start = this.at;
    const first = this.text[start];
    if (first === undefined) {
      return undefined;
    }
    return { kind: this.read(first), start, end: this.at };
  }

  /** Moves behind the token that begins here. */
  private read(first: string): JsonTokenKind {
    if (first === '"') {
      this.readString();
      return 'string';
    }
    if (this.skip(variable)) {
      this.readWord();
      return 'open';
    }
    if (isPunctuation(first)) {
      this.at++;
      return first;
    }
    return this.readWord() ? 'open' : 'value';
  }

  /** A word with what is put into it: `1{{rest}}`. Whether there is any. */
  private readWord(): boolean {
    let open = false;
    for (;;) {
      if (this.skip(variable)) {
        open = true;
      } else if (!this.skip(word)) {
        return open;
      }
    }
  }

  private readString(): void {
    this.at++;
    while (this.at < this.text.length) {
      if (this.skip(stringText) || this.skip(variable)) {
        continue;
      }
      const unit = this.text[this.at];
      if (unit === '\r' || unit === '\n') {
        return;
      }
      this.at = Math.min(this.at + (unit === '\\' ? 2 : 1), this.text.length);
      if (unit === '"') {
        return;
      }
    }
  }

  private skip(pattern: RegExp): boolean {
    const end = matchEnd(pattern, this.text, this.at);
    this.at = end ?? this.at;
    return end !== undefined;
  }
}

function isPunctuation(character: string): character is '{' | '}' | '[' | ']' | ':' | ',' {
  return '{}[]:,'.includes(character);
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found ? at + found[0].length : undefined;
}
