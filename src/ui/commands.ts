import * as vscode from 'vscode';
import { Failure } from '../api/failure';
import type { CommandId } from '../contributions';
import type { Log } from '../support/log';
import { UnsavedStateError } from '../support/memento';

/**
 * Registers a command, which gives whether its handler gave true: that what it is for was done. Whatever that throws
 * becomes a sentence with a remedy, or is silent when cancelled. The handler is given what the command was run on, and
 * all that was selected beside that, where a menu tells.
 */
export type RegisterCommand = (
  id: CommandId,
  handler: (argument?: unknown, selected?: unknown) => unknown,
) => vscode.Disposable;

export function commandRegistrar(log: Log): RegisterCommand {
  return (id, handler) =>
    vscode.commands.registerCommand(id, async (argument?: unknown, selected?: unknown) => {
      try {
        return (await handler(argument, selected)) === true;
      } catch (error) {
        logError(log, id, error);
        const { showCommandError } = await import('./failures/showCommandError');
        void showCommandError(error, { id, argument, selected });
        return false;
      }
    });
}

function logError(log: Log, id: CommandId, error: unknown): void {
  if (error instanceof Failure) {
    log.warn(`${id}: ${error.message}`);
  } else if (!(error instanceof UnsavedStateError)) {
    log.error(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown error'}`);
  }
}
