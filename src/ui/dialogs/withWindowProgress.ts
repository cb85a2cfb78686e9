import * as vscode from 'vscode';
import { textForStatusBar } from '../../support/shownText';

/** Work that shows in the status bar that it goes on. */
export function withWindowProgress<T>(title: string, work: () => Thenable<T>): Thenable<T> {
  const options = { location: vscode.ProgressLocation.Window, title: textForStatusBar(title) };
  return vscode.window.withProgress(options, work);
}
