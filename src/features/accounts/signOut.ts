import * as vscode from 'vscode';
import { accountName } from '../../account/account';
import type { Accounts } from '../../account/accounts';
import type { SessionStore } from '../../account/sessionStore';
import { Command } from '../../contributions';
import { visibleText } from '../../support/visibleText';
import type { RegisterCommand } from '../../ui/commands';

/** Sign Out: forgets the active account on this machine. Asks first, since the dashboard shows a key only once. */
export function registerSignOut(
  command: RegisterCommand,
  accounts: Accounts,
  sessions: SessionStore,
): vscode.Disposable {
  return command(Command.signOut, async () => {
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
  });
}
