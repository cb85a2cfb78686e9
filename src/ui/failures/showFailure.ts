import * as vscode from 'vscode';
import type { Failure } from '../../api/failure';
import { Command, type CommandId } from '../../contributions';
import { failureText, type Remedy } from './failureText';

/** The command that failed, with what it was run on. */
export interface Failed {
  id: CommandId;
  argument?: unknown;
}

/** Tells of a failure that a user's own action came to, with its remedies as buttons. Cancelled is not failed (T5). */
export async function showFailure(failure: Failure, failed: Failed): Promise<void> {
  if (failure.kind === 'cancelled') {
    return;
  }
  const { sentence, remedies } = failureText(failure);
  const labels = remedies.map(({ label }) => label);
  const chosen = await vscode.window.showErrorMessage(sentence, ...labels);
  const remedy = remedies.find(({ label }) => label === chosen);
  if (remedy?.command === Command.refresh) {
    await retry(failure, failed, remedy);
  } else if (remedy) {
    await vscode.commands.executeCommand(remedy.command, ...(remedy.arguments ?? []));
  }
}

/** Retry is for what the person wanted, not for what the views show. */
async function retry(failure: Failure, { id, argument }: Failed, { command }: Remedy): Promise<void> {
  // Only Refresh reads the storage anew, and lets a refused key be tried again: the command alone would fail as before.
  if (isRemembered(failure) || id === command) {
    await vscode.commands.executeCommand(command);
  }
  if (id !== command) {
    await vscode.commands.executeCommand(id, ...(argument === undefined ? [] : [argument]));
  }
}

/** Whether it is remembered until Refresh: nobody asks again before that. */
export function isRemembered({ kind }: Failure): boolean {
  return kind === 'storage' || kind === 'rejectedCredential' || kind === 'expiredSession';
}
