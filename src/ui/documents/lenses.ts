import * as vscode from 'vscode';
import { textForRow } from '../../support/shownText';
import { asText } from './safeMarkdown';

/** What a lens says and does. */
export interface LensOptions {
  title: string;
  /** Name of a codicon of ours before it; the title itself has none. */
  icon?: string;
  /** Without one it only says something. */
  command?: string;
  arguments?: unknown[];
}

/** A lens above a text. */
export function makeLens(
  range: vscode.Range,
  { title, icon, command = '', arguments: values }: LensOptions,
): vscode.CodeLens {
  const shown = textForRow(title);
  return new vscode.CodeLens(range, {
    // Lenses swallow a plain blank between an icon and a text.
    title: icon === undefined ? shown : `$(${icon})\u00a0${shown}`,
    command,
    ...(values && { arguments: values }),
  });
}

/** A link in a text. Its tooltip is read as Markdown by the editor. */
export function makeLink(range: vscode.Range, target: vscode.Uri, tooltip: string): vscode.DocumentLink {
  const link = new vscode.DocumentLink(range, target);
  link.tooltip = asText(tooltip);
  return link;
}
