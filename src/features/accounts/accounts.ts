import * as vscode from 'vscode';
import type { Account } from '../../account/account';
import type { AccessTokens } from '../../account/accessTokens';
import type { AccountMetadataStore } from '../../account/accountMetadata';
import type { Accounts } from '../../account/accounts';
import type { SessionStore } from '../../account/sessionStore';
import type { ApiClient } from '../../api/client';
import type { RecentFailures } from '../../api/recentFailures';
import type { Redactor } from '../../support/redact';
import { Command } from '../../contributions';
import type { RegisterCommand } from '../../ui/commands';
import type { JsonDocuments } from '../../ui/documents/jsonDocuments';
import { registerKeyReminders } from './keyReminders';
import { registerOpenDashboard } from './openDashboard';
import type { State } from './removeAllData';

/** What the account commands need of the rest. */
export interface AccountsDeps {
  command: RegisterCommand;
  accounts: Accounts;
  sessions: SessionStore;
  tokens: AccessTokens;
  metadata: AccountMetadataStore;
  clientFor: (account: Account) => ApiClient;
  documents: JsonDocuments;
  failures: RecentFailures;
  redactor: Redactor;
  /** Everything of the editor's state that is ours. */
  states: readonly State[];
  /** What else is removed with it. */
  removals: ReadonlySet<() => Promise<void>>;
  version: string;
}

/** Everything that a person does with the accounts that are there. */
export function registerAccounts(deps: AccountsDeps): vscode.Disposable {
  const { command, accounts, sessions, tokens, metadata, states, removals } = deps;
  const dialogs = () => import('./dialogs');
  return vscode.Disposable.from(
    command(Command.signOut, async () => (await dialogs()).signOut(accounts, sessions)),
    command(Command.switchAccount, async () => {
      const { switchAccount, accountFromEnvironment } = await dialogs();
      await switchAccount({ accounts, sessions, environment: accountFromEnvironment });
    }),
    command(Command.showAccount, async () => (await dialogs()).showAccount(deps)),
    command(Command.showOrganization, async () => {
      const { showOrganization } = await import('./organization/organizationDialog');
      await showOrganization(deps);
    }),
    command(Command.renameAccount, async () => (await dialogs()).renameAccount(metadata, sessions)),
    command(Command.noteKeyExpiry, async () => (await dialogs()).noteKeyExpiry(metadata, sessions)),
    command(Command.copyAccessToken, async () => (await dialogs()).copyAccessToken(tokens, sessions)),
    command(Command.copyDiagnostics, async () => (await dialogs()).copyDiagnostics(deps)),
    command(Command.removeAllData, async () => (await dialogs()).removeAllData(accounts, states, removals)),
    registerKeyReminders(accounts, metadata),
    registerOpenDashboard(command, sessions),
  );
}
