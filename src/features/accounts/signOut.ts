import * as vscode from 'vscode';
import { accountName } from '../../account/account';
import type { Accounts } from '../../account/accounts';
import type { SessionStore } from '../../account/sessionStore';
import { visibleText } from '../../support/visibleText';

/** Sign Out: forgets the active account on this machine. Asks first, since the dashboard shows a key only once. */
export async function signOut(accounts: Accounts, sessions: SessionStore): Promise<void> {
  const session = sessions.current;
  if (session.kind !== 'signedIn') {
    void vscode.window.showInformationMessage(vscode.l10n.t('You are not signed in to Appcircle.'));
    return;
  }
  const name = visibleText(accountName(session.account, session.names));
  const signOut = vscode.l10n.t('Sign Out');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Sign out of {0}?', name),
    {
      modal: true,
      detail: vscode.l10n.t(
        'The key is removed from this machine. It stays valid at Appcircle until you delete it in the dashboard, and access tokens that you copied live until they expire.',
      ),
    },
    signOut,
  );
  if (chosen === signOut) {
    await accounts.signOut(session.account);
  }
}
