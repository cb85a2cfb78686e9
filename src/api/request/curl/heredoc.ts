import { endOfLine } from './shellCommand';
import type { ShellVariables } from './shellVariables';

/** How a here-document was begun. */
export interface HeredocForm {
  /** The line that ends it. */
  readonly word: string;
  /** Nothing in it is a variable. */
  readonly isPlain: boolean;
  readonly stripsTabs: boolean;
}

/** The lines from a place on up to the word, and the place behind it; what a command in it would print is a variable. */
export function readHeredoc(
  text: string,
  start: number,
  { word, isPlain, stripsTabs }: HeredocForm,
  variables: ShellVariables,
): { readonly content: string; readonly end: number } {
  const lines: string[] = [];
  let at = start;
  while (at < text.length) {
    const end = endOfLine(text, at);
    const line = text.slice(at, end).replace(/\r$/, '');
    at = end + 1;
    const own = stripsTabs ? line.replace(/^\t+/, '') : line;
    if (own === word) {
      break;
    }
    lines.push(own, '\n');
  }
  const whole = lines.join('');
  return { content: isPlain ? whole : withVariables(whole, variables), end: at };
}

function withVariables(text: string, variables: ShellVariables): string {
  return text.replace(
    /\\([\\$`])|\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*|\([^()\n]*\)))|`([^`\n]*)`/g,
    (_, escaped?: string, braced?: string, bare?: string, command?: string) =>
      escaped ?? variables.piece(braced ?? bare ?? `(${command ?? ''})`),
  );
}
