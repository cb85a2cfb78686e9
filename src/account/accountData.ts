import { Disposables } from '../support/disposables';
import type { Disposable } from '../support/emitter';
import type { Log } from '../support/log';
import type { Accounts } from './accounts';
import type { KnownAccounts } from './knownAccounts';
import type { SessionStore } from './sessionStore';

/** Of whom data may be kept. */
export interface RetainedAccounts {
  /** Whether somebody is signed in with this credential, in whichever of its organizations. */
  hasCredential(credentialId: string): boolean;
  /** Whether it is a stored account, or the one that this window acts with. */
  hasAccount(accountId: string): boolean;
  /** Whether this window acts with it. */
  isActive(accountId: string): boolean;
}

/** Forgets whatever is of nobody among these. */
export type RetainAccounts = (retained: RetainedAccounts) => unknown;

/** What Remove All Data removes beside credentials and state: each removes all that it keeps, or fails. */
export type Removals = Set<() => Promise<void>>;

/** Where whatever keeps data of an account adds itself. */
export interface AccountDataRegistry {
  /** Adds who keeps data. What it fails with is logged: one that cannot forget keeps no other from it. */
  add(retain: RetainAccounts): Disposable;
}

/**
 * The one registry of whatever keeps data of an account: each adds how it forgets, and is called when somebody signed in,
 * signed out or switched (rule 8). The accounts are read again at every focus: where they and the active one are the same
 * as before, nobody is called. Before the first successful read nobody is called either, since an empty list does not mean
 * signed out then.
 */
export class AccountData implements AccountDataRegistry, Disposable {
  private readonly holders = new Set<RetainAccounts>();
  private readonly disposables = new Disposables();
  private last: string | undefined;

  constructor(
    private readonly accounts: Pick<Accounts, 'known' | 'isRead' | 'onDidChange'> & {
      readonly stored: Pick<KnownAccounts, 'unusableIds'>;
    },
    private readonly sessions: SessionStore,
    private readonly log: Log,
  ) {
    this.disposables.add(
      accounts.onDidChange(() => {
        this.checkForChange();
      }),
    );
  }

  add(retain: RetainAccounts): Disposable {
    this.holders.add(retain);
    return { dispose: () => this.holders.delete(retain) };
  }

  dispose(): void {
    this.disposables.dispose();
    this.holders.clear();
  }

  private checkForChange(): void {
    const { known, stored } = this.accounts;
    const active = this.sessions.account;
    const used = active ? [...known, active] : known;
    // A record that cannot be used is still somebody's.
    const credentials = new Set([...used.map(({ credentialId }) => credentialId), ...stored.unusableIds]);
    const accounts = new Set([...used.map(({ id }) => id), ...stored.unusableIds]);
    const who = [...credentials, active?.id].join();
    if (who === this.last || !this.accounts.isRead) {
      return;
    }
    this.last = who;
    const retained: RetainedAccounts = {
      hasCredential: (id) => credentials.has(id),
      hasAccount: (id) => accounts.has(id),
      isActive: (id) => active?.id === id,
    };
    for (const retain of this.holders) {
      void this.notify(retain, retained);
    }
  }

  private async notify(retain: RetainAccounts, retained: RetainedAccounts): Promise<void> {
    try {
      await retain(retained);
    } catch (error) {
      this.log.error(`account data: ${error instanceof Error ? error.message : 'unknown error'}`);
    }
  }
}
