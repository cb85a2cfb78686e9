import { PowerShellStrings } from './powershellStrings';
import { CommandBuilder, endOfLine, matchAt, type ShellText } from './shellCommand';
import type { ShellVariables } from './shellVariables';

const plain = /[^\s'\u2018-\u201b"\u201c-\u201e`$|;&<>]+/y;

/** Whether a text begins as a script of PowerShell does that has a command which asks a server. */
export function looksLikeWebRequest(text: string): boolean {
  return (
    /^(?:Invoke-(?:WebRequest|RestMethod)|iwr|irm)[\s`]/i.test(text) ||
    (/^\$[A-Za-z_]\w*(?:\.\w+)?\s*=/.test(text) && /[\s;=(]Invoke-(?:WebRequest|RestMethod)[\s`]/i.test(text))
  );
}

/** Reads commands as PowerShell does, running nothing. */
export function readPowerShell(text: string, variables: ShellVariables): ShellText {
  return new PowerShellReader(text, variables).read();
}

class PowerShellReader extends PowerShellStrings {
  private readonly builder = new CommandBuilder();

  read(): ShellText {
    while (!this.isOver) {
      this.step();
    }
    this.builder.endCommand();
    return { commands: this.builder.commands, unfinished: this.unfinished };
  }

  private step(): void {
    const { character } = this;
    const run = matchAt(plain, this.text, this.at)?.[0];
    if (run !== undefined) {
      this.takeRun(run);
      return;
    }
    const text = this.string();
    if (text !== undefined) {
      this.builder.add(text);
    } else if (character === '`') {
      const meant = this.escape();
      if (meant !== undefined) {
        this.builder.add(meant);
      }
    } else if (character === '$') {
      this.builder.add(this.expansion());
    } else {
      this.at++;
      this.separate(character);
    }
  }

  private takeRun(run: string): void {
    if (this.builder.isComment(run)) {
      this.at = endOfLine(this.text, this.at);
      return;
    }
    const text = run === '@' && !this.builder.isInWord ? this.string() : undefined;
    this.at += text === undefined ? run.length : 0;
    this.builder.add(text ?? run);
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
