import type { ApiClient } from '../client';
import { Failure, isFailure } from '../failure';
import { mediaTypeOf } from '../response/body';
import { parseJson } from '../decode';
import type { EarlyEnd, HttpResponse } from '../transport/model';
import { askForResponse } from './askForResponse';
import { buildPath } from './paths';
import { segment } from '../paths';

/** Largest log that is held in memory: what the editor still opens. A larger one can be saved (`downloadLog`). */
export const MAX_LOG_BYTES = 50 * 1024 * 1024;

/** Of a build, by which it is asked for. */
export interface BuildIds {
  commitId: string;
  buildId: string;
}

/** Where the whole log of a build is, below the host. */
export function buildLogTarget({ commitId, buildId }: BuildIds): string {
  return `${buildPath(commitId, buildId)}/logs`;
}

/**
 * The log of a build that is over, or undefined where it is not there: not yet, or no longer. `GET
 * build/v1/commits/{c}/builds/{b}/logs` (api/README 11.4, A). Fails with `unreadableAnswer` and the code `TOO_LARGE`
 * for more than 50 MB, and as requests do.
 */
export async function getBuildLog(
  client: ApiClient,
  build: BuildIds,
  signal?: AbortSignal,
): Promise<string | undefined> {
  return getLog(client, buildLogTarget(build), signal);
}

/**
 * The same by the place in the queue or the task (which of them is not known, api/README 11.3), as far as it was written:
 * whether it grows while the build runs is not known either. `GET build/v1/queue/logs/{id}` (api/README 11.4, A).
 */
export async function getQueueLog(
  client: ApiClient,
  queueItemId: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  return getLog(client, `/build/v1/queue/logs/${segment(queueItemId)}`, signal);
}

/** The text that there is at an address of a log, as `getBuildLog` gives it. */
export async function getLog(
  client: ApiClient,
  target: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  let response: HttpResponse;
  try {
    response = await askForResponse(client, {
      method: 'GET',
      target,
      headers: [['Accept', 'text/plain, */*']],
      maxBytes: MAX_LOG_BYTES,
      // The time is for the first of it, and then for each wait for more.
      timeout: 60_000,
      partial: true,
      ...(signal && { signal }),
    });
  } catch (error) {
    // Nothing else than "not there" is known to be meant by it (api/README 11.4).
    if (isFailure(error, 'notFound') && error.facts.status === 404) {
      return undefined;
    }
    throw error;
  }
  if (response.earlyEnd !== undefined) {
    throw failureOfEnd(response.earlyEnd, client.host);
  }
  return textIn(response);
}

/** Half of a log would be taken for all of it. */
function failureOfEnd(end: EarlyEnd, host: string): Failure {
  switch (end) {
    case 'cancelled':
      return new Failure('cancelled', { host });
    case 'stalled':
      return new Failure('timeout', { host, code: 'STALLED' });
    case 'damaged':
      return new Failure('unreadableAnswer', { host, code: 'DAMAGED' });
    case 'full':
      return new Failure('unreadableAnswer', { host, code: 'TOO_LARGE' });
    case 'lost':
      return new Failure('unreadableAnswer', { host, code: 'ENDED_EARLY' });
  }
}

/** As UTF-8 whatever it is called: what tools write need not be text. A text as JSON is taken out of it. */
function textIn({ body, headers }: HttpResponse): string | undefined {
  const text = new TextDecoder().decode(body);
  const type = mediaTypeOf(headers.find(([name]) => name === 'content-type')?.[1]);
  const told = /[/+]json$/.test(type) ? parseJson(text) : undefined;
  const log = typeof told === 'string' ? told : text;
  return isNothing(log) ? undefined : log;
}

/** Short texts that say that there is none (api/README 11.4, A). */
function isNothing(log: string): boolean {
  return log.length < 100 && /^("?no logs available\.?"?)?$/i.test(log.trim());
}
