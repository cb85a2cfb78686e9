import * as vscode from 'vscode';
import type { Accounts } from '../../account/accounts';
import { askInModal, showInformation } from '../../ui/dialogs/notifications';

/** Asks whether the stored accounts that are damaged shall go, and removes them. Nothing goes by itself. */
export async function removeDamaged(accounts: Accounts): Promise<void> {
  const remove = vscode.l10n.t('Remove');
  const { damaged } = accounts.stored;
  const chosen = await askInModal(
    damaged === 1
      ? vscode.l10n.t('Remove the damaged account from this computer?')
      : vscode.l10n.t('Remove {0} damaged accounts from this computer?', damaged),
    vscode.l10n.t(
      'The stored data cannot be used and may still contain a key. The key remains valid until you delete it in the Appcircle dashboard.',
    ),
    remove,
  );
  if (chosen === remove) {
    const removed = await accounts.removeDamaged();
    void showInformation(
      removed === 1
        ? vscode.l10n.t('Removed the damaged account.')
        : vscode.l10n.t('Removed {0} damaged accounts.', removed),
    );
  }
}
