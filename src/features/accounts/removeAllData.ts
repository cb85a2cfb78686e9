import * as vscode from 'vscode';
import type { Accounts } from '../../account/accounts';

/** Where the editor keeps our state. */
export type State = Pick<vscode.Memento, 'keys' | 'update'>;

/**
 * Remove All Data: every key, every note, everything remembered (R3). What other workspaces remember of their
 * choice is out of reach and says nothing: the id of an account that is no more.
 */
export async function removeAllData(accounts: Accounts, states: readonly State[]): Promise<void> {
  const remove = vscode.l10n.t('Remove All Data');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Remove all data of Appcircle Explorer from this machine?'),
    {
      modal: true,
      detail: vscode.l10n.t(
        'Every key, every account and everything that the extension remembers goes. Keys stay valid at Appcircle until you delete them in the dashboard, and access tokens that you copied live until they expire.',
      ),
    },
    remove,
  );
  if (chosen !== remove) {
    return;
  }
  await accounts.signOutOfAll();
  for (const state of states) {
    await Promise.all(state.keys().map((key) => state.update(key, undefined)));
  }
  void vscode.window.showInformationMessage(vscode.l10n.t('All data of Appcircle Explorer was removed.'));
}
