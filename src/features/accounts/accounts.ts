import * as vscode from 'vscode';
import type { AccessTokens } from '../../account/accessTokens';
import type { AccountNotes } from '../../account/accountNotes';
import type { Accounts } from '../../account/accounts';
import type { SessionStore } from '../../account/sessionStore';
import type { RegisterCommand } from '../../ui/commands';
import { registerCopyAccessToken } from './copyAccessToken';
import { accountFromEnvironment } from './environment';
import { registerOpenDashboard } from './openDashboard';
import { registerRenameAccount } from './renameAccount';
import { registerShowAccount } from './showAccount';
import { registerSignOut } from './signOut';
import { registerSwitchAccount } from './switchAccount';

/** What the account commands need of the rest. */
export interface AccountsNeeds {
  command: RegisterCommand;
  accounts: Accounts;
  sessions: SessionStore;
  tokens: AccessTokens;
  notes: AccountNotes;
}

/** Everything that a person does with the accounts that are there. */
export function registerAccounts({
  command,
  accounts,
  sessions,
  tokens,
  notes,
}: AccountsNeeds): vscode.Disposable {
  return vscode.Disposable.from(
    registerSignOut(command, accounts, sessions),
    registerSwitchAccount(command, { accounts, sessions, environment: accountFromEnvironment }),
    registerShowAccount(command, sessions),
    registerRenameAccount(command, notes, sessions),
    registerCopyAccessToken(command, tokens, sessions),
    registerOpenDashboard(command, sessions),
  );
}
