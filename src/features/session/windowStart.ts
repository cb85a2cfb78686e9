import * as vscode from 'vscode';
import type { Accounts } from '../../account/accounts';
import type { Session, SessionStore } from '../../account/sessionStore';
import { isFailure } from '../../api/failure';
import { Disposables } from '../../support/disposables';
import type { Log } from '../../support/log';
import type { Refreshes } from '../../ui/lists/refreshes';
import type { Recovery } from './recovery';

/**
 * What a window does by itself: reads the storage when `activate` has returned and again at each focus, and has
 * a session checked that was not yet, or is offline, when the window is or becomes the focused one (rules 9, 10). What
 * gets it well again is loaded when it falls ill.
 */
export function registerWindowStart(
  accounts: Accounts,
  sessions: SessionStore,
  refreshes: Refreshes,
  log: Log,
): vscode.Disposable {
  const disposables = new Disposables();
  let recovery: Promise<Recovery> | undefined;
  const loadRecovery = async (ill: Session) => {
    const { Recovery } = await import('./recovery');
    return disposables.add(new Recovery(accounts, sessions, refreshes, ill));
  };
  disposables.add(
    sessions.onDidChange((session) => {
      if (session.kind === 'signedIn' && 'failure' in session.health) {
        recovery ??= loadRecovery(session);
      }
    }),
  );
  const checkSession = async () => {
    await accounts.reload();
    const session = sessions.current;
    if (session.kind === 'signedIn' && session.health.kind === 'unchecked' && vscode.window.state.focused) {
      await accounts.verify(session.account);
    } else if (vscode.window.state.focused) {
      await (await recovery)?.probe();
    }
  };
  const checkSafely = () => {
    checkSession().catch((error: unknown) => {
      if (isFailure(error, 'cancelled')) {
        // The window was closed while its storage was read.
        return;
      }
      log.error(`Start: ${error instanceof Error ? error.message : 'unknown error'}`);
    });
  };
  const soon = setImmediate(checkSafely);
  const focus = vscode.window.onDidChangeWindowState(({ focused }) => {
    if (focused) {
      checkSafely();
    }
  });
  return vscode.Disposable.from(focus, disposables, {
    dispose: () => {
      clearImmediate(soon);
    },
  });
}
