/** Ids that a person chose or used, by account: the next request that takes one begins with it. In memory alone. */
export class PickedValues {
  private readonly values = new Map<string, Map<string, string>>();

  set(account: string, name: string, value: string): void {
    this.values.set(account, (this.values.get(account) ?? new Map<string, string>()).set(name, value));
  }

  get(account: string, name: string): string | undefined {
    return this.values.get(account)?.get(name);
  }

  retainAccounts(accounts: readonly string[]): void {
    for (const account of [...this.values.keys()]) {
      if (!accounts.includes(account)) {
        this.values.delete(account);
      }
    }
  }
}
