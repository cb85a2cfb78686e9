import * as vscode from 'vscode';
import { accountName, isSubOrganization, type Account } from '../../../account/account';
import type { Accounts } from '../../../account/accounts';
import type { SessionStore } from '../../../account/sessionStore';
import { Command } from '../../../contributions';
import { hostOf } from '../../../support/url';
import { askInModal, showWarning } from '../../../ui/dialogs/notifications';
import { ensureSignedIn, FOR_COMMAND } from '../../../ui/ensureSignedIn';

/** What is needed to act in the organization of a link. */
export interface LinkAccountDeps {
  sessions: SessionStore;
  accounts: Pick<Accounts, 'known' | 'organizations' | 'switchTo'>;
}

/**
 * The account to open a link with, made the active one. Another organization than the active one is switched to when
 * the person agrees, and nothing is sent before (T9). Undefined when there is none, or the person does not want it.
 */
export async function accountFor(
  organizationId: string | undefined,
  deps: LinkAccountDeps,
): Promise<Account | undefined> {
  const { sessions, accounts } = deps;
  const account = await ensureSignedIn(sessions);
  if (!account || organizationId === undefined || account.organizationId === organizationId) {
    return account;
  }
  const other = accountIn(organizationId, account, accounts);
  if (other) {
    return (await askToSwitch(other, accounts)) ? switchTo(other, deps) : undefined;
  }
  if (!(await confirmSignIn(organizationId))) {
    return undefined;
  }
  await vscode.commands.executeCommand(Command.signIn, FOR_COMMAND);
  // Who closed the dialog, or signed in to the same again, is not asked once more (T5).
  return sessions.account === account ? undefined : accountFor(organizationId, deps);
}

/** An account that is signed in to an organization; where there are several, one of the server that is in use. */
function accountIn(
  organizationId: string,
  active: Account,
  { known, organizations }: LinkAccountDeps['accounts'],
): Account | undefined {
  const all = [...known, ...known.flatMap((account) => organizations.known(account))];
  const there = all.filter((account) => account.organizationId === organizationId);
  return there.find(({ hosts }) => hosts.api === active.hosts.api) ?? there[0];
}

async function askToSwitch(account: Account, accounts: LinkAccountDeps['accounts']): Promise<boolean> {
  const names = accounts.organizations.namesOf(account);
  const name = isSubOrganization(account)
    ? (names.organizationName ?? account.organizationId)
    : accountName(account, names);
  const who = [account.userName, hostOf(account.hosts.api)].filter((fact) => fact !== undefined);
  const switchTo = vscode.l10n.t('Switch');
  const chosen = await askInModal(
    vscode.l10n.t('This link is for {0}. Switch to it?', name),
    who.join(' · '),
    switchTo,
  );
  return chosen === switchTo;
}

async function switchTo(
  other: Account,
  { sessions, accounts }: LinkAccountDeps,
): Promise<Account | undefined> {
  await accounts.switchTo(other);
  return sessions.account?.id === other.id ? sessions.account : undefined;
}

async function confirmSignIn(organizationId: string): Promise<boolean> {
  const signIn = vscode.l10n.t('Sign In');
  const chosen = await showWarning(
    vscode.l10n.t('You are not signed in to the organization that this link is for ({0}).', organizationId),
    signIn,
  );
  return chosen === signIn;
}
