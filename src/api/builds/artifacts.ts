import type { ApiClient } from '../client';
import { Failure } from '../failure';
import { buildLogTarget, type BuildIds } from './buildLog';
import { buildPath } from './paths';
import { streamTo, type StreamOptions } from './streamTo';

/** A build, and where what is downloaded goes. */
export type BuildDownload = BuildIds & Omit<StreamOptions, 'check'>;

/** Two bytes with which every zip begins, an empty one as well. */
const ZIP = 'PK';

/**
 * Streams the artifacts of a build, one zip, into a sink. `GET build/v1/commits/{c}/builds/{b}` (api/README 11.5, A).
 * Gives how many bytes it is, undefined where there are none: not yet, or no longer. Fails with `unreadableAnswer` and
 * the code `NOT_A_ZIP` for anything else than a zip, with `cancelled` at the signal, and as requests and the sink do.
 */
export async function downloadArtifacts(
  client: ApiClient,
  download: BuildDownload,
): Promise<number | undefined> {
  const { commitId, buildId, ...options } = download;
  return streamTo(client, buildPath(commitId, buildId), {
    ...options,
    check: (beginning) => {
      if (!ZIP.startsWith(new TextDecoder().decode(beginning.subarray(0, ZIP.length)))) {
        throw new Failure('unreadableAnswer', { host: client.host, code: 'NOT_A_ZIP' });
      }
    },
  });
}

/** Streams the log of a build that is over into a sink, however long it is; undefined where it is not there. */
export async function downloadLog(client: ApiClient, download: BuildDownload): Promise<number | undefined> {
  const { commitId, buildId, ...options } = download;
  return streamTo(client, buildLogTarget({ commitId, buildId }), options);
}
