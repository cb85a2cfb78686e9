import type { Account } from '../../../account/account';
import type { SessionStore } from '../../../account/sessionStore';
import type { Disposable } from '../../../support/emitter';

/**
 * The operations that a person does not want to be asked about again: in this window, with the account that they said it
 * for, until another one becomes active.
 */
export class SendAgreements implements Disposable {
  private readonly keys = new Set<string>();
  private account: Account | undefined;
  private readonly subscription: Disposable;

  constructor(sessions: SessionStore) {
    this.subscription = sessions.onDidChange(() => {
      if (sessions.account !== this.account) {
        this.keys.clear();
        this.account = sessions.account;
      }
    });
    this.account = sessions.account;
  }

  has(account: Account, key: string): boolean {
    return account === this.account && this.keys.has(key);
  }

  add(account: Account, key: string): void {
    if (account === this.account) {
      this.keys.add(key);
    }
  }

  dispose(): void {
    this.subscription.dispose();
    this.keys.clear();
  }
}
