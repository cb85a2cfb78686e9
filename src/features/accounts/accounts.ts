import * as vscode from 'vscode';
import type { AccessTokens } from '../../account/accessTokens';
import type { AccountNotes } from '../../account/accountNotes';
import type { Accounts } from '../../account/accounts';
import type { SessionStore } from '../../account/sessionStore';
import type { RecentFailures } from '../../api/recentFailures';
import type { Redactor } from '../../support/redact';
import type { RegisterCommand } from '../../ui/commands';
import type { JsonDocuments } from '../../ui/jsonDocuments';
import { registerCopyAccessToken } from './copyAccessToken';
import { registerCopyDiagnostics } from './copyDiagnostics';
import { accountFromEnvironment } from './environment';
import { registerNoteKeyExpiry } from './keyExpiry';
import { registerKeyReminders } from './keyReminders';
import { registerOpenDashboard } from './openDashboard';
import { registerRemoveAllData, type State } from './removeAllData';
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
  documents: JsonDocuments;
  failures: RecentFailures;
  redactor: Redactor;
  /** Everything of the editor's state that is ours. */
  states: readonly State[];
  version: string;
}

/** Everything that a person does with the accounts that are there. */
export function registerAccounts(needs: AccountsNeeds): vscode.Disposable {
  const { command, accounts, sessions, tokens, notes, states } = needs;
  return vscode.Disposable.from(
    registerSignOut(command, accounts, sessions),
    registerSwitchAccount(command, { accounts, sessions, environment: accountFromEnvironment }),
    registerShowAccount(command, needs),
    registerRenameAccount(command, notes, sessions),
    registerNoteKeyExpiry(command, notes, sessions),
    registerKeyReminders(accounts, notes),
    registerCopyAccessToken(command, tokens, sessions),
    registerCopyDiagnostics(command, needs),
    registerOpenDashboard(command, sessions),
    registerRemoveAllData(command, accounts, states),
  );
}
