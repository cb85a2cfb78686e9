import type { BuildStatus } from '../../../api/builds/buildStatus';
import type { QueueItem, UnderWayItem } from '../../../api/builds/model';
import type { ApiClient } from '../../../api/client';
import { isFailure, isInconclusive, type Failure } from '../../../api/failure';
import type { BuildState, Look } from './buildState';
import type { BuildStates } from './buildStates';

/** How many builds are asked for one by one in a look; the next look goes on with others. */
const MAX_ASKED = 5;

/** How the server is asked. */
export interface WatchRequests {
  listUnderWay: (client: ApiClient, signal?: AbortSignal) => Promise<readonly UnderWayItem[]>;
  getQueueItem: (client: ApiClient, queueItemId: string, signal?: AbortSignal) => Promise<QueueItem>;
  getBuildStatus: (
    client: ApiClient,
    commitId: string,
    buildId: string,
    signal?: AbortSignal,
  ) => Promise<BuildStatus>;
}

/** What a look takes. */
export interface LookOptions {
  client: ApiClient;
  requests: WatchRequests;
  states: BuildStates;
  look: Look;
  /** Whether the dashboard is asked for, or only builds that were begun here. */
  isListWanted: boolean;
  signal: AbortSignal;
}

/** Asks what is under way, and then those builds one by one of which that does not tell. Fails as a request does. */
export async function takeLook(options: LookOptions): Promise<void> {
  const { states, look, isListWanted, signal } = options;
  const refusal = isListWanted ? await listAll(options) : undefined;
  const builds = isAborted(signal) ? [] : states.toAsk(look, isListWanted && !refusal);
  await Promise.all(builds.slice(0, MAX_ASKED).map((build) => askFor(build, options)));
  if (refusal) {
    throw refusal;
  }
}

/** Why there is no dashboard, where builds can still be asked for one by one. A server in trouble is not asked for more. */
async function listAll({
  client,
  requests,
  states,
  look,
  signal,
}: LookOptions): Promise<Failure | undefined> {
  try {
    const rows = await requests.listUnderWay(client, signal);
    if (!isAborted(signal)) {
      states.applyRows(look, rows);
    }
    return undefined;
  } catch (error) {
    if (isAboutOne(error)) {
      return error;
    }
    throw error;
  }
}

/** The queue is asked first: it knows a build before that has an id. What it does not know may have ended long ago. */
async function askFor(build: BuildState, options: LookOptions): Promise<void> {
  const { client, requests, states, look, signal } = options;
  const item = await orNothing(requests.getQueueItem(client, build.queueItemId, signal));
  // The queue says nothing of a build that it has just got.
  const isTold = item !== undefined && (item.status !== 'unknown' || build.status === 'waiting');
  const found = isTold ? item : await findBuild(build, item, options);
  if (isAborted(signal)) {
    return;
  }
  if (found) {
    states.applyItem(look, build.queueItemId, found);
  } else {
    states.applyNothing(look, build.queueItemId);
  }
}

async function findBuild(
  build: BuildState,
  item: QueueItem | undefined,
  { client, requests, signal }: LookOptions,
): Promise<QueueItem | undefined> {
  const commitId = item?.commitId ?? build.commit?.id;
  if (commitId === undefined || isAborted(signal)) {
    return item;
  }
  const buildId = item?.buildId ?? build.buildId;
  const request = requests.getBuildStatus(client, commitId, buildId ?? build.queueItemId, signal);
  const status = await orNothing(request);
  return status === undefined ? undefined : { status, commitId, buildId };
}

/** Undefined where the server does not tell of this build; fails where it may soon. */
async function orNothing<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (isAboutOne(error)) {
      return undefined;
    }
    throw error;
  }
}

/** Whether it was refused for what was asked, and another question may be answered. */
function isAboutOne(error: unknown): error is Failure {
  return (
    isFailure(error) &&
    !isInconclusive(error) &&
    !isFailure(error, 'rejectedCredential', 'expiredSession', 'storage', 'cancelled')
  );
}

function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
