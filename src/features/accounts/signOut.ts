import * as vscode from 'vscode';
import { accountName, isSubOrganization } from '../../account/account';
import type { Accounts } from '../../account/accounts';
import type { SessionStore, SignedIn } from '../../account/sessionStore';
import { removeDamaged } from './removeDamaged';
import { askInModal, showInformation } from '../../ui/dialogs/notifications';

/** Sign Out: forgets the active account on this machine. Asks first, since the dashboard shows a key only once. */
export async function signOut(accounts: Accounts, sessions: SessionStore): Promise<void> {
  const session = sessions.current;
  if (session.kind === 'signedOut' && session.damaged) {
    await removeDamaged(accounts);
    return;
  }
  if (session.kind !== 'signedIn') {
    void showInformation(vscode.l10n.t('You are not signed in to Appcircle.'));
    return;
  }
  const signOut = vscode.l10n.t('Sign Out');
  const chosen = await askInModal(
    vscode.l10n.t('Sign out of {0}?', rootName(session, accounts)),
    consequences(session),
    signOut,
  );
  if (chosen === signOut) {
    await accounts.signOut(session.account);
  }
}

/** A sub-organization has no key of its own: what is signed out of is the account whose key it is acted in with. */
function rootName({ account, names }: SignedIn, { known, organizations }: Accounts): string {
  const stored = isSubOrganization(account) && known.find(({ id }) => id === account.credentialId);
  return stored ? accountName(stored, organizations.namesOf(stored)) : accountName(account, names);
}

function consequences({ account, names }: SignedIn): string[] {
  const key = vscode.l10n.t(
    'This removes the key from this computer. The key remains valid until you delete it in the Appcircle dashboard. Access tokens that you copied work until they expire.',
  );
  return isSubOrganization(account)
    ? [
        vscode.l10n.t(
          'You are using its sub-organization {0} with the same key. This signs you out of {0} and all other sub-organizations.',
          accountName(account, names),
        ),
        key,
      ]
    : [key];
}
