import type { Memory } from '../../../account/tokenExchange';

/** Key of the memory: the profile that each account uploaded to last, by their ids. No secret. */
const LAST_PROFILES = 'appcircle.lastUploads';

/** The profiles that were uploaded to last. */
export class LastProfiles {
  constructor(private readonly memory: Memory) {}

  of(accountId: string): string | undefined {
    const id = this.all()[accountId];
    return typeof id === 'string' ? id : undefined;
  }

  async remember(accountId: string, profileId: string): Promise<void> {
    await this.memory.update(LAST_PROFILES, { ...this.all(), [accountId]: profileId });
  }

  /** Forgets those of every other account. */
  async keepOnly(accountIds: readonly string[]): Promise<void> {
    const all = Object.entries(this.all());
    const kept = all.filter(([id]) => accountIds.includes(id));
    if (kept.length < all.length) {
      await this.memory.update(LAST_PROFILES, kept.length > 0 ? Object.fromEntries(kept) : undefined);
    }
  }

  private all(): Partial<Record<string, unknown>> {
    const known = this.memory.get(LAST_PROFILES);
    return typeof known === 'object' && known !== null ? { ...known } : {};
  }
}
