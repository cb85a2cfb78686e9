import type { Account } from '../../../account/account';
import type { BuildStatus } from '../../../api/builds/buildStatus';
import { LogRequests } from '../../../api/builds/log/logRequests';
import type { LogEvents, LogSource } from '../../../api/builds/log/logSource';
import { RouteLog } from '../../../api/builds/log/routeLog';
import type { ApiClient } from '../../../api/client';
import type { PublishRunRef } from '../../../api/publish/paths';
import { PublishLogRequests } from '../../../api/publish/publishLog';
import type { Event } from '../../../support/emitter';
import { buildKey, type LogAddress } from '../../../ui/documents/logAddress';
import type { LogTarget } from './logTarget';

/** What others in this window learn of builds; `BuildWatch` is it. */
export interface LogNews {
  readonly onDidChange: Event<unknown>;
  stateOf(id: string): { readonly status: BuildStatus; readonly taskId?: string } | undefined;
}

/** What sources of logs are made with. */
export interface LogSourceOptions {
  readonly clientFor: (account: Account) => ApiClient;
  readonly news?: LogNews | undefined;
  /** Gives the events of builds, where the server of an account has them. */
  readonly eventsFor?: ((account: Account) => LogEvents | undefined) | undefined;
}

/** The source of the log of a build. `target`: what is known of that beside its address. */
export function makeLogSource(
  { clientFor, news, eventsFor }: LogSourceOptions,
  account: Account,
  address: LogAddress,
  target?: LogTarget,
): LogSource {
  const { commitId, buildId, queueItemId } = address;
  const run = publishRunOf(address);
  if (run) {
    return new RouteLog({ requests: new PublishLogRequests(clientFor(account), run), place: {} });
  }
  return new RouteLog({
    requests: new LogRequests(clientFor(account)),
    place: { commitId, buildId, queueItemId, taskId: news?.stateOf(buildKey(address))?.taskId },
    status: target?.build?.status,
    waitingSince: target?.waitingSince,
    endedAt: target?.build?.endedAt,
    events: eventsFor?.(account),
    news: news && changesOf(news, buildKey(address)),
  });
}

/** The run that a log is of; undefined for that of a build. */
export function publishRunOf({
  publishId,
  platform,
  profileId,
  versionId,
}: LogAddress): PublishRunRef | undefined {
  return publishId !== undefined && (platform === 'ios' || platform === 'android')
    ? { platform, profileId, publishId, versionId }
    : undefined;
}

/** Told when the state of one build is another one. */
function changesOf(news: LogNews, id: string): Event<undefined> {
  return (listener) => {
    let last = news.stateOf(id)?.status;
    return news.onDidChange(() => {
      const status = news.stateOf(id)?.status;
      if (status !== last) {
        last = status;
        listener(undefined);
      }
    });
  };
}
