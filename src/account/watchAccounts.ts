import type { Disposable } from '../support/emitter';
import { usedCredentialIds } from './account';
import type { Accounts } from './accounts';
import type { SessionStore } from './sessionStore';

/**
 * Tells when somebody came, went or switched, so that what belongs to others can be forgotten (rule 8). The storage
 * is read at every focus, which tells of no change. Nothing is told while it was not read: nobody is known to be signed
 * out then.
 */
export function watchAccounts(
  accounts: Pick<Accounts, 'known' | 'onDidChange'>,
  sessions: SessionStore,
  changed: () => void,
): Disposable {
  let last: string | undefined;
  return accounts.onDidChange(() => {
    const who = [...usedCredentialIds(accounts.known, sessions.account), sessions.account?.id].join();
    if (who !== last && (accounts.known.length > 0 || sessions.current.kind === 'signedOut')) {
      last = who;
      changed();
    }
  });
}
