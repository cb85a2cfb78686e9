import type { ApiClient } from '../client';
import { JsonObject } from '../decode';
import { Failure, isFailure } from '../failure';
import type { PublishField, PublishStepField, PublishUserField } from './fields';
import type { PublishRun, PublishStep } from './model';
import { publishRunPath, publishVersionPath, type PublishRunRef, type PublishVersionRef } from './paths';
import { decodePublishStatus, type PublishStatus } from './publishStatus';

/**
 * The run of a version, undefined where it has none. `GET publish/v2/…/app-versions/{v}/publish` (api/README 2.4, A).
 */
export async function getRunOfVersion(
  client: ApiClient,
  version: PublishVersionRef,
  signal?: AbortSignal,
): Promise<PublishRun | undefined> {
  try {
    return await getRun(client, `${publishVersionPath(version, 'v2')}/publish`, signal);
  } catch (error) {
    if (isFailure(error, 'notFound') && error.facts.status === 404) {
      return undefined;
    }
    throw error;
  }
}

/** The same by the id of the run. `GET publish/v2/…/publish/{publishId}` (api/README 2.4, B). */
export function getRunById(client: ApiClient, run: PublishRunRef, signal?: AbortSignal): Promise<PublishRun> {
  return getRun(client, publishRunPath(run, 'v2'), signal);
}

async function getRun(client: ApiClient, path: string, signal?: AbortSignal): Promise<PublishRun> {
  const row = JsonObject.of<PublishField>(await client.get({ path, ...(signal && { signal }) }));
  if (!row) {
    throw new Failure('unreadableAnswer', { host: client.host });
  }
  return decodeRun(row);
}

/** A run from an object. A run that is going on waits for an approval where one of its steps does. */
export function decodeRun(row: JsonObject<PublishField>): PublishRun {
  const rows = Array.isArray(row.raw['steps']) ? (row.raw['steps'] as unknown[]) : [];
  const read = rows.flatMap((value) => JsonObject.of<PublishStepField>(value) ?? []);
  const steps = read.map(decodeStep);
  return {
    // What the official command line takes; the object of a flow need not be a run (api/README 2.4).
    publishId: read.map((step) => step.text('publishId')).find((id) => id !== undefined) ?? row.text('id'),
    status: statusOfRun(decodePublishStatus(row.raw['status']), steps),
    startedAt: row.date('startedOn') ?? steps.find(({ startedAt }) => startedAt !== undefined)?.startedAt,
    steps,
  };
}

function decodeStep(row: JsonObject<PublishStepField>, at: number): PublishStep {
  return {
    id: row.text('id') ?? String(at),
    name: row.text('name') ?? '',
    status: decodePublishStatus(row.raw['status']),
    startedBy: row.object<PublishUserField>('startedByUser')?.text('email'),
    startedAt: row.date('startedOn'),
    endedAt: row.date('finishedOn'),
  };
}

function statusOfRun(told: PublishStatus, steps: readonly PublishStep[]): PublishStatus {
  const isGoingOn = told === 'running' || told === 'unknown';
  const waiting = steps.find(({ status }) => status === 'awaitingApproval');
  const running = steps.find(({ status }) => status === 'running');
  return isGoingOn ? (waiting?.status ?? running?.status ?? told) : told;
}
