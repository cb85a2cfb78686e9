import * as vscode from 'vscode';
import { accountName, isSubOrganization, type Account } from '../../account/account';
import type { Accounts } from '../../account/accounts';
import type { EnvironmentAccount } from '../../account/environmentToken';
import type { SessionStore } from '../../account/sessionStore';
import { isOwnerKnown } from '../../api/tokenOwner';
import { Failure } from '../../api/failure';
import { Command } from '../../contributions';
import { compareNames } from '../../support/names';
import { abortable } from '../../support/time';
import { hostOf } from '../../support/url';
import { removeDamaged } from './removeDamaged';
import { pickFolded } from '../../ui/dialogs/foldedPick';
import { timeOfDay } from '../../ui/text/dates';

/** What the picker waits for servers that are slow to name their sub-organizations, in milliseconds. */
const LIST_TIMEOUT = 4000;

interface AccountRow extends vscode.QuickPickItem {
  run?: () => Promise<unknown>;
}

/** What Switch Account needs of the rest. */
export interface SwitchDeps {
  accounts: Accounts;
  sessions: SessionStore;
  /** The account of the token in this editor's environment, if there is one. */
  environment: () => EnvironmentAccount | undefined;
}

/** Switch Account: another account, or a sub-organization that one of them reaches. Signs nobody out. */
export async function switchAccount(deps: SwitchDeps): Promise<void> {
  const chosen = await pickFolded(rows(deps), {
    title: vscode.l10n.t('Appcircle: Switch Account'),
    placeHolder: vscode.l10n.t('Select an organization'),
    matchOnDescription: true,
  });
  await chosen?.run?.();
}

async function rows({ accounts, sessions, environment }: SwitchDeps): Promise<AccountRow[]> {
  const nameOf = (account: Account) => rowName(account, accounts);
  const read = await accounts.list();
  if (read.kind !== 'found') {
    throw new Failure('storage');
  }
  const families = await Promise.all(
    read.value.map(async (account): Promise<[Account, ...Account[]]> => [
      account,
      ...(await subOrganizations(accounts, account)).sort((a, b) => compareNames(nameOf(a), nameOf(b))),
    ]),
  );
  const byName = ([a]: [Account, ...Account[]], [b]: [Account, ...Account[]]) =>
    compareNames(nameOf(a), nameOf(b));
  const active = sessions.account;
  const fromEnvironment = environment();
  return [
    ...withoutTwins(families.sort(byName).flat()).map((account) => accountRow(account, accounts, active)),
    ...(fromEnvironment ? [environmentRow(fromEnvironment, accounts, active)] : []),
    ...(accounts.stored.newer > 0 ? [newerRow(accounts.stored.newer)] : []),
    ...(accounts.stored.damaged > 0 ? [damagedRow(accounts)] : []),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    ...(active && active.kind !== 'environment' ? [defaultRow(active, accounts)] : []),
    {
      label: vscode.l10n.t('Sign in to another organization…'),
      iconPath: new vscode.ThemeIcon('add'),
      alwaysShow: true,
      run: () => Promise.resolve(vscode.commands.executeCommand(Command.signIn)),
    },
  ];
}

/** A sub-organization that has a key of its own is listed once, as the account with that key. */
function withoutTwins(all: Account[]): Account[] {
  return all.filter(
    (account) =>
      !isSubOrganization(account) ||
      !all.some((other) => other.id === account.id && !isSubOrganization(other)),
  );
}

/** Those that are known already stand in for those that a server does not tell in time. */
async function subOrganizations(accounts: Accounts, account: Account): Promise<Account[]> {
  const asked = accounts.organizations.fetch(account, AbortSignal.timeout(LIST_TIMEOUT));
  return abortable(asked, AbortSignal.timeout(LIST_TIMEOUT)).catch(() =>
    accounts.organizations.known(account),
  );
}

function accountRow(account: Account, accounts: Accounts, active: Account | undefined): AccountRow {
  const current = account.id === active?.id;
  const facts = [
    isSubOrganization(account) ? vscode.l10n.t('sub-organization') : account.userName,
    hostOf(account.hosts.api),
    // Two of them on one server look alike; the beginning of the id is all that tells them apart.
    isOwnerKnown(account) ? undefined : vscode.l10n.t('unknown owner ({0})', account.id.slice(0, 4)),
    current ? vscode.l10n.t('current') : undefined,
  ];
  return {
    label: rowName(account, accounts),
    description: facts.filter((fact) => fact !== undefined).join(' · '),
    iconPath: new vscode.ThemeIcon(
      current ? 'check' : isSubOrganization(account) ? 'type-hierarchy-sub' : 'organization',
    ),
    run: () => (current ? Promise.resolve() : accounts.switchTo(account)),
  };
}

function rowName(account: Account, { organizations }: Accounts): string {
  const names = organizations.namesOf(account);
  return isSubOrganization(account)
    ? (names.organizationName ?? account.organizationId)
    : accountName(account, names);
}

function environmentRow(
  { account, token, usable }: EnvironmentAccount,
  accounts: Accounts,
  active: Account | undefined,
): AccountRow {
  const current = account.id === active?.id;
  const end =
    token.expiresAt === undefined
      ? vscode.l10n.t('expiration unknown')
      : vscode.l10n.t('expires {0}, cannot be renewed', timeOfDay(token.expiresAt));
  return {
    label: vscode.l10n.t('Access token from the environment'),
    description: [account.userName, end].filter((fact) => fact !== undefined).join(' · '),
    ...(!usable && {
      detail: vscode.l10n.t('Cannot be used because {0} did not issue it.', hostOf(account.hosts.auth)),
    }),
    iconPath: new vscode.ThemeIcon(current ? 'check' : 'terminal'),
    run: () => (current || !usable ? Promise.resolve() : accounts.switchTo(account, token)),
  };
}

function newerRow(count: number): AccountRow {
  return {
    label: vscode.l10n.t('{0} more, stored by a newer version', count),
    description: vscode.l10n.t('update Appcircle Explorer first'),
    iconPath: new vscode.ThemeIcon('versions'),
  };
}

function damagedRow(accounts: Accounts): AccountRow {
  return {
    label: vscode.l10n.t('{0} more, damaged', accounts.stored.damaged),
    description: vscode.l10n.t('sign in again to repair, or select to remove'),
    iconPath: new vscode.ThemeIcon('warning'),
    run: () => removeDamaged(accounts),
  };
}

function defaultRow(active: Account, accounts: Accounts): AccountRow {
  return {
    label: vscode.l10n.t(
      'Make {0} the Default Account',
      accountName(active, accounts.organizations.namesOf(active)),
    ),
    iconPath: new vscode.ThemeIcon('home'),
    run: () => accounts.makeDefault(active),
  };
}
