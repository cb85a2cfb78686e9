import * as vscode from 'vscode';
import { Failure } from '../../api/failure';
import { Command, type CommandId } from '../../contributions';
import { UnsavedStateError } from '../../support/memento';
import { showError } from '../dialogs/notifications';
import { showFailure, type Failed } from './showFailure';
import { showUnsaved } from './showUnsaved';

/** Tells what a command threw: a failure with its remedies, what was not saved, or a defect of ours. */
export async function showCommandError(error: unknown, failed: Failed): Promise<void> {
  if (error instanceof Failure) {
    await showFailure(error, failed);
  } else if (error instanceof UnsavedStateError) {
    await showUnsaved();
  } else {
    await showDefect(failed.id);
  }
}

async function showDefect(id: CommandId): Promise<void> {
  const showLog = vscode.l10n.t('Show Log');
  const sentence = vscode.l10n.t(
    'Something went wrong in Appcircle Explorer ({0}). See the log for details.',
    id,
  );
  if ((await showError(sentence, showLog)) === showLog) {
    await vscode.commands.executeCommand(Command.showLog);
  }
}
