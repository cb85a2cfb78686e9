import type { Account } from './account';

/** The stored accounts, as this window last saw them. Asks nobody. */
export class KnownAccounts {
  private accounts: readonly Account[] = [];

  get all(): readonly Account[] {
    return this.accounts;
  }

  has(id: string): boolean {
    return this.accounts.some((account) => account.id === id);
  }

  /** Adds an account, in the place of the one that has its id. */
  add(account: Account): void {
    this.accounts = [...this.accounts.filter(({ id }) => id !== account.id), account];
  }

  replace(accounts: readonly Account[]): void {
    this.accounts = accounts;
  }
}
