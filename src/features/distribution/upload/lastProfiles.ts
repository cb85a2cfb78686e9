import type { Account } from '../../../account/account';
import type { Memento } from '../../../support/memento';
import { JsonObject } from '../../../api/decode';

/** Key in the memento: the profile that each account uploaded to last, by their ids. No secret. */
const LAST_PROFILES = 'appcircle.lastUploads';

/** The profiles that were uploaded to last. */
export class LastProfiles {
  constructor(private readonly memento: Memento) {}

  of(accountId: string): string | undefined {
    return this.all()?.object(accountId)?.text('profileId');
  }

  /** A sub-organization is an account of its own, and goes with the credential that it is reached by. */
  async remember(
    { id, credentialId }: Pick<Account, 'id' | 'credentialId'>,
    profileId: string,
  ): Promise<void> {
    await this.memento.update(LAST_PROFILES, {
      ...this.all()?.raw,
      [id]: { owner: credentialId, profileId },
    });
  }

  /** Forgets those of every other credential (rule 8). */
  async retainAccounts(credentialIds: readonly string[]): Promise<void> {
    const all = this.all();
    const ids = Object.keys(all?.raw ?? {});
    const kept = ids.filter((id) => credentialIds.includes(all?.object(id)?.text('owner') ?? ''));
    if (kept.length < ids.length) {
      const left = Object.fromEntries(kept.map((id) => [id, all?.raw[id]]));
      await this.memento.update(LAST_PROFILES, kept.length > 0 ? left : undefined);
    }
  }

  private all(): JsonObject | undefined {
    return JsonObject.of(this.memento.get(LAST_PROFILES));
  }
}
