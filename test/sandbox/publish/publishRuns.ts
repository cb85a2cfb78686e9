/** All runs of publish flows: one a version, which a restart replaces. */
import { randomFor } from '../data/random';
import type { QueueEntry } from '../builds/buildQueue';
import type { PublishMode } from './publishMode';
import { entryOf, type PublishRun } from './runs';

export class PublishRuns {
  private readonly byVersion = new Map<string, PublishRun>();
  private started = 0;

  constructor(private readonly seed: number) {}

  ofVersion(versionId: string): PublishRun | undefined {
    return this.byVersion.get(versionId);
  }

  byId(publishId: string): PublishRun | undefined {
    return [...this.byVersion.values()].find((run) => run.publishId === publishId);
  }

  keep(run: Omit<PublishRun, 'publishId'>, publishId = this.newId()): PublishRun {
    const kept = { ...run, publishId };
    this.byVersion.set(run.versionId, kept);
    return kept;
  }

  /** What is under way, in the order of its start. */
  underWay(organizationId: string, mode: PublishMode, now: number): QueueEntry[] {
    return [...this.byVersion.values()]
      .filter((run) => run.organizationId === organizationId && run.startedAt > 0)
      .map((run) => entryOf(run, mode, now))
      .filter((entry) => entry !== undefined);
  }

  newId(): string {
    this.started += 1;
    return randomFor(this.seed, `publish/${this.started}`).guid();
  }
}
