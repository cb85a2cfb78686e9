import type { Account } from '../../../account/account';
import type { ApiClient } from '../../../api/client';

/** Names of testing groups, asked for once an account, when a tooltip first needs one. */
export class GroupNames {
  private known: { account: Account; names: Promise<Map<string, string>> } | undefined;

  constructor(private readonly clientFor: (account: Account) => ApiClient) {}

  /** The names of these groups; the id stands for a name that cannot be had. A tooltip is no place for a failure. */
  async of(account: Account, ids: string[]): Promise<string[]> {
    if (ids.length === 0) {
      return [];
    }
    const names = await this.names(account).catch(() => new Map<string, string>());
    return ids.map((id) => names.get(id) ?? id);
  }

  forget(): void {
    this.known = undefined;
  }

  private names(account: Account): Promise<Map<string, string>> {
    if (this.known?.account !== account) {
      const names = this.ask(account);
      this.known = { account, names };
      names.catch(() => {
        if (this.known?.names === names) {
          this.known = undefined;
        }
      });
    }
    return this.known.names;
  }

  private async ask(account: Account): Promise<Map<string, string>> {
    const { listTestingGroups } = await import('../../../api/testingGroups/testingGroups');
    const groups = await listTestingGroups(this.clientFor(account));
    return new Map(groups.map(({ id, name }) => [id, name]));
  }
}
