import type { RetainedAccounts } from '../../../account/accountData';
import type { NamedRow } from '../../../api/response/namedRows';

const MAX_NAMES = 2000;

/** What ids stand for, as far as lists told that were picked from in this window, by account. In memory alone. */
export class KnownNames {
  private readonly names = new Map<string, Map<string, string>>();

  add(accountId: string, rows: readonly NamedRow[]): void {
    const known = this.names.get(accountId) ?? new Map<string, string>();
    this.names.set(accountId, known);
    for (const { id, name } of rows) {
      known.delete(id);
      known.set(id, name);
    }
    for (const id of [...known.keys()].slice(0, Math.max(0, known.size - MAX_NAMES))) {
      known.delete(id);
    }
  }

  of(accountId: string, id: string): string | undefined {
    return this.names.get(accountId)?.get(id);
  }

  retainAccounts(retained: RetainedAccounts): void {
    for (const accountId of [...this.names.keys()]) {
      if (!retained.hasAccount(accountId)) {
        this.names.delete(accountId);
      }
    }
  }
}
