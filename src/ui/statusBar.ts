import * as vscode from 'vscode';
import { textForLabel, textForStatusBar } from '../support/shownText';

/** How long a line in the status bar stays, in milliseconds. */
const STATUS_MESSAGE_MS = 5000;

/** Says in passing that something was done: a line in the status bar, for some seconds. A screen reader says it too. */
export function showStatus(text: string): void {
  const item = vscode.window.createStatusBarItem(vscode.StatusBarAlignment.Left);
  item.name = vscode.l10n.t('Appcircle Message');
  item.text = textForStatusBar(text);
  // What has this role is read aloud when it appears; a message of the editor's own has none, and is not.
  item.accessibilityInformation = { label: textForLabel(text), role: 'alert' };
  item.show();
  setTimeout(() => {
    item.dispose();
  }, STATUS_MESSAGE_MS).unref();
}
