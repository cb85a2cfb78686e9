import type { AccountMemento, ValueOwner } from '../../../account/accountMemento';
import { JsonObject } from '../../../api/decode';

/** How a build of a profile was started last, by ids. */
export interface LastStart {
  readonly profileId: string;
  readonly branchId: string | undefined;
  readonly workflowId: string | undefined;
  readonly configurationId: string | undefined;
}

/** How many profiles of an account are remembered. */
const MAX_PROFILES = 50;

type Field = 'profileId' | 'branchId' | 'workflowId' | 'configurationId';

/** How builds were started last in this workspace: of each account the last of each profile, the newest first. */
export class LastStarts {
  constructor(private readonly stored: AccountMemento) {}

  /** The last of a profile; without one the last of all. */
  of(accountId: string, profileId?: string): LastStart | undefined {
    return this.all(accountId).find((start) => profileId === undefined || start.profileId === profileId);
  }

  /** It goes along with a start: never fails. */
  async remember(account: ValueOwner, start: LastStart): Promise<void> {
    const others = this.all(account.id).filter(({ profileId }) => profileId !== start.profileId);
    await this.stored.set(account, [start, ...others].slice(0, MAX_PROFILES));
  }

  private all(accountId: string): LastStart[] {
    const stored = this.stored.of(accountId);
    return (Array.isArray(stored) ? stored : []).flatMap((entry): LastStart[] => {
      const row = JsonObject.of<Field>(entry);
      const profileId = row?.text('profileId');
      return row && profileId !== undefined
        ? [
            {
              profileId,
              branchId: row.text('branchId'),
              workflowId: row.text('workflowId'),
              configurationId: row.text('configurationId'),
            },
          ]
        : [];
    });
  }
}
