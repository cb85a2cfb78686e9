import { unescapeAnsi } from './ansiQuoted';
import {
  closing,
  CommandBuilder,
  endOfLine,
  matchAt,
  type ShellCommand,
  type ShellText,
} from './shellCommand';
import { readHeredoc, type HeredocForm } from './heredoc';
import type { ShellVariables } from './shellVariables';

/** What stands for itself outside of quotes. */
const plain = /[^\s\\'"$`|&;<>]+/y;
const variable = /\$(?:\{([A-Za-z_]\w*)(?:[^\w}\n][^}\n]{0,200})?\}|([A-Za-z_]\w*|\d))/y;
const escaped = /\\(?:\r?\n|[^])?/y;
const inDoubleQuotes = /[^"\\$`]+|\\(?:(\r?\n)|([\\"$`]))?/y;
const inAnsiQuotes = /[^'\\]+|\\[^]/y;
const heredocStart = /<<(-?)[ \t]*(?:'([^'\n]*)'|"([^"\n]*)"|([^\s'"\\;|&<>]+))/y;

interface Heredoc extends HeredocForm {
  readonly command: ShellCommand;
}

/**
 * Reads commands as sh, bash and zsh do, running nothing: what a command between backticks or in `$(…)` would print is
 * not known, and so it is a variable of that name.
 */
export function readPosix(text: string, variables: ShellVariables): ShellText {
  return new PosixReader(text, variables).read();
}

class PosixReader {
  private readonly builder = new CommandBuilder();
  private at = 0;
  private unfinished = false;
  private heredoc: Heredoc | undefined;

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
      return;
    }
    switch (character) {
      case '\\':
        this.escape();
        return;
      case "'":
        this.builder.add(this.until("'"));
        return;
      case '"':
        this.doubleQuoted();
        return;
      case '$':
      case '`':
        this.builder.add(this.expansion());
        return;
      case '\n':
        this.endLine();
        return;
      case '|':
      case '&':
      case ';':
        this.separator(character);
        return;
      case '<':
      case '>':
        this.redirection();
        return;
      default:
        this.at++;
        this.builder.endWord();
    }
  }

  /** Plain text; a comment, where it begins with `#`. */
  private take(run: string): void {
    if (this.builder.isComment(run)) {
      this.at = endOfLine(this.text, this.at);
      return;
    }
    this.at += run.length;
    this.builder.add(run);
  }

  private escape(): void {
    const [whole = ''] = matchAt(escaped, this.text, this.at) ?? [];
    this.at += whole.length;
    // In a box of one line the end of a line is gone, or a blank.
    if (/^\\\s*$/.test(whole) && (whole.includes('\n') || !this.builder.isInWord)) {
      return;
    }
    this.builder.add(whole === '\\' ? whole : whole.slice(1));
  }

  /** What stands between the quote at this place and the next one. */
  private until(quote: string): string {
    const end = this.text.indexOf(quote, this.at + 1);
    this.unfinished ||= end < 0;
    const content = this.text.slice(this.at + 1, end < 0 ? undefined : end);
    this.at = end < 0 ? this.text.length : end + 1;
    return content;
  }

  private doubleQuoted(): void {
    this.at++;
    this.builder.add('');
    while (this.at < this.text.length) {
      const character = this.text.charAt(this.at);
      if (character === '"') {
        this.at++;
        return;
      }
      this.builder.add(this.inDoubleQuotes(character));
    }
    this.unfinished = true;
  }

  private inDoubleQuotes(character: string): string {
    if (character === '$' || character === '`') {
      return this.expansion(true);
    }
    const [whole = '', continued, literal] = matchAt(inDoubleQuotes, this.text, this.at) ?? [];
    this.at += whole.length;
    return continued !== undefined ? '' : (literal ?? whole);
  }

  /** What begins with `$` or a backtick. */
  private expansion(quoted = false): string {
    const { text, at } = this;
    const character = text.charAt(at);
    const [whole, braced, bare] = matchAt(variable, text, at) ?? [];
    if (whole !== undefined) {
      this.at += whole.length;
      return this.variables.piece(braced ?? bare ?? '');
    }
    if (text.startsWith("$'", at) && !quoted) {
      return this.ansiQuoted();
    }
    if (text.startsWith('$(', at)) {
      return this.output(closing(text, at + 1), (end) => text.slice(at + 1, end));
    }
    if (character === '`') {
      return this.output(text.indexOf('`', at + 1) + 1, (end) => `(${text.slice(at + 1, end - 1)})`);
    }
    this.at++;
    return character;
  }

  /** A variable by the name of the command between parentheses whose output would stand here. 0: nothing ends it. */
  private output(end: number, command: (end: number) => string): string {
    this.unfinished ||= end === 0;
    this.at = end === 0 ? this.text.length : end;
    return end === 0 ? '' : this.variables.piece(command(end));
  }

  private ansiQuoted(): string {
    const start = this.at + 2;
    let end = start;
    for (let run = matchAt(inAnsiQuotes, this.text, end); run; run = matchAt(inAnsiQuotes, this.text, end)) {
      end += run[0].length;
    }
    this.at = end + 1;
    this.unfinished ||= end >= this.text.length;
    return unescapeAnsi(this.text.slice(start, end));
  }

  private endLine(): void {
    this.at++;
    this.builder.endWord();
    if (this.heredoc) {
      const { content, end } = readHeredoc(this.text, this.at, this.heredoc, this.variables);
      this.heredoc.command.input = content;
      this.at = end;
      this.heredoc = undefined;
    }
    this.builder.endCommand();
  }

  /** An `&` within a word belongs to an address that somebody forgot to quote. */
  private separator(character: string): void {
    const next = this.text.charAt(this.at + 1);
    this.at++;
    if (character === '&' && this.builder.isInWord && /[^\s&|;<>]/.test(next)) {
      this.builder.add(character);
      return;
    }
    this.builder.endCommand(character === '|' && next !== '|');
  }

  private redirection(): void {
    const { text, at } = this;
    if (/^[<>]\(/.test(text.slice(at, at + 2))) {
      // It stands for the name of a file, and is a part of the word.
      this.builder.add(this.output(closing(text, at + 1), (end) => text.slice(at + 1, end)));
      return;
    }
    const [start, dash, single, double, bare] = matchAt(heredocStart, text, at) ?? [];
    if (start !== undefined && !text.startsWith('<<<', at)) {
      this.builder.dropDescriptor();
      const word = single ?? double ?? bare ?? '';
      this.heredoc = {
        command: this.builder.command,
        word,
        isPlain: bare === undefined,
        stripsTabs: dash === '-',
      };
      this.at += start.length;
      return;
    }
    const [operator = ''] = matchAt(/[<>]+[&|]?-?[ \t]*/y, text, at) ?? [];
    this.builder.dropDescriptor();
    this.at += operator.length;
    const before = this.builder.count;
    while (this.at < text.length && !/[\s|&;<>]/.test(text.charAt(this.at))) {
      this.step(text.charAt(this.at));
    }
    this.builder.endWord();
    const target = this.builder.count > before ? this.builder.takeLastWord() : undefined;
    if (operator.startsWith('<<<') && target !== undefined) {
      this.builder.command.input = `${target}\n`;
    }
  }
}
