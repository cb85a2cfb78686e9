import * as vscode from 'vscode';
import { Command } from '../../contributions';
import { showError } from '../dialogs/notifications';

/** Says that what a person wanted to be kept is not: the one thing that went wrong. */
export async function showUnsaved(): Promise<void> {
  const showLog = vscode.l10n.t('Show Log');
  if ((await showError(unsavedText(), showLog)) === showLog) {
    await vscode.commands.executeCommand(Command.showLog);
  }
}

/** The same, as a sentence. */
export function unsavedText(): string {
  return vscode.l10n.t('Your editor could not save this. The disk may be full.');
}
