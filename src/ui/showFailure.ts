import * as vscode from 'vscode';
import type { Failure } from '../api/failure';
import { failureText } from './failureText';

/** Tells of a failure that a user's own action came to, with its remedies as buttons. Cancelled is not failed (T5). */
export async function showFailure(failure: Failure): Promise<void> {
  if (failure.kind === 'cancelled') {
    return;
  }
  const { sentence, remedies } = failureText(failure);
  const labels = remedies.map(({ label }) => label);
  const chosen = await vscode.window.showErrorMessage(sentence, ...labels);
  const remedy = remedies.find(({ label }) => label === chosen);
  if (remedy) {
    await vscode.commands.executeCommand(remedy.command, ...(remedy.arguments ?? []));
  }
}
