import type { ApiClient } from '../api/client';
import type { Account } from './account';
import type { SessionStore } from './sessionStore';

/**
 * Whom a command acts for, fixed when it begins: questions and requests take their time, and the window may act with
 * another account, or a replaced key, by then. Whoever waited asks `isCurrent` before doing or showing anything more.
 */
export interface CommandScope {
  readonly account: Account;
  readonly client: ApiClient;
  isCurrent(): boolean;
}

/** The scope of what begins now for an account. */
export function commandScope(
  sessions: SessionStore,
  account: Account,
  clientFor: (account: Account) => ApiClient,
): CommandScope {
  return { account, client: clientFor(account), isCurrent: () => sessions.account === account };
}
