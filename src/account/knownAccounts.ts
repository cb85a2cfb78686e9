import type { Account } from './account';
import type { StoredList } from './credentialStore';

/** The stored accounts, as this window last saw them. Asks nobody. */
export class KnownAccounts {
  private accounts: readonly Account[] = [];
  private unusable: Omit<StoredList, 'accounts'> = { newer: [], damaged: [] };
  private wasRead = false;

  get all(): readonly Account[] {
    return this.accounts;
  }

  /** How many records a newer version of this extension wrote, which this one leaves alone. */
  get newer(): number {
    return this.unusable.newer.length;
  }

  /** How many records nobody can use any more. */
  get damaged(): number {
    return this.unusable.damaged.length;
  }

  /** Ids of stored accounts that this window cannot act with: what is remembered of them is not of nobody. */
  get unusableIds(): readonly string[] {
    return [...this.unusable.newer, ...this.unusable.damaged];
  }

  /** Whether the storage was read: before, an empty list means nothing. */
  get isRead(): boolean {
    return this.wasRead;
  }

  has(id: string): boolean {
    return this.accounts.some((account) => account.id === id);
  }

  /** Adds an account, in the place of the one that has its id. */
  add(account: Account): void {
    this.accounts = [...this.accounts.filter(({ id }) => id !== account.id), account];
  }

  replace(accounts: readonly Account[], unusable: Omit<StoredList, 'accounts'>): void {
    this.accounts = accounts;
    this.unusable = unusable;
    this.wasRead = true;
  }
}
