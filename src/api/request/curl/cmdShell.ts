import { CommandBuilder, matchAt, type ShellText } from './shellCommand';
import type { ShellVariables } from './shellVariables';

const variable = /%([A-Za-z_]\w*)%/y;
const plain = /[^^"%&|<>\r\n]+/y;
const caretPair = /\^(?:\r?\n(?:\r?\n)?|[^])?/y;
const argumentPart = /(\\*)"|(\s)|\\+|[^\\"\s]+/y;
/** `%C3%` is more likely a part of an address. */
const hexPair = /^[\dA-Fa-f]{2}$/;

/**
 * Reads commands as the Windows command prompt and the programs that it runs do: carets first, then quotes and the
 * backslashes before them.
 */
export function readCmd(text: string, variables: ShellVariables): ShellText {
  const builder = new CommandBuilder();
  let unfinished = false;
  for (const line of linesOf(text, variables)) {
    unfinished = splitArguments(line, builder) || unfinished;
    builder.endCommand();
  }
  return { commands: builder.commands, unfinished };
}

/** The lines, or parts of lines, that are commands, without carets. */
function linesOf(text: string, variables: ShellVariables): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let isQuoted = false;
  const endLine = () => {
    lines.push(line.join(''));
    line = [];
    isQuoted = false;
  };
  for (let at = 0; at < text.length;) {
    const [run] = matchAt(plain, text, at) ?? [];
    const [caret] = matchAt(caretPair, text, at) ?? [];
    const [whole, name = ''] = matchAt(variable, text, at) ?? [];
    if (run !== undefined) {
      line.push(run);
      at += run.length;
    } else if (caret !== undefined && !isQuoted) {
      // The end of a line behind a caret is nothing, and what follows it stands for itself: another end of a line, too.
      const meant = caret.slice(1).replace(/\r/g, '');
      line.push(meant.startsWith('\n') ? meant.slice(1) : meant);
      at += caret.length;
    } else if (whole !== undefined && !hexPair.test(name)) {
      line.push(variables.piece(name));
      at += whole.length;
    } else {
      const character = text.charAt(at++);
      isQuoted = character === '"' ? !isQuoted : isQuoted;
      const isInWord =
        character === '&' && /\S/.test(line.at(-1)?.at(-1) ?? '') && /[^\s&]/.test(text.charAt(at));
      if (character === '\n' || (!isQuoted && /[&|<>]/.test(character) && !isInWord)) {
        endLine();
      } else if (character !== '\r') {
        line.push(character);
      }
    }
  }
  endLine();
  return lines;
}

/** Splits a line as the C library of Windows does. True where a quote is not closed. */
function splitArguments(line: string, builder: CommandBuilder): boolean {
  let isQuoted = false;
  for (let at = 0; at < line.length;) {
    const [whole = '', slashes, blank] = matchAt(argumentPart, line, at) ?? [];
    at += whole.length;
    if (slashes !== undefined) {
      builder.add('\\'.repeat(slashes.length >> 1));
      if (slashes.length % 2 === 1) {
        builder.add('"');
      } else if (isQuoted && line.startsWith('"', at)) {
        builder.add('"');
        at++;
      } else {
        isQuoted = !isQuoted;
      }
    } else if (blank !== undefined && !isQuoted) {
      builder.endWord();
    } else {
      builder.add(whole);
    }
  }
  return isQuoted;
}
