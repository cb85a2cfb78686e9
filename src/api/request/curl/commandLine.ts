import type { BodyPart } from '../request';
import { unescapeAnsi } from './ansiQuoted';
import { readCmd } from './cmdShell';
import { readPosix } from './posixShell';
import { looksLikeWebRequest, readPowerShell, unescapeNativeQuotes } from './powershellText';
import { MAX_COMMAND_LENGTH, type ShellCommand, type ShellText } from './shellCommand';
import type { ShellVariables } from './shellVariables';

/** A command `curl` with what it is given. */
export interface CurlCommandLine {
  readonly parts: readonly string[];
  /** What comes through a pipe or a here-document, where that is known. */
  readonly input: readonly BodyPart[] | undefined;
  readonly unfinished: boolean;
}

const fence = /^`{3}[\w-]*[ \t]*\r?\n/;
/** What a shell prints before a command. */
const prompt = /^(?:(?:PS )?[A-Za-z]:\\[^\r\n>]{0,300}>|[$%#>❯➜](?=\s))/;

/** The same before a line that goes on with options. */
const continuedPrompt = /\\\r?\n>[ \t]+(?=-)/g;

/** Whether a text is taken for a command, as far as its beginning tells: cheap, for whatever is on a clipboard. */
export function looksLikeCurl(text: string): boolean {
  const command = withoutSurroundings(text.slice(0, MAX_COMMAND_LENGTH));
  return (
    looksLikeWebRequest(command) ||
    /^(?:[A-Za-z_]\w{0,60}=\S{0,200}\s+)?(?:sudo\s+|time\s+|&\s*)?(?:\S{0,200}[\\/])?curl(?:\.exe)?(?=[\s"'^])/i.test(
      command,
    ) ||
    (/^(?:printf|echo|cat)\s/.test(command) && /\|\s*curl\s/.test(command))
  );
}

/** Without what documentation and terminals have around a command. */
export function withoutSurroundings(text: string): string {
  const whole = text.trim().replace(fence, '').trimStart();
  const typed = whole.replace(prompt, '').trimStart();
  const command = typed === whole ? whole : typed.replace(continuedPrompt, '\\\n');
  return command.endsWith('```') ? command.slice(0, -3).trimEnd() : command;
}

/** With the quotes and dashes that a chat or a word processor made others of, where there are none of a shell. */
function withPlainMarks(text: string): string {
  return /['"]/.test(text)
    ? text
    : text
        .replace(/[\u201c-\u201e]/g, '"')
        .replace(/[\u2018-\u201a]/g, "'")
        .replace(/(?<=\s)(?:\u2014|\u2013{2})(?=[a-z])/g, '--')
        .replace(/(?<=\s)\u2013(?=[A-Za-z])/g, '-');
}

/** The first command `curl` of a text, in whatever shell it is for; undefined where there is none. Runs nothing. */
export function findCurl(source: string, variables: ShellVariables): CurlCommandLine | undefined {
  const text = withPlainMarks(withoutSurroundings(source));
  const read = readerFor(text);
  const { commands, unfinished } = read(text, variables);
  const at = commands.findIndex((command) => programAt(command) >= 0);
  const command = commands[at];
  if (!command) {
    return undefined;
  }
  const parts = command.parts.slice(programAt(command) + 1);
  return {
    parts: read === readPowerShell ? parts.map(unescapeNativeQuotes) : parts,
    input: command.input === undefined ? pipedInto(commands.slice(0, at)) : [command.input],
    unfinished,
  };
}

type Reader = (text: string, variables: ShellVariables) => ShellText;

/**
 * Told by what only one of them has, outside of single quotes: the end of a line that goes on, the escapes of a browser's
 * copy, names.
 */
function readerFor(text: string): Reader {
  const open = text.replace(/\\'|'[^']*'/g, '');
  if (/\^["\r\n]|\^$|\s\^\s/.test(open)) {
    return readCmd;
  }
  if (/`\r?\n|\s`\s|\$env:/i.test(open)) {
    return readPowerShell;
  }
  if (/^(?:&\s*)?\S{0,200}curl\.exe\s/i.test(text)) {
    const [first] = /["']/.exec(text) ?? [];
    const isCmd = first !== "'" && (open.includes('\\"') || !text.includes("'"));
    return isCmd ? readCmd : readPowerShell;
  }
  return readPosix;
}

/** Where the name of the program is: behind what is set for it, and behind what runs it. */
function programAt({ parts }: ShellCommand): number {
  const at = parts.findIndex(
    (word) => !/^[A-Za-z_]\w*=/.test(word) && !/^(?:sudo|time|command|exec|&)$/.test(word),
  );
  return /(?:^|[\\/])curl(?:\.exe)?$/i.test(parts[at] ?? '') ? at : -1;
}

/** What the commands before one give it: the last of them, or all between two braces. Undefined where that is not known. */
function pipedInto(before: readonly ShellCommand[]): readonly BodyPart[] | undefined {
  const last = before.at(-1);
  if (!last?.piped) {
    return undefined;
  }
  if (last.parts.join(' ') !== '}') {
    return outputOf(last);
  }
  const start = before.findLastIndex(({ parts }) => parts[0] === '{');
  const outputs = before
    .slice(start, -1)
    .map((command, nth) => outputOf(nth === 0 ? { ...command, parts: command.parts.slice(1) } : command));
  return start >= 0 && outputs.every((output) => output !== undefined) ? outputs.flat() : undefined;
}

/** What `printf`, `echo` or `cat` would print; undefined for other programs. */
function outputOf({ parts, input }: ShellCommand): readonly BodyPart[] | undefined {
  const [program, ...rest] = parts;
  switch (program) {
    case 'printf':
      return [printed(rest)];
    case 'echo':
      return [rest[0] === '-n' ? rest.slice(1).join(' ') : `${rest.join(' ')}\n`];
    case 'cat':
      return rest.length > 0 ? rest.map((file) => ({ file })) : input === undefined ? undefined : [input];
    default:
      return undefined;
  }
}

function printed([format = '', ...values]: readonly string[]): string {
  const parts = format.split(/(%[%sb])/).map((part) => {
    switch (part) {
      case '%%':
        return '%';
      case '%s':
      case '%b':
        return (values.shift() ?? '').replaceAll('\\', '\\\\');
      default:
        return part;
    }
  });
  return unescapeAnsi(parts.join(''));
}
