import type { AccountMemento, ValueOwner } from '../../../account/accountMemento';
import { JsonObject } from '../../../api/decode';
import type { StartedBuild } from '../../../api/builds/model';
import type { Clock } from '../../../support/time';
import type { BuildSubject } from './buildState';

/** How many of an account are remembered. */
const MAX_STARTS = 50;
/** Characters of a name that are remembered: more of it is never shown. */
const MAX_NAME = 300;
/** For how long, in milliseconds. */
const MAX_AGE = 24 * 3_600_000;

/** A build that was started here and whose end nobody was told yet. `at`: milliseconds since 1970. */
export interface RememberedStart {
  readonly started: StartedBuild;
  readonly subject: BuildSubject;
  readonly at: number;
}

/** As it is stored; names are untrusted text. */
type Field =
  | 'queueItemId'
  | 'taskId'
  | 'profileId'
  | 'profileName'
  | 'branchId'
  | 'branchName'
  | 'commitId'
  | 'hash'
  | 'workflowName'
  | 'at';

/**
 * Builds that were started in this workspace, of each account, until their end was told, or for a day: a window that is
 * opened again tells of them (R43). Ids and names, no secrets. Nothing of it ever fails.
 */
export class RememberedStarts {
  constructor(
    private readonly stored: AccountMemento,
    private readonly clock: Clock = Date.now,
  ) {}

  /** Those of an account, newest first. */
  of(accountId: string): RememberedStart[] {
    const stored = this.stored.of(accountId);
    return (Array.isArray(stored) ? stored : []).flatMap((entry): RememberedStart[] => {
      const start = startIn(JsonObject.of<Field>(entry));
      return start && Math.abs(this.clock() - start.at) < MAX_AGE ? [start] : [];
    });
  }

  async add(account: ValueOwner, started: StartedBuild, subject: BuildSubject): Promise<void> {
    const start = { started, subject, at: this.clock() };
    const others = this.of(account.id).filter((other) => !isOf(other, started.queueItemId));
    await this.store(account, [start, ...others].slice(0, MAX_STARTS));
  }

  /** By the id of the queue or the task: its end was told, or nobody wants to hear of it. */
  async remove(account: ValueOwner, id: string): Promise<void> {
    const all = this.of(account.id);
    if (all.some((start) => isOf(start, id))) {
      await this.store(
        account,
        all.filter((start) => !isOf(start, id)),
      );
    }
  }

  private async store(account: ValueOwner, starts: readonly RememberedStart[]): Promise<void> {
    await this.stored.set(account, starts.length > 0 ? starts.map(entryOf) : undefined);
  }
}

function isOf({ started }: RememberedStart, id: string): boolean {
  return id === started.queueItemId || id === started.taskId;
}

function entryOf({ started, subject, at }: RememberedStart): Partial<Record<Field, string | number>> {
  const { profile, branch, commit, workflowName } = subject;
  return {
    queueItemId: started.queueItemId,
    taskId: started.taskId,
    profileId: profile.id,
    profileName: profile.name.slice(0, MAX_NAME),
    branchName: branch.name.slice(0, MAX_NAME),
    ...(branch.id !== undefined && { branchId: branch.id }),
    ...(commit && { commitId: commit.id, hash: commit.hash }),
    ...(workflowName !== undefined && { workflowName: workflowName.slice(0, MAX_NAME) }),
    at,
  };
}

function startIn(row: JsonObject<Field> | undefined): RememberedStart | undefined {
  const [queueItemId, profileId, at] = [row?.text('queueItemId'), row?.text('profileId'), row?.number('at')];
  if (!row || queueItemId === undefined || profileId === undefined || at === undefined) {
    return undefined;
  }
  const [branchId, commitId, workflowName] = [
    row.text('branchId'),
    row.text('commitId'),
    row.text('workflowName'),
  ];
  return {
    started: { queueItemId, taskId: row.text('taskId') ?? queueItemId },
    subject: {
      profile: { id: profileId, name: row.text('profileName') ?? '' },
      branch: { name: row.text('branchName') ?? '', ...(branchId !== undefined && { id: branchId }) },
      ...(commitId !== undefined && { commit: { id: commitId, hash: row.text('hash') ?? '' } }),
      ...(workflowName !== undefined && { workflowName }),
    },
    at,
  };
}
