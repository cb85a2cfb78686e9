import * as vscode from 'vscode';
import type { Accounts } from '../../account/accounts';
import type { SessionStore } from '../../account/sessionStore';
import { Command } from '../../contributions';
import type { RegisterCommand } from '../../ui/commands';
import type { Refreshes } from '../../ui/lists/refreshes';

/**
 * Refresh: asks for everything again that is on screen. What a person starts may try a refused key again, and
 * a storage that could not be read. Names of organizations, which are in every view, follow requests of a person's own.
 */
export function registerRefresh(
  command: RegisterCommand,
  sessions: SessionStore,
  accounts: Accounts,
  refreshes: Refreshes,
): vscode.Disposable {
  const writes = refreshes.onDidWrite(({ account, touched }) => {
    void (touched.kind === 'organizations' && accounts.organizations.fetchName(account));
  });
  const refresh = command(Command.refresh, async () => {
    // Nobody is here also before the storage was read, and where another window's sign-in was not heard of.
    if (!sessions.account) {
      await accounts.reload();
    }
    const { account } = sessions;
    if (account) {
      accounts.clearRefusal(account);
      const failed = await refreshes.run();
      if (failed !== undefined) {
        // Above the rows nobody hears it, and in a side bar that is closed nobody sees it.
        (await import('../../ui/statusBar')).showStatus(failed);
      }
    }
  });
  return vscode.Disposable.from(writes, refresh);
}
