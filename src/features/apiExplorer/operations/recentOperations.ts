import type { Memory } from '../../../account/tokenExchange';
import { Row } from '../../../api/decode';

/** Key of the workspace's memory; no secrets: names of modules and operations. */
export const RECENT_OPERATIONS = 'appcircle.recentOperations';

const MOST = 10;

/** Operations that were used last in this workspace, by account, newest first. */
export class RecentOperations {
  constructor(private readonly memory: Memory) {}

  of(owner: string): readonly string[] {
    const keys = this.all()[owner];
    return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
  }

  async add(owner: string, key: string): Promise<void> {
    const keys = [key, ...this.of(owner).filter((known) => known !== key)].slice(0, MOST);
    await this.memory.update(RECENT_OPERATIONS, { ...this.all(), [owner]: keys });
  }

  /** Forgets what belongs to any other credential (rule 8). */
  async keepOnly(owners: readonly string[]): Promise<void> {
    const all = Object.entries(this.all());
    const kept = all.filter(([owner]) => owners.includes(owner));
    if (kept.length < all.length) {
      await this.memory.update(RECENT_OPERATIONS, kept.length > 0 ? Object.fromEntries(kept) : undefined);
    }
  }

  private all(): Readonly<Record<string, unknown>> {
    return Row.of(this.memory.get(RECENT_OPERATIONS))?.raw ?? {};
  }
}
