import * as vscode from 'vscode';
import { accountName, isSubOrganization } from '../../account/account';
import type { Accounts } from '../../account/accounts';
import type { SessionStore, SignedIn } from '../../account/sessionStore';
import { visibleText } from '../../support/visibleText';

/** Sign Out: forgets the active account on this machine. Asks first, since the dashboard shows a key only once. */
export async function signOut(accounts: Accounts, sessions: SessionStore): Promise<void> {
  const session = sessions.current;
  if (session.kind !== 'signedIn') {
    void vscode.window.showInformationMessage(vscode.l10n.t('You are not signed in to Appcircle.'));
    return;
  }
  const signOut = vscode.l10n.t('Sign Out');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Sign out of {0}?', rootName(session, accounts)),
    { modal: true, detail: consequences(session) },
    signOut,
  );
  if (chosen === signOut) {
    await accounts.signOut(session.account);
  }
}

/** A sub-organization has no key of its own: what is signed out of is the account whose key it is acted in with. */
function rootName({ account, names }: SignedIn, { known, organizations }: Accounts): string {
  const stored = isSubOrganization(account) && known.find(({ id }) => id === account.credentialId);
  return visibleText(
    stored ? accountName(stored, organizations.namesOf(stored)) : accountName(account, names),
  );
}

function consequences({ account, names }: SignedIn): string {
  const key = vscode.l10n.t(
    'The key is removed from this machine. It stays valid at Appcircle until you delete it in the dashboard, and access tokens that you copied live until they expire.',
  );
  return isSubOrganization(account)
    ? [
        vscode.l10n.t(
          'You act in its sub-organization {0} with the same key: that one and all other sub-organizations are signed out with it.',
          visibleText(accountName(account, names)),
        ),
        key,
      ].join('\n\n')
    : key;
}
