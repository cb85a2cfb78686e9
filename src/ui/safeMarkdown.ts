import * as vscode from 'vscode';
import { visibleText } from '../support/visibleText';

/**
 * Markdown in which our own words are markup and a server's words are text: appended, never parsed (design 5).
 * Nothing in it is trusted but the commands that are named.
 */
export class SafeMarkdown {
  readonly value: vscode.MarkdownString;

  constructor(enabledCommands: string[] = []) {
    this.value = new vscode.MarkdownString();
    this.value.isTrusted = enabledCommands.length > 0 ? { enabledCommands } : false;
  }

  heading(text: string): this {
    this.value.appendMarkdown('**').appendText(oneLine(text)).appendMarkdown('**\n\n');
    return this;
  }

  /** One line of a list of facts. Left out when there is no value. */
  fact(label: string, value: string | undefined): this {
    if (value !== undefined && value !== '') {
      this.value
        .appendMarkdown('- ')
        .appendText(`${label}: ${oneLine(value)}`)
        .appendMarkdown('\n');
    }
    return this;
  }

  paragraph(text: string): this {
    this.value.appendMarkdown('\n\n').appendText(oneLine(text)).appendMarkdown('\n\n');
    return this;
  }

  /** Links to commands, in one line. */
  actions(actions: { label: string; command: string }[]): this {
    const links = actions.map(({ label, command }) => `[${label}](command:${command})`);
    this.value.appendMarkdown(`\n\n---\n\n${links.join('&nbsp;&nbsp;|&nbsp;&nbsp;')}\n`);
    return this;
  }
}

function oneLine(text: string): string {
  return visibleText(text);
}
