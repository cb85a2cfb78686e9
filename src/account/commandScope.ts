import type { ApiClient } from '../api/client';
import type { Account } from './account';
import type { SessionStore } from './sessionStore';

/**
 * Whom a command acts for, fixed when it begins: questions and requests take their time, and the window may act with
 * another account, or with a replaced key, by then. Whoever waited asks `isCurrent` before anything more is done or
 * shown.
 */
export interface CommandScope {
  readonly account: Account;
  readonly client: ApiClient;
  readonly isCurrent: () => boolean;
}

/** What scopes are made of. */
export interface ScopeSource {
  sessions: SessionStore;
  clientFor: (account: Account) => ApiClient;
}

/** The scope of what begins now; undefined while nobody is signed in. */
export function currentScope({ sessions, clientFor }: ScopeSource): CommandScope | undefined {
  const { account } = sessions;
  return account && { account, client: clientFor(account), isCurrent: () => sessions.account === account };
}
