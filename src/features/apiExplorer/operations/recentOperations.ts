import type { AccountMemento } from '../../../account/accountMemento';
import type { Account } from '../../../account/account';

const MAX_RECENT = 10;

/** Operations that were used last in this workspace, newest first; a credential's organizations share them. */
export class RecentOperations {
  constructor(private readonly stored: AccountMemento) {}

  of({ credentialId }: Pick<Account, 'credentialId'>): readonly string[] {
    const keys = this.stored.of(credentialId);
    return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
  }

  async add(account: Pick<Account, 'credentialId'>, key: string): Promise<void> {
    const keys = [key, ...this.of(account).filter((known) => known !== key)].slice(0, MAX_RECENT);
    const { credentialId } = account;
    await this.stored.set({ id: credentialId, credentialId }, keys);
  }
}
