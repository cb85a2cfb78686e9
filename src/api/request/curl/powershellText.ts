import { CommandBuilder, matchAt, type ShellText } from './shellCommand';
import type { ShellVariables } from './shellVariables';

/** PowerShell takes typographic quotes for quotes. */
const plain = /[^\s'\u2018-\u201b"\u201c-\u201e`$|;&<>]+/y;
const single = /[^'\u2018-\u201b]+/y;
const double = /[^"\u201c-\u201e`$]+/y;
const isSingle = /['\u2018-\u201b]/;
const isDouble = /["\u201c-\u201e]/;
const variable = /\$(?:\{(?:env:)?([A-Za-z_]\w*)\}|(?:env:)?([A-Za-z_]\w*))/iy;
const hereStart = /@['"]\r?\n/y;
const escaped = /`(?:\r?\n|[^])?/y;
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0', e: '\u001b' };

/** Reads commands as PowerShell does, running nothing. */
export function readPowerShell(text: string, variables: ShellVariables): ShellText {
  return new PowerShellReader(text, variables).read();
}

class PowerShellReader {
  private readonly builder = new CommandBuilder();
  private at = 0;
  private unfinished = false;

  constructor(
    private readonly text: string,
    private readonly variables: ShellVariables,
  ) {}

  read(): ShellText {
    while (this.at < this.text.length) {
      this.step(this.text.charAt(this.at));
    }
    this.builder.endCommand();
    return { commands: this.builder.commands, unfinished: this.unfinished };
  }

  private step(character: string): void {
    const run = matchAt(plain, this.text, this.at)?.[0];
    if (run !== undefined) {
      this.take(run);
    } else if (isSingle.test(character)) {
      this.builder.add(this.quoted(isSingle, single));
    } else if (isDouble.test(character)) {
      this.builder.add(this.quoted(isDouble, double));
    } else if (character === '`') {
      this.escape();
    } else if (character === '$') {
      this.builder.add(this.expansion());
    } else {
      this.at++;
      this.separate(character);
    }
  }

  private take(run: string): void {
    if (run.startsWith('#') && !this.builder.isInWord) {
      const end = this.text.indexOf('\n', this.at);
      this.at = end < 0 ? this.text.length : end;
    } else if (run === '@' && !this.builder.isInWord && this.startsHereString()) {
      this.hereString();
    } else {
      this.at += run.length;
      this.builder.add(run);
    }
  }

  private startsHereString(): boolean {
    return matchAt(hereStart, this.text, this.at) !== undefined;
  }

  private hereString(): void {
    const quote = this.text.charAt(this.at + 1);
    const start = this.text.indexOf('\n', this.at) + 1;
    const end = this.text.indexOf(`\n${quote}@`, start - 1);
    this.unfinished ||= end < 0;
    this.builder.add(this.text.slice(start, end < 0 ? undefined : Math.max(start, end)).replace(/\r$/, ''));
    this.at = end < 0 ? this.text.length : end + 3;
  }

  private escape(): void {
    const [whole = ''] = matchAt(escaped, this.text, this.at) ?? [];
    this.at += whole.length;
    // In a box of one line the end of a line is gone, or a blank.
    if (!/^`\s*$/.test(whole)) {
      this.builder.add(escapes[whole.slice(1)] ?? whole.slice(1));
    }
  }

  private quoted(quote: RegExp, content: RegExp): string {
    const parts: string[] = [];
    this.at++;
    while (this.at < this.text.length) {
      const run = matchAt(content, this.text, this.at)?.[0];
      const character = this.text.charAt(this.at);
      if (run !== undefined) {
        parts.push(run);
        this.at += run.length;
      } else if (character === '$') {
        parts.push(this.expansion());
      } else if (character === '`') {
        const next = this.text.charAt(this.at + 1);
        parts.push(escapes[next] ?? next);
        this.at += 2;
      } else if (quote.test(this.text.charAt(this.at + 1))) {
        parts.push(character);
        this.at += 2;
      } else {
        this.at++;
        return parts.join('');
      }
    }
    this.unfinished = true;
    return parts.join('');
  }

  private expansion(): string {
    const [whole, braced, bare] = matchAt(variable, this.text, this.at) ?? [];
    this.at += whole?.length ?? 1;
    return whole === undefined ? '$' : this.variables.piece(braced ?? bare ?? '');
  }

  private separate(character: string): void {
    if (/[;|&\n]/.test(character)) {
      this.builder.endCommand(character === '|');
    } else {
      this.builder.endWord();
    }
  }
}

/**
 * What a program gets of a word. Before PowerShell 7.3 quotes had to be escaped once more: where all of them are, they
 * are meant to be.
 */
export function unescapeNativeQuotes(word: string): string {
  return /(?<!\\)"/.test(word) ? word : word.replaceAll('\\"', '"');
}
