import * as vscode from 'vscode';
import type { Account } from '../../account/account';
import type { Accounts } from '../../account/accounts';
import { isOwnerKnown } from '../../api/tokenOwner';
import { Command } from '../../contributions';
import { delay } from '../../support/time';
import { hostOf } from '../../support/url';
import { showInformation } from '../../ui/dialogs/notifications';
import { showStatus } from '../../ui/statusBar';

/** How long the line waits for the name of the organization, in milliseconds. */
const NAME_TIMEOUT = 4000;

/**
 * Says in the status bar where somebody has signed in, once the name of the organization is known: an id tells a person
 * nothing. Where nobody told whose the key is, says so, and offers to give the account a name.
 */
export async function tellSignedIn(
  account: Account,
  named: Promise<void>,
  { known, organizations }: Pick<Accounts, 'known' | 'organizations'>,
): Promise<void> {
  if (!isOwnerKnown(account)) {
    await tellUnknownOwner(account);
    return;
  }
  const heard = new AbortController();
  const limit = delay(NAME_TIMEOUT, heard.signal).catch(() => undefined);
  await Promise.race([named, limit]);
  heard.abort();
  const { label, organizationName } = organizations.namesOf(account);
  // Who has signed out meanwhile knows better.
  if (known.some(({ id }) => id === account.id)) {
    showStatus(signedInText(label ?? organizationName, account.userName));
  }
}

function signedInText(name: string | undefined, userName: string | undefined): string {
  if (name !== undefined) {
    return vscode.l10n.t('Signed in to {0}.', name);
  }
  return userName === undefined
    ? vscode.l10n.t('Signed in to Appcircle.')
    : vscode.l10n.t('Signed in to Appcircle as {0}.', userName);
}

async function tellUnknownOwner({ hosts }: Account): Promise<void> {
  const rename = vscode.l10n.t('Rename Account');
  const sentence = vscode.l10n.t(
    'Signed in to Appcircle. {0} did not report who owns this key, so this is a separate account. Rename it to tell it apart.',
    hostOf(hosts.auth),
  );
  if ((await showInformation(sentence, rename)) === rename) {
    await vscode.commands.executeCommand(Command.renameAccount);
  }
}
