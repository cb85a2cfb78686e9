import type { Span } from '../parse/problem';
import { jsonTokens, variableEnd, type JsonToken } from './tokens';

/** Why a text is not JSON. */
export type JsonFaultCode =
  | 'empty'
  | 'noEnd'
  | 'badString'
  | 'badEscape'
  | 'singleQuotes'
  | 'comment'
  | 'badWord'
  | 'noName'
  | 'noColon'
  | 'noComma'
  | 'noValue'
  | 'spareComma'
  | 'spareText';

/** The first place where a text stops being JSON. */
export interface JsonFault extends Span {
  readonly code: JsonFaultCode;
}

/** What may come next. `first…` is behind an opening bracket, where the closing one may come, too. */
type Expected = 'value' | 'firstValue' | 'name' | 'firstName' | 'colon' | 'next';

/**
 * What is wrong with a body that has to be JSON once its variables are put in; undefined where nothing is, as far as
 * can be told before. Without variables that is exactly where `JSON.parse` fails. Takes time in proportion to the
 * length, however deep it nests.
 */
export function jsonFault(text: string, span: Span): JsonFault | undefined {
  const tokens = jsonTokens(text, span);
  const [first] = tokens;
  return first ? new Checker(text, span).check(tokens) : { code: 'empty', ...span };
}

class Checker {
  private readonly around: ('{' | '[')[] = [];
  private expected: Expected = 'value';

  constructor(
    private readonly text: string,
    private readonly span: Span,
  ) {}

  check(tokens: readonly JsonToken[]): JsonFault | undefined {
    let before: JsonToken | undefined;
    for (const token of tokens) {
      const code = this.take(token, before);
      if (code !== undefined) {
        return { code, ...this.placeOf(code, token, before) };
      }
      before = token;
    }
    const complete = this.around.length === 0 && this.expected === 'next';
    return complete ? undefined : { code: 'noEnd', start: before?.start ?? 0, end: this.span.end };
  }

  /** What is missing is missing behind the token before, what is too much is there. */
  private placeOf(code: JsonFaultCode, token: JsonToken, before: JsonToken | undefined): Span {
    const { start, end } = (code === 'noComma' || code === 'spareComma') && before ? before : token;
    return { start, end };
  }

  private take(token: JsonToken, before: JsonToken | undefined): JsonFaultCode | undefined {
    switch (this.expected) {
      case 'value':
      case 'firstValue':
        return this.takeValue(token, before);
      case 'name':
      case 'firstName':
        return this.takeName(token, before);
      case 'colon':
        this.expected = 'value';
        return token.kind === ':' ? undefined : 'noColon';
      case 'next':
        return this.takeNext(token, before);
    }
  }

  private takeValue(token: JsonToken, before: JsonToken | undefined): JsonFaultCode | undefined {
    const { kind } = token;
    if (kind === '{' || kind === '[') {
      this.around.push(kind);
      this.expected = kind === '{' ? 'firstName' : 'firstValue';
      return undefined;
    }
    this.expected = 'next';
    if (kind === ']' && this.around.at(-1) === '[') {
      this.around.pop();
      return before?.kind === ',' ? 'spareComma' : undefined;
    }
    switch (kind) {
      case 'string':
        return this.faultInString(token);
      case 'value':
        return this.faultInWord(token);
      default:
        return kind === 'open' ? undefined : 'noValue';
    }
  }

  private takeName(token: JsonToken, before: JsonToken | undefined): JsonFaultCode | undefined {
    switch (token.kind) {
      case 'string':
        this.expected = 'colon';
        return this.faultInString(token);
      case 'open':
        // What stands for a name, or for whole fields: nobody can tell.
        this.expected = 'next';
        return undefined;
      case '}':
        this.around.pop();
        this.expected = 'next';
        return before?.kind === ',' ? 'spareComma' : undefined;
      case 'value':
        return this.faultInWord(token) ?? 'noName';
      default:
        return 'noName';
    }
  }

  private takeNext(token: JsonToken, before: JsonToken | undefined): JsonFaultCode | undefined {
    const { kind, start } = token;
    const around = this.around.at(-1);
    if (around === undefined) {
      return 'spareText';
    }
    if (kind === ',') {
      this.expected = around === '{' ? 'name' : 'value';
      return undefined;
    }
    if (kind === (around === '{' ? '}' : ']')) {
      this.around.pop();
      return undefined;
    }
    if (before?.kind === 'open' && kind === ':') {
      this.expected = 'value';
      return undefined;
    }
    if (kind === 'open') {
      return undefined;
    }
    if (before?.kind === 'open' && around === '{' && kind === 'string') {
      // What is put in may end with a comma.
      return this.takeName(token, before);
    }
    return this.isComment(start) ? 'comment' : '}]:'.includes(kind) ? 'spareText' : 'noComma';
  }

  private faultInString({ start, end }: JsonToken): JsonFaultCode | undefined {
    const raw = this.text.slice(start, end);
    if (raw.length < 2 || !raw.endsWith('"') || !isClosed(raw)) {
      return 'badString';
    }
    const plain = withoutVariables(raw);
    // eslint-disable-next-line no-control-regex -- JSON forbids exactly these
    if (/[\u0000-\u001f]/.test(plain)) {
      return 'badString';
    }
    return /\\(?!["\\/bfnrt]|u[\da-fA-F]{4})/.test(plain.replaceAll('\\\\', '')) ? 'badEscape' : undefined;
  }

  private faultInWord({ start, end }: JsonToken): JsonFaultCode | undefined {
    const raw = this.text.slice(start, end);
    if (/^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(raw)) {
      return undefined;
    }
    return raw.startsWith("'") ? 'singleQuotes' : this.isComment(start) ? 'comment' : 'badWord';
  }

  private isComment(at: number): boolean {
    return this.text.startsWith('//', at) || this.text.startsWith('/*', at);
  }
}

/** Whether the quote at the end is no escaped one. */
function isClosed(raw: string): boolean {
  let slashes = 0;
  while (raw[raw.length - 2 - slashes] === '\\') {
    slashes++;
  }
  return slashes % 2 === 0;
}

function withoutVariables(raw: string): string {
  let plain = '';
  let from = 0;
  for (let at = raw.indexOf('{{'); at >= 0; at = raw.indexOf('{{', Math.max(at + 1, from))) {
    const end = variableEnd(raw, at);
    if (end !== undefined) {
      plain += raw.slice(from, at);
      from = end;
    }
  }
  return plain + raw.slice(from);
}
