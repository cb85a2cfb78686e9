import * as vscode from 'vscode';
import type { Failure } from '../../api/failure';
import { Command, type CommandId } from '../../contributions';
import { showError } from '../dialogs/notifications';
import { failureText, type Remedy } from './failureText';

/** The command that failed, with what it was run on. */
export interface Failed {
  id: CommandId;
  argument?: unknown;
  selected?: unknown;
}

/** Tells of a failure that a user's own action came to, with its remedies as buttons. Cancelled is not failed (T5). */
export async function showFailure(failure: Failure, failed: Failed): Promise<void> {
  if (failure.kind === 'cancelled') {
    return;
  }
  const { sentence, remedies } = failureText(failure);
  const labels = remedies.map(({ label }) => label);
  const chosen = await showError(sentence, ...labels);
  const remedy = remedies.find(({ label }) => label === chosen);
  if (remedy?.command === Command.refresh) {
    await retry(failure, failed, remedy);
  } else if (remedy) {
    const isMended = await runRemedy(remedy);
    await (isMended && failed.id !== remedy.command && runAgain(failed));
  }
}

/** Does what helps. Whether what failed has its cause mended by it, and is worth another try: the key was replaced. */
export async function runRemedy({ command, arguments: values = [] }: Remedy): Promise<boolean> {
  const isDone = await vscode.commands.executeCommand(command, ...values);
  return command === Command.replaceKey && isDone === true;
}

/** Retry is for what the person wanted, not for what the views show. */
async function retry(failure: Failure, failed: Failed, { command }: Remedy): Promise<void> {
  const { id } = failed;
  // Only Refresh reads the storage anew, and lets a refused key be tried again: the command alone would fail as before.
  if (isRemembered(failure) || id === command) {
    await vscode.commands.executeCommand(command);
  }
  if (id !== command) {
    await runAgain(failed);
  }
}

/** Once: what fails again says so, and it is up to the person. */
async function runAgain({ id, argument, selected }: Failed): Promise<void> {
  const given = [argument, selected].filter((one) => one !== undefined);
  await vscode.commands.executeCommand(id, ...given);
}

/** Whether it is remembered until Refresh: nobody asks again before that. */
export function isRemembered({ kind }: Failure): boolean {
  return kind === 'storage' || kind === 'rejectedCredential' || kind === 'expiredSession';
}
