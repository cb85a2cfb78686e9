import type { ApiClient } from '../../client';
import { isFailure } from '../../failure';
import { isOver, type BuildStatus } from '../buildStatus';
import { getBuildLog, getQueueLog } from '../buildLog';
import { getBuildStatus } from '../builds';
import { getQueueItem } from '../queue';
import type { LogPlace } from './logSource';

/** What was learned of a build. */
export interface LogSubject extends LogPlace {
  readonly status: BuildStatus;
}

/** The requests for the log of one build. */
export class LogRequests {
  constructor(private readonly client: ApiClient) {}

  /**
   * How the build is, by its place in the queue, or by itself where the queue does not know it: ids are the same (api/README
   * 11.3, D). Fails with `notFound` where neither does.
   */
  async subject(place: LogPlace, signal: AbortSignal): Promise<LogSubject> {
    const { commitId, buildId, queueItemId } = place;
    if (queueItemId !== undefined) {
      try {
        const item = await getQueueItem(this.client, queueItemId, signal);
        return {
          ...place,
          commitId: item.commitId ?? commitId,
          buildId: item.buildId ?? (isOver(item.status) ? (buildId ?? queueItemId) : buildId),
          status: item.status,
        };
      } catch (error) {
        if (!isFailure(error, 'notFound') || commitId === undefined) {
          throw error;
        }
      }
    }
    const id = buildId ?? queueItemId;
    if (commitId === undefined || id === undefined) {
      return { ...place, status: 'unknown' };
    }
    return { ...place, buildId: id, status: await getBuildStatus(this.client, commitId, id, signal) };
  }

  /** The text as it is now; undefined where there is none (yet). */
  async text(
    { commitId, buildId, queueItemId, status }: LogSubject,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const stored =
      isOver(status) && commitId !== undefined && buildId !== undefined
        ? await getBuildLog(this.client, { commitId, buildId }, signal)
        : undefined;
    const id = queueItemId ?? buildId;
    return stored ?? (id === undefined ? undefined : getQueueLog(this.client, id, signal));
  }
}
