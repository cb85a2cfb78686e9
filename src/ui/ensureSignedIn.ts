import * as vscode from 'vscode';
import type { Account } from '../account/account';
import type { Accounts } from '../account/accounts';
import { currentScope, type CommandScope, type ScopeSource } from '../account/commandScope';
import type { SessionStore } from '../account/sessionStore';
import { Failure } from '../api/failure';
import { Command } from '../contributions';

/** What Sign In is run with by a command that goes on afterwards. */
export const FOR_COMMAND = 'forCommand';

/**
 * The account that a command acts with; signs in first where nobody is. Undefined when the person closed that. Before
 * the storage was read nobody is known to be signed out: without `accounts` this waits for the read at the window's
 * start. Fails with `storage` where it cannot be read.
 */
export async function ensureSignedIn(
  sessions: SessionStore,
  accounts?: Pick<Accounts, 'reload'>,
): Promise<Account | undefined> {
  if (sessions.current.kind === 'starting') {
    await (accounts ? accounts.reload() : awaitStart(sessions));
  }
  if (sessions.current.kind === 'storageUnreadable') {
    throw new Failure('storage');
  }
  if (!sessions.account) {
    await vscode.commands.executeCommand(Command.signIn, FOR_COMMAND);
  }
  return sessions.account;
}

/** The same, as what the command acts for. */
export async function beginCommand(source: ScopeSource): Promise<CommandScope | undefined> {
  await ensureSignedIn(source.sessions);
  return currentScope(source);
}

function awaitStart(sessions: SessionStore): Promise<void> {
  return new Promise((resolve) => {
    const watch = sessions.onDidChange(({ kind }) => {
      if (kind !== 'starting') {
        watch.dispose();
        resolve();
      }
    });
  });
}
