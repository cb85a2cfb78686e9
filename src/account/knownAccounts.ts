import type { Account } from './account';

/** The stored accounts, as this window last saw them. Asks nobody. */
export class KnownAccounts {
  private accounts: readonly Account[] = [];
  private newerRecords = 0;
  private wasRead = false;

  get all(): readonly Account[] {
    return this.accounts;
  }

  /** How many records a newer version of this extension wrote, which this one leaves alone. */
  get newer(): number {
    return this.newerRecords;
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

  replace(accounts: readonly Account[], newer: number): void {
    this.accounts = accounts;
    this.newerRecords = newer;
    this.wasRead = true;
  }
}
