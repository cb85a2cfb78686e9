import type * as vscode from 'vscode';
import type { SessionStore } from '../../account/sessionStore';
import { contextKey } from '../../ui/contextKeys';

/** Keeps the context key `appcircle.session` equal to the session store: the only place that sets it (R9). */
export function registerSessionContext(sessions: SessionStore): vscode.Disposable {
  const set = contextKey('appcircle.session');
  set(sessions.current.kind);
  return sessions.onDidChange(({ kind }) => {
    set(kind);
  });
}
