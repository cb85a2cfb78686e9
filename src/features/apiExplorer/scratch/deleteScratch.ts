import * as vscode from 'vscode';
import { askInModal, showInformation } from '../../../ui/dialogs/notifications';
import { closeScratch } from './closeScratch';
import { scratchNameOf } from './scratchAddress';
import { scratchOn } from './scratchOn';

/** Delete Scratch Request: of a row, or of the active editor, after a question. */
export async function deleteScratch(argument: unknown): Promise<void> {
  const uri = scratchOn(argument);
  if (!uri) {
    void showInformation(vscode.l10n.t('Open the scratch request that you want to delete.'));
    return;
  }
  const remove = vscode.l10n.t('Delete');
  const chosen = await askInModal(
    vscode.l10n.t('Delete the scratch request "{0}"?', scratchNameOf(uri) ?? ''),
    vscode.l10n.t('You cannot restore it. To keep it, use Save to File.'),
    remove,
  );
  if (chosen === remove) {
    await closeScratch(await vscode.workspace.openTextDocument(uri));
  }
}
