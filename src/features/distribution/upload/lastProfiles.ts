import type { AccountMemento, ValueOwner } from '../../../account/accountMemento';

/** The profile that each account uploaded to last, by its id. */
export class LastProfiles {
  constructor(private readonly stored: AccountMemento) {}

  of(accountId: string): string | undefined {
    const profileId = this.stored.of(accountId);
    return typeof profileId === 'string' ? profileId : undefined;
  }

  async remember(account: ValueOwner, profileId: string): Promise<void> {
    await this.stored.set(account, profileId);
  }
}
