import type * as vscode from 'vscode';
import type { Accounts } from '../../account/accounts';
import type { SessionStore } from '../../account/sessionStore';
import { Command } from '../../contributions';
import type { RegisterCommand } from '../../ui/commands';
import type { Refreshes } from '../../ui/lists/refreshes';

/**
 * Refresh: asks for everything again that is on screen. What a person starts may try a refused key again, and
 * a storage that could not be read.
 */
export function registerRefresh(
  command: RegisterCommand,
  sessions: SessionStore,
  accounts: Accounts,
  refreshes: Refreshes,
): vscode.Disposable {
  return command(Command.refresh, async () => {
    // Nobody is here also before the storage was read, and where another window's sign-in was not heard of.
    if (!sessions.account) {
      await accounts.reload();
    }
    const { account } = sessions;
    if (account) {
      accounts.clearRefusal(account);
      await refreshes.run();
    }
  });
}
