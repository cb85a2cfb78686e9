import type { CommandScope } from '../../account/commandScope';
import { isFailure, toFailure } from '../../api/failure';
import { mayHaveTakenEffect } from '../../api/mayHaveTakenEffect';
import { createGroup, getGroup } from '../../api/testingGroups/testingGroupWrites';
import type { TestingGroup } from '../../api/testingGroups/testingGroups';
import type { ChosenGroup, GroupChoiceDeps } from './chooseGroup';
import { sortGroups } from './sortGroups';

/** What writes did to the list of groups. After one, the group that it was of is asked for, and no other. */
export class GroupUpdates {
  constructor(private readonly deps: Pick<GroupChoiceDeps, 'list'>) {}

  /** Creates a group and shows it. Fails as the write does. */
  async create(
    { client, isCurrent }: CommandScope,
    name: string,
    signal: AbortSignal,
  ): Promise<TestingGroup> {
    const { list } = this.deps;
    try {
      const group = await createGroup(client, name, signal);
      if (isCurrent()) {
        this.put(group);
      }
      return group;
    } catch (error) {
      // It may be there all the same, and nobody has its id.
      if (isCurrent()) {
        const refreshed = mayHaveTakenEffect(error) ? list.refresh().catch(() => undefined) : undefined;
        // Who closed the box waits for nothing; who tries again is to know the names.
        await (isFailure(error, 'cancelled') ? undefined : refreshed);
      }
      throw error;
    }
  }

  /** Changes the testers of a group to those that are `expected`. Fails as the write does. */
  async edit(chosen: ChosenGroup, expected: readonly string[], write: () => Promise<void>): Promise<void> {
    await this.write(chosen, write);
    await this.renew(chosen, expected);
  }

  /** Deletes a group; what somebody else deleted is deleted. Fails as the write does. */
  async remove(chosen: ChosenGroup, write: () => Promise<void>): Promise<void> {
    try {
      await this.write(chosen, write);
    } catch (error) {
      if (!isFailure(error, 'notFound') || this.isShown(chosen)) {
        throw error;
      }
    }
    this.drop(chosen);
  }

  private async write(chosen: ChosenGroup, write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      // Nobody knows how far a cancelled write came, and what is gone should not stay on the screen.
      if (isFailure(error, 'cancelled', 'conflict', 'notFound')) {
        await this.renew(chosen);
      }
      throw error;
    }
  }

  /** Shows a group as it is now. Where that cannot be learned, as it is `expected`: the write was good, after all. */
  private async renew(chosen: ChosenGroup, expected?: readonly string[]): Promise<void> {
    const { client, group } = chosen;
    if (!chosen.isCurrent()) {
      return;
    }
    try {
      const now = await getGroup(client, group.id);
      if (chosen.isCurrent()) {
        this.put(now);
      }
    } catch (error) {
      const failure = toFailure(error);
      client.log.warn(`testing group after a write: ${failure.message}`);
      if (failure.kind === 'notFound') {
        this.drop(chosen);
      } else if (expected && chosen.isCurrent()) {
        this.put({ ...group, testers: [...expected], raw: { ...group.raw, testers: [...expected] } });
      }
    }
  }

  private put(group: TestingGroup): void {
    const isIt = ({ id }: TestingGroup) => id === group.id;
    this.deps.list.amend((groups) =>
      groups.some(isIt) ? groups.map((one) => (isIt(one) ? group : one)) : sortGroups([...groups, group]),
    );
  }

  private isShown({ group }: ChosenGroup): boolean {
    const { state } = this.deps.list;
    return state.kind !== 'ready' || state.rows.some(({ id }) => id === group.id);
  }

  private drop(chosen: ChosenGroup): void {
    if (chosen.isCurrent()) {
      this.deps.list.amend((groups) => groups.filter(({ id }) => id !== chosen.group.id));
    }
  }
}
