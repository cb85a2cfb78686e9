import * as vscode from 'vscode';
import { textForHint, textForLabel } from '../../support/shownText';

/** What stands behind a place of a text, as if it belonged there. */
export interface HintOptions {
  text: string;
  tooltip: string;
}

/** A hint behind a place. Its text is drawn as it is, and is short: it moves what stands behind it. */
export function makeHint(position: vscode.Position, { text, tooltip }: HintOptions): vscode.InlayHint {
  const hint = new vscode.InlayHint(position, textForHint(text));
  hint.paddingLeft = true;
  hint.tooltip = textForLabel(tooltip);
  return hint;
}
