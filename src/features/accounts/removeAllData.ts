import * as vscode from 'vscode';
import type { Accounts } from '../../account/accounts';
import { askInModal, showError, showInformation } from '../../ui/dialogs/notifications';

/** Where the editor keeps our state. */
export type State = Pick<vscode.Memento, 'keys' | 'update'>;

/**
 * Remove All Data: every key, every note, everything remembered, every scratch request (R3). What other workspaces remember of their
 * choice is out of reach and says nothing: the id of an account that is no more.
 */
export async function removeAllData(
  accounts: Accounts,
  states: readonly State[],
  removals: Iterable<() => Promise<void>>,
): Promise<void> {
  const remove = vscode.l10n.t('Remove All Data');
  const chosen = await askInModal(
    vscode.l10n.t('Remove all Appcircle Explorer data from this computer?'),
    vscode.l10n.t(
      'This removes all keys, accounts, scratch requests, and saved state. Keys remain valid until you delete them in the Appcircle dashboard. Access tokens that you copied work until they expire.',
    ),
    remove,
  );
  if (chosen !== remove) {
    return;
  }
  await accounts.signOutOfAll();
  const writes = [
    ...states.flatMap((state) => state.keys().map((key) => state.update(key, undefined))),
    ...[...removals].map((remove) => remove()),
  ];
  if ((await Promise.allSettled(writes)).some(({ status }) => status === 'rejected')) {
    void showError(
      vscode.l10n.t('Removed all keys, but could not remove other saved state. The disk may be full.'),
    );
    return;
  }
  void showInformation(vscode.l10n.t('Removed all Appcircle Explorer data.'));
}
