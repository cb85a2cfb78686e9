import * as vscode from 'vscode';
import type { Accounts } from '../../account/accounts';
import type { SessionStore } from '../../account/sessionStore';
import type { Log } from '../../support/log';

/**
 * What a window does by itself: reads the storage when `activate` has returned and again at each focus, and has
 * a session checked that was not yet, when the window is or becomes the focused one (rules 9, 10).
 */
export function registerWindowStart(accounts: Accounts, sessions: SessionStore, log: Log): vscode.Disposable {
  const checkSession = async () => {
    await accounts.reload();
    const session = sessions.current;
    if (session.kind === 'signedIn' && session.health.kind === 'unchecked' && vscode.window.state.focused) {
      await accounts.verify(session.account);
    }
  };
  const checkSafely = () => {
    checkSession().catch((error: unknown) => {
      log.error(`Start: ${error instanceof Error ? error.message : 'unknown error'}`);
    });
  };
  const soon = setImmediate(checkSafely);
  const focus = vscode.window.onDidChangeWindowState(({ focused }) => {
    if (focused) {
      checkSafely();
    }
  });
  return vscode.Disposable.from(focus, {
    dispose: () => {
      clearImmediate(soon);
    },
  });
}
