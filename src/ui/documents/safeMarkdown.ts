import * as vscode from 'vscode';
import { textForLabel } from '../../support/shownText';
import { visibleText } from '../../support/visibleText';

/**
 * Markdown in which our own words are markup and a server's words are text (rule 18). Nothing in it is trusted
 * but the commands that are named.
 */
export class SafeMarkdown {
  readonly value: vscode.MarkdownString;

  constructor(enabledCommands: string[] = []) {
    this.value = new vscode.MarkdownString();
    this.value.isTrusted = enabledCommands.length > 0 ? { enabledCommands } : false;
  }

  heading(text: string): this {
    return this.append(`**${shownText(text)}**\n\n`);
  }

  /** One line of a list of facts. Left out when there is no value. */
  fact(label: string, value: string | undefined): this {
    return value === undefined || value === '' ? this : this.append(`- ${shownText(`${label}: ${value}`)}\n`);
  }

  paragraph(text: string): this {
    return this.append(`\n\n${shownText(text)}\n\n`);
  }

  /** Links to commands, in one line. */
  actions(actions: { label: string; command: string }[]): this {
    const links = actions.map(({ label, command }) => `[${shownText(label)}](command:${command})`);
    return this.append(`\n\n---\n\n${links.join('&nbsp;&nbsp;|&nbsp;&nbsp;')}\n`);
  }

  private append(markdown: string): this {
    this.value.appendMarkdown(markdown);
    return this;
  }
}

/** A tooltip is not the place for all of a long text. */
function shownText(text: string): string {
  return asText(textForLabel(text));
}

/**
 * Every character that could be markup as an entity, which is decoded after the Markdown was read. `appendText`
 * would glue all words with no-break spaces, and let addresses turn into links.
 */
export function asText(text: string): string {
  const shown = visibleText(text);
  // The tooltip of the status bar is made at the start (R30), and classes of Unicode take a millisecond to get ready.
  const markup = /^[\x20-\x7e]*$/.test(shown) ? /[^a-z\d ]/gi : /[^\p{L}\p{M}\p{N} ]/gu;
  return shown.replace(markup, (character) => `&#${String(character.codePointAt(0))};`);
}
