import * as vscode from 'vscode';
import { Failure } from '../api/failure';
import { Command, type CommandId } from '../contributions';
import type { Log } from '../support/log';
import { showFailure } from './failures/showFailure';

/** Registers a command. Whatever its handler throws becomes a sentence with a remedy, or is silent when cancelled. */
export type RegisterCommand = (id: CommandId, handler: (argument?: unknown) => unknown) => vscode.Disposable;

export function commandRegistrar(log: Log): RegisterCommand {
  return (id, handler) =>
    vscode.commands.registerCommand(id, async (argument?: unknown) => {
      try {
        await handler(argument);
      } catch (error) {
        if (error instanceof Failure) {
          log.warn(`${id}: ${error.message}`);
          void showFailure(error, { id, argument });
        } else {
          log.error(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown error'}`);
          void showDefect(id);
        }
      }
    });
}

async function showDefect(id: CommandId): Promise<void> {
  const showLog = vscode.l10n.t('Show Log');
  const sentence = vscode.l10n.t(
    'Something went wrong in Appcircle Explorer ({0}). The log has the details.',
    id,
  );
  if ((await vscode.window.showErrorMessage(sentence, showLog)) === showLog) {
    await vscode.commands.executeCommand(Command.showLog);
  }
}
