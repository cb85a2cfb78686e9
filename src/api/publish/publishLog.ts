import { getLog } from '../builds/buildLog';
import type { BuildStatus } from '../builds/buildStatus';
import type { LogSubject } from '../builds/log/logRequests';
import type { LogPlace } from '../builds/log/logSource';
import { streamTo, type StreamOptions } from '../builds/streamTo';
import type { ApiClient } from '../client';
import { Failure, isFailure } from '../failure';
import { publishRunPath, type PublishRunRef } from './paths';
import type { PublishStatus } from './publishStatus';
import { getRunById, getRunOfVersion } from './runs';

/** Where the log of a run is, below the host. `GET publish/v1/…/publish/{publishId}/logs` (api/README 2.4, A). */
function publishLogTarget(run: PublishRunRef): string {
  return `${publishRunPath(run, 'v1')}/logs`;
}

/** Streams the log of a run into a sink, however long it is; undefined where it is not there. */
export function downloadPublishLog(
  client: ApiClient,
  { options, ...run }: PublishRunRef & { options: StreamOptions },
): Promise<number | undefined> {
  return streamTo(client, publishLogTarget(run), options);
}

/** After so many looks a run that nobody knows, and that has no log, is none. */
const MAX_UNKNOWN_LOOKS = 3;

/** The requests for the log of a run, as for the log of a build. */
export class PublishLogRequests {
  private unknownLooks = 0;

  constructor(
    private readonly client: ApiClient,
    private readonly run: PublishRunRef,
  ) {}

  /** How the run is, in the states that a log knows: by its version (A), else by its own id (B). */
  async subject(place: LogPlace, signal: AbortSignal): Promise<LogSubject> {
    const status = await this.status(signal);
    this.unknownLooks = status === undefined ? this.unknownLooks + 1 : 0;
    return { ...place, status: status === undefined ? 'unknown' : logStatusOf(status) };
  }

  /** The text as it is now; undefined where there is none (yet). Fails with `notFound` where nobody knows of the run. */
  async text(_subject: LogSubject, signal: AbortSignal): Promise<string | undefined> {
    const text = await getLog(this.client, publishLogTarget(this.run), signal);
    if (text === undefined && this.unknownLooks >= MAX_UNKNOWN_LOOKS) {
      throw new Failure('notFound', { host: this.client.host });
    }
    return text;
  }

  /** Undefined where the server does not tell. */
  private async status(signal: AbortSignal): Promise<PublishStatus | undefined> {
    const { versionId, publishId, ...profile } = this.run;
    if (versionId !== undefined) {
      const run = await getRunOfVersion(this.client, { ...profile, versionId }, signal);
      if (run?.publishId === publishId) {
        return run.status;
      }
    }
    try {
      return (await getRunById(this.client, this.run, signal)).status;
    } catch (error) {
      if (isFailure(error, 'notFound', 'methodNotAllowed', 'unreadableAnswer')) {
        return undefined;
      }
      throw error;
    }
  }
}

function logStatusOf(status: PublishStatus): BuildStatus {
  switch (status) {
    case 'stopped':
      return 'canceled';
    case 'awaitingApproval':
      return 'running';
    case 'notStarted':
      return 'waiting';
    case 'skipped':
      return 'unknown';
    default:
      return status;
  }
}
