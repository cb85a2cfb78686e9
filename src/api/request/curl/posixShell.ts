import { unescapeAnsi } from './ansiQuoted';
import { closing, CommandBuilder, matchAt, type ShellCommand, type ShellText } from './shellCommand';
import type { ShellVariables } from './shellVariables';

/** What stands for itself outside of quotes. */
const plain = /[^\s\\'"$`|&;<>]+/y;
const variable = /\$(?:\{([A-Za-z_]\w*)(?:[^\w}\n][^}\n]{0,200})?\}|([A-Za-z_]\w*|\d))/y;
const escaped = /\\(?:\r?\n|[^])?/y;
const inDoubleQuotes = /[^"\\$`]+|\\(?:(\r?\n)|([\\"$`]))?/y;
const inAnsiQuotes = /[^'\\]+|\\[^]/y;
const heredocStart = /<<(-?)[ \t]*(?:'([^'\n]*)'|"([^"\n]*)"|([^\s'"\\;|&<>]+))/y;

interface Heredoc {
  readonly command: ShellCommand;
  readonly word: string;
  readonly isPlain: boolean;
  readonly stripsTabs: boolean;
}

/**
 * Reads commands as sh, bash and zsh do, running nothing: what a command between backticks or in `$(…)` would print is
 * not known, and its text stays.
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
    if (run.startsWith('#') && !this.builder.isInWord) {
      const end = this.text.indexOf('\n', this.at);
      this.at = end < 0 ? this.text.length : end;
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
    const [whole, braced, bare] = matchAt(variable, text, at) ?? [];
    if (whole !== undefined) {
      this.at += whole.length;
      return this.variables.piece(braced ?? bare ?? '');
    }
    if (text.startsWith("$'", at) && !quoted) {
      return this.ansiQuoted();
    }
    const end = text.startsWith('$(', at)
      ? closing(text, at + 1)
      : text.startsWith('`', at)
        ? text.indexOf('`', at + 1) + 1
        : at + 1;
    this.at = end <= at ? text.length : end;
    this.unfinished ||= end <= at;
    return text.slice(at, this.at);
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
      this.heredoc.command.input = this.heredocText(this.heredoc);
      this.heredoc = undefined;
    }
    this.builder.endCommand();
  }

  private heredocText({ word, isPlain, stripsTabs }: Heredoc): string {
    const lines: string[] = [];
    while (this.at < this.text.length) {
      const end = this.text.indexOf('\n', this.at);
      const line = this.text.slice(this.at, end < 0 ? undefined : end).replace(/\r$/, '');
      this.at = end < 0 ? this.text.length : end + 1;
      const own = stripsTabs ? line.replace(/^\t+/, '') : line;
      if (own === word) {
        break;
      }
      lines.push(own, '\n');
    }
    const whole = lines.join('');
    return isPlain
      ? whole
      : whole.replace(
          /\\([\\$`])|\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g,
          (_, escaped: string | undefined, braced: string | undefined, bare: string | undefined) =>
            escaped ?? this.variables.piece(braced ?? bare ?? ''),
        );
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
