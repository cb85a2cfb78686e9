import type { Memento } from '../../../support/memento';
import { JsonObject } from '../../../api/decode';

/** Key of the workspace's memory; no secrets: names of modules and operations. */
export const RECENT_OPERATIONS = 'appcircle.recentOperations';

const MAX_RECENT = 10;

/** Operations that were used last in this workspace, by account, newest first. */
export class RecentOperations {
  constructor(private readonly memento: Memento) {}

  of(owner: string): readonly string[] {
    const keys = this.all()[owner];
    return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
  }

  async add(owner: string, key: string): Promise<void> {
    const keys = [key, ...this.of(owner).filter((known) => known !== key)].slice(0, MAX_RECENT);
    await this.memento.update(RECENT_OPERATIONS, { ...this.all(), [owner]: keys });
  }

  /** Forgets what belongs to any other credential (rule 8). */
  async retainAccounts(credentialIds: readonly string[]): Promise<void> {
    const all = Object.entries(this.all());
    const kept = all.filter(([owner]) => credentialIds.includes(owner));
    if (kept.length < all.length) {
      await this.memento.update(RECENT_OPERATIONS, kept.length > 0 ? Object.fromEntries(kept) : undefined);
    }
  }

  private all(): Readonly<Record<string, unknown>> {
    return JsonObject.of(this.memento.get(RECENT_OPERATIONS))?.raw ?? {};
  }
}
