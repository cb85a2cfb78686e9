import type { ApiClient } from '../client';
import { Failure, isFailure } from '../failure';

/** Names in `ApiClient.missingRoutes`. */
export const CANCEL = 'build/v3/queue/cancel';
export const WITH_VARIABLES = 'build/v3/commits/build/with-environment';

/** Whether a failure may say that the server has no such route. A 404 may be of what the path names, too. */
export function isUnknownRoute(error: unknown): error is Failure {
  return isFailure(error, 'notFound', 'methodNotAllowed');
}

/**
 * Asks a route that a server may not have. Fails with `methodNotAllowed` where it was found out before that it has
 * none, and nothing is sent.
 */
export async function withRoute<T>(client: ApiClient, route: string, ask: () => Promise<T>): Promise<T> {
  if (client.missingRoutes.has(route)) {
    throw new Failure('methodNotAllowed', { host: client.host });
  }
  try {
    return await ask();
  } catch (error) {
    // A 404 may be of the commit.
    if (isUnknownRoute(error) && error.facts.status !== 404) {
      client.missingRoutes.add(route);
    }
    throw error;
  }
}
