import * as vscode from 'vscode';
import { accountName, type Account } from '../../account/account';
import type { Accounts, NamedAccount } from '../../account/accounts';
import type { SessionStore } from '../../account/sessionStore';
import { Failure } from '../../api/failure';
import { Command } from '../../contributions';
import { hostOf } from '../../support/url';
import { withoutIcons } from '../../support/visibleText';
import type { RegisterCommand } from '../../ui/commands';

interface AccountItem extends vscode.QuickPickItem {
  account?: Account;
}

/** Switch Account: makes another stored account the active one of this window. Signs nobody out. */
export function registerSwitchAccount(
  command: RegisterCommand,
  accounts: Accounts,
  sessions: SessionStore,
): vscode.Disposable {
  return command(Command.switchAccount, async () => {
    const read = await accounts.list();
    if (read.kind !== 'found') {
      throw new Failure('storage');
    }
    const another: AccountItem = {
      label: vscode.l10n.t('Sign in to another organization…'),
      iconPath: new vscode.ThemeIcon('add'),
      alwaysShow: true,
    };
    const chosen = await vscode.window.showQuickPick<AccountItem>(
      [...read.value.map((named) => itemOf(named, sessions.account)), another],
      { title: vscode.l10n.t('Appcircle: Switch Account'), matchOnDescription: true },
    );
    if (chosen === another) {
      await vscode.commands.executeCommand(Command.signIn);
    } else if (chosen?.account && chosen.account.id !== sessions.account?.id) {
      await accounts.switchTo(chosen.account);
    }
  });
}

function itemOf({ account, organizationName }: NamedAccount, active: Account | undefined): AccountItem {
  const facts = [account.userName, hostOf(account.hosts.api)];
  if (account.id === active?.id) {
    facts.push(vscode.l10n.t('current'));
  }
  return {
    account,
    label: withoutIcons(accountName(account, organizationName)),
    description: withoutIcons(facts.filter((fact) => fact !== undefined).join(' · ')),
    iconPath: new vscode.ThemeIcon(account.id === active?.id ? 'check' : 'organization'),
  };
}
