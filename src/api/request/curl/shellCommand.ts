/** Most characters of a text that is taken for a command. */
export const MAX_COMMAND_LENGTH = 1024 * 1024;

/** One command of a line, without what it is connected by. */
export interface ShellCommand {
  /** Quotes and escapes undone; a variable is a piece of `ShellVariables`. */
  readonly parts: string[];
  /** What a here-document or here-string gives it. */
  input: string | undefined;
  /** Whether its output goes to the next one. */
  piped: boolean;
}

/** What a reader of a shell found. */
export interface ShellText {
  readonly commands: readonly ShellCommand[];
  /** A quote was opened that nothing closes. */
  readonly unfinished: boolean;
}

/** Puts parts and commands together, for whoever reads the characters. */
export class CommandBuilder {
  readonly commands: ShellCommand[] = [];
  private current: ShellCommand = { parts: [], input: undefined, piped: false };
  private word: string[] | undefined;

  /** Adds to the word that is under way, or begins one: a quoted nothing is a word. */
  add(text: string): void {
    (this.word ??= []).push(text);
  }

  get isInWord(): boolean {
    return this.word !== undefined;
  }

  /** Whether plain text that comes now is a comment, up to the end of its line. */
  isComment(run: string): boolean {
    return run.startsWith('#') && !this.isInWord;
  }

  endWord(): void {
    if (this.word) {
      this.current.parts.push(this.word.join(''));
      this.word = undefined;
    }
  }

  /** The word before a redirection may be the number of a file: `2>`. */
  dropDescriptor(): void {
    if (this.word && /^\d$/.test(this.word.join(''))) {
      this.word = undefined;
    }
    this.endWord();
  }

  /** Drops the last word: it is where a redirection goes. */
  takeLastWord(): string | undefined {
    return this.current.parts.pop();
  }

  /** The command that is under way, for what is known of it later. */
  get command(): ShellCommand {
    return this.current;
  }

  get count(): number {
    return this.current.parts.length;
  }

  endCommand(piped = false): void {
    this.endWord();
    if (this.current.parts.length > 0) {
      this.current.piped = piped;
      this.commands.push(this.current);
      this.current = { parts: [], input: undefined, piped: false };
    }
  }
}

/** The text that matches at a place; the expression is sticky. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Where the line of this place ends: at its line feed, or with the text. */
export function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Behind the parenthesis that closes the one at this place; 0 where none does. */
export function closing(text: string, at: number): number {
  let open = 0;
  for (const { 0: found, index } of text.slice(at).matchAll(/[()]/g)) {
    open += found === '(' ? 1 : -1;
    if (open === 0) {
      return at + index + 1;
    }
  }
  return 0;
}
