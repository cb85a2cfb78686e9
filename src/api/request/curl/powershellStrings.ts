import { closing, matchAt } from './shellCommand';
import type { ShellVariables } from './shellVariables';

/** PowerShell takes typographic quotes for quotes. */
const single = /[^'\u2018-\u201b]+/y;
const double = /[^"\u201c-\u201e`$]+/y;
const isSingle = /['\u2018-\u201b]/;
const isDouble = /["\u201c-\u201e]/;
const variable = /\$(?:\{(?:env:)?([A-Za-z_]\w*)\}|(?:env:)?([A-Za-z_]\w*))/iy;
/** What browsers write for a character that is none of ASCII. */
const character = /\$\(\[char\](\d{1,5}|0x[\da-f]{1,4})\)/iy;
const hereStart = /@['"]\r?\n/y;
const escaped = /`(?:\r?\n|[^])?/y;
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0', e: '\u001b' };

/** A text of PowerShell, and the place where it is read. */
export class PowerShellStrings {
  at = 0;
  /** Something was opened that nothing closes. */
  unfinished = false;

  constructor(
    readonly text: string,
    readonly variables: ShellVariables,
  ) {}

  get isOver(): boolean {
    return this.at >= this.text.length;
  }

  get character(): string {
    return this.text.charAt(this.at);
  }

  /** Takes what matches here; the expression is sticky. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    const found = matchAt(pattern, this.text, this.at);
    this.at += found?.[0].length ?? 0;
    return found;
  }

  /** The string that begins here; undefined where none does. */
  string(): string | undefined {
    if (isSingle.test(this.character)) {
      return this.quoted(isSingle, single);
    }
    return isDouble.test(this.character) ? this.quoted(isDouble, double) : this.hereString();
  }

  /** What stands for itself behind a backtick. At the end of a line that is nothing. */
  escape(): string | undefined {
    const [whole = ''] = this.take(escaped) ?? [];
    // In a box of one line the end of a line is gone, or a blank.
    return /^`\s*$/.test(whole) ? undefined : (escapes[whole.slice(1)] ?? whole.slice(1));
  }

  /** The variable that a dollar begins, one by the name of an expression that only PowerShell knows, or the dollar itself. */
  expansion(): string {
    const [found, code = ''] = this.take(character) ?? [];
    if (found !== undefined) {
      return String.fromCharCode(Number(code));
    }
    const [whole, braced, bare] = this.take(variable) ?? [];
    if (whole !== undefined) {
      return this.variables.piece(braced ?? bare ?? '');
    }
    if (!this.text.startsWith('$(', this.at)) {
      this.at++;
      return '$';
    }
    const start = this.at + 1;
    const end = closing(this.text, start);
    this.unfinished ||= end === 0;
    this.at = end === 0 ? this.text.length : end;
    return this.variables.piece(this.text.slice(start, this.at));
  }

  private hereString(): string | undefined {
    if (matchAt(hereStart, this.text, this.at) === undefined) {
      return undefined;
    }
    const quote = this.text.charAt(this.at + 1);
    const start = this.text.indexOf('\n', this.at) + 1;
    const end = this.text.indexOf(`\n${quote}@`, start - 1);
    this.unfinished ||= end < 0;
    this.at = end < 0 ? this.text.length : end + 3;
    return this.text.slice(start, end < 0 ? undefined : Math.max(start, end)).replace(/\r$/, '');
  }

  private quoted(quote: RegExp, content: RegExp): string {
    const parts: string[] = [];
    this.at++;
    while (!this.isOver) {
      const run = this.take(content)?.[0];
      if (run !== undefined) {
        parts.push(run);
      } else if (this.character === '$') {
        parts.push(this.expansion());
      } else if (this.character === '`') {
        const next = this.text.charAt(this.at + 1);
        parts.push(escapes[next] ?? next);
        this.at += 2;
      } else if (quote.test(this.text.charAt(this.at + 1))) {
        parts.push(this.character);
        this.at += 2;
      } else {
        this.at++;
        return parts.join('');
      }
    }
    this.unfinished = true;
    return parts.join('');
  }
}
