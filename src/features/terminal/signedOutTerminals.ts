import * as vscode from 'vscode';
import type { Accounts } from '../../account/accounts';
import type { SessionStore } from '../../account/sessionStore';
import { ownerOf } from './terminalOwner';

/**
 * Open terminals keep the token of an account that was signed out of, here or in another window: names them once, and
 * offers to close them (rule 8). It follows what the user did, so it is no message out of nothing (R6).
 */
export function registerSignedOutTerminals(accounts: Accounts, sessions: SessionStore): vscode.Disposable {
  const offered = new WeakSet<vscode.Terminal>();
  return accounts.onDidChange(() => {
    // While the storage was not read, nobody is known to be signed out.
    if (sessions.current.kind !== 'signedIn' && sessions.current.kind !== 'signedOut') {
      return;
    }
    const left = vscode.window.terminals.filter((terminal) => {
      const owner = ownerOf(terminal);
      return (
        owner !== undefined &&
        terminal.exitStatus === undefined &&
        !offered.has(terminal) &&
        !accounts.known.some(({ id }) => id === owner)
      );
    });
    if (left.length > 0) {
      for (const terminal of left) {
        offered.add(terminal);
      }
      void offer(left);
    }
  });
}

async function offer(terminals: readonly vscode.Terminal[]): Promise<void> {
  const { offerToClose } = await import('./offerToClose');
  await offerToClose(terminals);
}
