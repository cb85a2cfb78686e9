import * as vscode from 'vscode';
import { textForLabel } from '../../support/shownText';

/** Compares two documents in the editor's own way. */
export async function compareDocuments(left: vscode.Uri, right: vscode.Uri, title: string): Promise<void> {
  await vscode.commands.executeCommand('vscode.diff', left, right, textForLabel(title));
}
