/** Builds that were started: they wait, run and succeed as they are asked for, unless they are canceled (appcircle-api 2.3). */
import type { components } from '../../src/api/appcircle';
import type { Commit } from './data/builds';
import { randomFor, zeroGuid } from './data/random';

export type QueueItem = components['schemas']['QueueItem'];

/** Of a build, appcircle-api 2.9. */
const [success, canceled, waiting, running] = [0, 2, 90, 91];

interface Entry {
  id: string;
  commit: Commit;
  buildId: string;
  polls: number;
  status: number;
}

export class BuildQueue {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly seed: number) {}

  /** One id for the place in the queue and for the task; that they are the same is an assumption (D). */
  start(commit: Commit): { taskId: string; queueItemId: string } {
    const random = randomFor(this.seed, `queue/${this.entries.size}`);
    const id = random.guid();
    this.entries.set(id, { id, commit, buildId: random.guid(), polls: 0, status: waiting });
    return { taskId: id, queueItemId: id };
  }

  /** `polls`: how many times it is asked for until it is over. */
  poll(organizationId: string, id: string, polls: number): QueueItem | undefined {
    const entry = this.find(organizationId, id);
    if (entry !== undefined && entry.status !== canceled) {
      entry.status = entry.polls >= polls ? success : entry.polls === 0 ? waiting : running;
      entry.polls += 1;
    }
    return entry && itemOf(entry);
  }

  cancel(organizationId: string, id: string): QueueItem | undefined {
    const entry = this.find(organizationId, id);
    if (entry !== undefined && entry.status !== success) {
      entry.status = canceled;
    }
    return entry && itemOf(entry);
  }

  /** What waits or runs. */
  open(organizationId: string): { id: string; commit: Commit; isRunning: boolean }[] {
    return [...this.entries.values()]
      .filter(({ commit, status }) => commit.organizationId === organizationId && status >= waiting)
      .map(({ id, commit, status }) => ({ id, commit, isRunning: status === running }));
  }

  private find(organizationId: string, id: string): Entry | undefined {
    const entry = this.entries.get(id);
    return entry?.commit.organizationId === organizationId ? entry : undefined;
  }
}

function itemOf({ commit, buildId, status }: Entry): QueueItem {
  return {
    buildStatus: status,
    hasWarning: false,
    commitId: commit.id,
    // Unknown as long as it waits.
    buildId: status === waiting ? zeroGuid : buildId,
    queueItemStatus: status === waiting ? 0 : 1,
  };
}
