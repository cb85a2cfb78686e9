import type { ApiClient } from '../client';
import { isFailure } from '../failure';
import { withRequiredRole } from '../roles';
import { isOver } from './buildStatus';
import type { QueueItem } from './model';
import { queueItemPath } from './paths';
import { askForResponse, textOf } from './askForResponse';
import { decodeQueueItem, getQueueItem } from './queue';
import { CANCEL, isUnknownRoute } from './routes';
import { parseJson } from '../decode';

/** What became of a wish to cancel. */
export type CancelResult = 'canceled' | 'tooLate';

/**
 * Cancels a build that waits or runs; `tooLate` where it had ended by itself. `POST build/v3/queue/{id}/cancel` (B);
 * only where the server does not know that, the older `GET build/v1/queue/{id}?action=cancel` (api/README 11.2, B),
 * which is remembered. What either answers is not known, so where it is the queue item tells. Fails with `forbidden`
 * and the role `operate`, and with `notFound` for a build that the server does not know.
 */
export function cancelBuild(
  client: ApiClient,
  queueItemId: string,
  signal?: AbortSignal,
): Promise<CancelResult> {
  return withRequiredRole('operate', async () => {
    try {
      const answered = await cancel(client, queueItemId, signal);
      const item = isTelling(answered) ? answered : await look(client, queueItemId, signal);
      return item && endsBefore(item) ? 'tooLate' : 'canceled';
    } catch (error) {
      // It is over: whatever the server calls that.
      if (isFailure(error, 'conflict', 'invalidInput')) {
        const item = await look(client, queueItemId, signal);
        if (item && isOver(item.status)) {
          return endsBefore(item) ? 'tooLate' : 'canceled';
        }
      }
      throw error;
    }
  });
}

async function cancel(
  client: ApiClient,
  queueItemId: string,
  signal: AbortSignal | undefined,
): Promise<QueueItem | undefined> {
  if (!client.missingRoutes.has(CANCEL)) {
    try {
      return await ask(client, 'POST', `${queueItemPath(queueItemId, 'v3')}/cancel`, signal);
    } catch (error) {
      if (!isUnknownRoute(error)) {
        throw error;
      }
      if (error.facts.status === 404) {
        // The route or the build? An unknown build fails here; one that is over needs no second wish.
        const item = await getQueueItem(client, queueItemId, signal);
        if (isOver(item.status)) {
          return item;
        }
      }
    }
  }
  const answered = await ask(client, 'GET', `${queueItemPath(queueItemId)}?action=cancel`, signal);
  client.missingRoutes.add(CANCEL);
  return answered;
}

/** What the answer tells of the build, where it tells anything. */
async function ask(
  client: ApiClient,
  method: 'POST' | 'GET',
  target: string,
  signal: AbortSignal | undefined,
): Promise<QueueItem | undefined> {
  const headers = [['Accept', 'application/json']] as const;
  const response = await askForResponse(client, { method, target, headers, ...(signal && { signal }) });
  return decodeQueueItem(parseJson(textOf(response)));
}

function isTelling(item: QueueItem | undefined): item is QueueItem {
  return item !== undefined && item.status !== 'unknown';
}

/** Where it is now; the wish was heard, so that a look that fails is no failure of it. */
async function look(
  client: ApiClient,
  queueItemId: string,
  signal: AbortSignal | undefined,
): Promise<QueueItem | undefined> {
  try {
    return await getQueueItem(client, queueItemId, signal);
  } catch {
    return undefined;
  }
}

function endsBefore({ status }: QueueItem): boolean {
  return isOver(status) && status !== 'canceled';
}
