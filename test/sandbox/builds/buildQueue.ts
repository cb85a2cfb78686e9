/** Builds that were started, each on its course (api/README 2.3, 11.2). */
import type { components } from '../../../src/api/appcircle';
import { randomFor, zeroGuid } from '../data/random';
import { buildStatus, stateOf, stepNameOf, type Run } from './course';

type Schemas = components['schemas'];
export type QueueItem = Schemas['QueueItem'];
export type QueueEntry = Schemas['QueueEntry'];
export type Build = Schemas['Build'];

/** What is known of a build when it is started, but for its ids. */
export type Start = Omit<Run, 'queueItemId' | 'taskId' | 'buildId' | 'canceledAt'>;

/** Of `queueItemStatus`: not the numbers of a build. */
const [waits, runs] = [0, 1];

export class BuildQueue {
  private readonly all: Run[] = [];

  constructor(private readonly seed: number) {}

  /** One id for the place in the queue, the task and the build, which is an assumption (D), or three. */
  start(start: Start, ids: 'same' | 'different'): Run {
    const random = randomFor(this.seed, `queue/${this.all.length}`);
    const queueItemId = random.guid();
    const own = (): string => (ids === 'same' ? queueItemId : random.guid());
    const run = { ...start, queueItemId, taskId: own(), buildId: own() };
    this.all.push(run);
    return run;
  }

  /** How many builds of this commit were started. */
  startsOf(commitId: string): number {
    return this.all.filter(({ commit }) => commit.id === commitId).length;
  }

  /** By the id of the place in the queue, or of the task: which of them a route wants is not known. */
  find(organizationId: string, id: string): Run | undefined {
    return this.of(organizationId).find(({ queueItemId, taskId }) => id === queueItemId || id === taskId);
  }

  /** By the id of its build, once it has one. */
  findBuild(organizationId: string, id: string, now: number): Run | undefined {
    return this.built(organizationId, now).find(({ buildId }) => buildId === id);
  }

  /** Those that have a build: they run, or ran. */
  built(organizationId: string, now: number): Run[] {
    return this.of(organizationId).filter((run) => stateOf(run, now).hasBuild);
  }

  /** Ends it, unless it is over. Whether it did. */
  cancel(run: Run, now: number): boolean {
    const { isOver } = stateOf(run, now);
    if (!isOver) {
      run.canceledAt = now;
    }
    return !isOver;
  }

  /** What waits or runs, in the order of its start. */
  underWay(organizationId: string, now: number): QueueEntry[] {
    return this.of(organizationId)
      .filter((run) => !stateOf(run, now).isOver)
      .map((run) => entryOf(run, now));
  }

  private of(organizationId: string): Run[] {
    return this.all.filter(({ commit }) => commit.organizationId === organizationId);
  }
}

export function itemOf(run: Run, now: number): QueueItem {
  const { status, hasWarning, hasBuild } = stateOf(run, now);
  return {
    buildStatus: status,
    hasWarning,
    commitId: run.commit.id,
    buildId: hasBuild ? run.buildId : zeroGuid,
    queueItemStatus: hasBuild ? runs : waits,
  };
}

function entryOf(run: Run, now: number): QueueEntry {
  const { commit } = run;
  const { hasBuild } = stateOf(run, now);
  return {
    id: run.queueItemId,
    commitId: commit.id,
    commitHash: commit.hash ?? null,
    profileId: commit.profileId ?? null,
    profileName: run.profileName,
    branchName: run.branchName,
    queueItemStatus: hasBuild ? runs : waits,
    os: run.platform === 'ios' ? 1 : 2,
    publishId: null,
    appVersionId: null,
    stepName: stepNameOf(run, now),
    email: run.startedBy,
    startQueueDateTime: new Date(run.startedAt).toISOString(),
  };
}

/** The build in a list of its commit or branch. */
export function buildOf(run: Run, now: number): Build {
  const { status, hasWarning, ran, ranFrom, endedAt } = stateOf(run, now);
  return {
    id: run.buildId,
    commitId: run.commit.id,
    hash: run.commit.hash ?? null,
    hasWarning,
    isDistributable: status === buildStatus.success,
    status,
    duration: endedAt === undefined ? null : timeSpan(ran),
    startDate: ranFrom === undefined ? null : new Date(ranFrom).toISOString(),
    endDate: endedAt === undefined ? null : new Date(endedAt).toISOString(),
  };
}

/** As .NET writes a time span: `00:03:07.1230000`. */
export function timeSpan(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(11, -1)}0000`;
}
