import { getList, type ApiClient } from '../client';
import { JsonObject } from '../decode';
import { Failure } from '../failure';
import { decodeBuildStatus, type BuildStatus } from './buildStatus';
import { idIn, platformIn, type QueueEntryField, type QueueItemField } from './fields';
import type { QueueItem, UnderWayItem } from './model';
import { queueItemPath } from './paths';

/** Of `queueItemStatus`, which has other numbers than a build's status (api/README 2.9, A). */
const WAITING = 0;
const RUNNING = 1;

/**
 * Where a queued build is: while it waits, runs, and after its end. `GET build/v1/queue/{id}` (api/README 2.3, A).
 * Fails with `notFound` for an id that the server does not know, or no longer.
 */
export async function getQueueItem(
  client: ApiClient,
  queueItemId: string,
  signal?: AbortSignal,
): Promise<QueueItem> {
  const answer = await client.get({ path: queueItemPath(queueItemId), ...(signal && { signal }) });
  const item = decodeQueueItem(answer);
  if (!item) {
    throw new Failure('unreadableAnswer', { host: client.host });
  }
  return item;
}

/** A queue item from an answer, undefined for what is no object. */
export function decodeQueueItem(answer: unknown): QueueItem | undefined {
  const row = JsonObject.of<QueueItemField>(answer);
  return row && { status: statusIn(row), commitId: idIn(row, 'commitId'), buildId: idIn(row, 'buildId') };
}

/** The status of the build; where that is not known yet, the place in the queue tells whether it waits. */
function statusIn(row: JsonObject<QueueItemField>): BuildStatus {
  const status = decodeBuildStatus(row.raw['buildStatus'], row.flag('hasWarning'));
  if (status !== 'unknown') {
    return status;
  }
  const place = row.number('queueItemStatus');
  return place === WAITING ? 'waiting' : place === RUNNING ? 'running' : 'unknown';
}

/**
 * Builds and runs of publish flows that wait or run, of everybody that the account may see, in the order of the server.
 * `GET build/v1/queue/my-dashboard` (api/README 2.3, 11.2, A).
 */
export async function listUnderWay(client: ApiClient, signal?: AbortSignal): Promise<UnderWayItem[]> {
  const request = { path: '/build/v1/queue/my-dashboard', query: { page: '1', size: '1000' } };
  return getList(client, { ...request, ...(signal && { signal }) }, decodeUnderWay);
}

/** An item from a row; undefined when it has no id. */
export function decodeUnderWay(row: JsonObject<QueueEntryField>): UnderWayItem | undefined {
  const id = idIn(row, 'id');
  return id === undefined
    ? undefined
    : {
        id,
        kind: idIn(row, 'publishId') === undefined ? 'build' : 'publish',
        status: row.number('queueItemStatus') === WAITING ? 'waiting' : 'running',
        profileId: idIn(row, 'profileId'),
        profileName: row.text('profileName'),
        branchName: row.text('branchName'),
        commitId: idIn(row, 'commitId'),
        hash: row.text('commitHash'),
        platform: platformIn(row),
        stepName: row.text('stepName'),
        publishId: idIn(row, 'publishId'),
        versionId: idIn(row, 'appVersionId'),
        startedBy: row.text('email'),
        queuedAt: row.date('startQueueDateTime'),
      };
}
