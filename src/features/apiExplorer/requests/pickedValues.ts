import type { RetainedAccounts } from '../../../account/accountData';

/** Ids that a person chose or used, by account: the next request that takes one begins with it. In memory alone. */
export class PickedValues {
  private readonly values = new Map<string, Map<string, string>>();

  set(accountId: string, name: string, value: string): void {
    this.values.set(accountId, (this.values.get(accountId) ?? new Map<string, string>()).set(name, value));
  }

  get(accountId: string, name: string): string | undefined {
    return this.values.get(accountId)?.get(name);
  }

  retainAccounts(retained: RetainedAccounts): void {
    for (const accountId of [...this.values.keys()]) {
      if (!retained.hasAccount(accountId)) {
        this.values.delete(accountId);
      }
    }
  }
}
