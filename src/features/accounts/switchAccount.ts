import * as vscode from 'vscode';
import { accountName, isSubOrganization, type Account } from '../../account/account';
import type { Accounts } from '../../account/accounts';
import type { EnvironmentAccount } from '../../account/environmentToken';
import type { SessionStore } from '../../account/sessionStore';
import { Failure } from '../../api/failure';
import { Command } from '../../contributions';
import { abortable } from '../../support/time';
import { hostOf } from '../../support/url';
import { withoutIcons } from '../../support/visibleText';
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
  const chosen = await vscode.window.showQuickPick(rows(deps), {
    title: vscode.l10n.t('Appcircle: Switch Account'),
    placeHolder: vscode.l10n.t('Which organization do you want to act in?'),
    matchOnDescription: true,
  });
  await chosen?.run?.();
}

async function rows({ accounts, sessions, environment }: SwitchDeps): Promise<AccountRow[]> {
  const read = await accounts.list();
  if (read.kind !== 'found') {
    throw new Failure('storage');
  }
  const families = await Promise.all(
    read.value.map(async (account) => [account, ...(await subOrganizations(accounts, account))]),
  );
  const active = sessions.account;
  const fromEnvironment = environment();
  return [
    ...withoutTwins(families.flat()).map((account) => accountRow(account, accounts, active)),
    ...(fromEnvironment ? [environmentRow(fromEnvironment, accounts, active)] : []),
    ...(accounts.newer > 0 ? [newerRow(accounts.newer)] : []),
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
  const names = accounts.organizations.namesOf(account);
  const facts = [
    isSubOrganization(account) ? vscode.l10n.t('sub-organization') : account.userName,
    hostOf(account.hosts.api),
    current ? vscode.l10n.t('current') : undefined,
  ];
  return {
    label: withoutIcons(
      isSubOrganization(account)
        ? (names.organizationName ?? account.organizationId)
        : accountName(account, names),
    ),
    description: withoutIcons(facts.filter((fact) => fact !== undefined).join(' · ')),
    iconPath: new vscode.ThemeIcon(
      current ? 'check' : isSubOrganization(account) ? 'type-hierarchy-sub' : 'organization',
    ),
    run: () => (current ? Promise.resolve() : accounts.switchTo(account)),
  };
}

function environmentRow(
  { account, token, usable }: EnvironmentAccount,
  accounts: Accounts,
  active: Account | undefined,
): AccountRow {
  const current = account.id === active?.id;
  const end =
    token.expiresAt === undefined
      ? vscode.l10n.t('end not known')
      : vscode.l10n.t('ends {0}, not renewable', timeOfDay(token.expiresAt));
  return {
    label: vscode.l10n.t('Access token from the environment'),
    description: withoutIcons([account.userName, end].filter((fact) => fact !== undefined).join(' · ')),
    ...(!usable && {
      detail: vscode.l10n.t('Not usable: it was not issued by {0}', hostOf(account.hosts.auth)),
    }),
    iconPath: new vscode.ThemeIcon(current ? 'check' : 'terminal'),
    run: () => (current || !usable ? Promise.resolve() : accounts.switchTo(account, token)),
  };
}

function newerRow(count: number): AccountRow {
  return {
    label: vscode.l10n.t('{0} more, stored by a newer version', count),
    description: vscode.l10n.t('update Appcircle Explorer to use them'),
    iconPath: new vscode.ThemeIcon('versions'),
  };
}

function defaultRow(active: Account, accounts: Accounts): AccountRow {
  return {
    label: vscode.l10n.t(
      'Use {0} wherever nothing else was chosen',
      withoutIcons(accountName(active, accounts.organizations.namesOf(active))),
    ),
    iconPath: new vscode.ThemeIcon('home'),
    run: () => accounts.makeDefault(active),
  };
}
