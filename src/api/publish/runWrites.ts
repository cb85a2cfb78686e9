import { isDescribed } from '../describedRoute';
import type { ApiClient } from '../client';
import { withRequiredRole } from '../roles';
import { publishRunPath, type PublishRunRef } from './paths';

/** Name in `ApiClient.missingRoutes` and `describedRoutes`. */
const START_AT_STEP = 'publish/v3/publish/start';

/**
 * Starts a run, or starts it over: which is the same request, and loses the log that there is (api/README 12.2).
 * `POST publish/v2/…/publish/{publishId}?action=restart`, its body `{}` (api/README 2.4, A). Gives the id of the run
 * from then on: a text that is answered is another one. Sent once. Fails with `forbidden` and the role `operate`.
 */
export function startRun(client: ApiClient, run: PublishRunRef, signal?: AbortSignal): Promise<string> {
  return withRequiredRole('operate', async () => {
    const answer = await client.send({
      method: 'POST',
      path: publishRunPath(run, 'v2'),
      query: { action: 'restart' },
      json: {},
      ...(signal && { signal }),
    });
    return typeof answer === 'string' && answer !== '' ? answer : run.publishId;
  });
}

/** Starts a run at one of its steps. `POST publish/v3/…/publish/{publishId}/start?stepId=` (api/README 2.4, B). */
export async function startRunAt(
  client: ApiClient,
  run: PublishRunRef,
  stepId: string,
  signal?: AbortSignal,
): Promise<void> {
  await withRequiredRole('operate', () =>
    client.send({
      method: 'POST',
      path: `${publishRunPath(run, 'v3')}/start`,
      query: { stepId },
      ...(signal && { signal }),
    }),
  );
}

/** Stops a run. `POST publish/v3/…/publish/{publishId}/stop` (api/README 2.4, 12.2, B). */
export async function stopRun(client: ApiClient, run: PublishRunRef, signal?: AbortSignal): Promise<void> {
  await withRequiredRole('operate', () =>
    client.send({
      method: 'POST',
      path: `${publishRunPath(run, 'v3')}/stop`,
      ...(signal && { signal }),
    }),
  );
}

/**
 * Whether a run can be started at a step: only by the server's own description of its publish module, which is looked
 * at once. Fails with `cancelled` alone.
 */
export async function canStartAtStep(client: ApiClient, signal?: AbortSignal): Promise<boolean> {
  const { missingRoutes, describedRoutes } = client;
  if (!missingRoutes.has(START_AT_STEP) && !describedRoutes.has(START_AT_STEP)) {
    const isKnown = await isDescribed(client, startRoute, signal);
    (isKnown ? describedRoutes : missingRoutes).add(START_AT_STEP);
  }
  return describedRoutes.has(START_AT_STEP);
}

const startRoute = {
  module: 'publish',
  method: 'POST',
  path: '/v3/profiles/{}/{}/publish/{}/start',
  beside: '/publish/{}',
} as const;
