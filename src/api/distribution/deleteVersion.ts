import type { ApiClient } from '../client';
import { deleteResource } from '../deleteResource';
import { hasDescribedRoute } from '../describedRoute';
import { versionsPath } from '../paths';
import { withRequiredRole } from '../roles';
import type { TaskPace } from '../tasks';

/** Name in `ApiClient.describedRoutes`. */
const DELETE_VERSION = 'distribution/v2/profiles/app-versions';

const route = {
  module: 'distribution',
  method: 'DELETE',
  path: '/v2/profiles/{}/app-versions/{}',
  beside: '/profiles/{}',
} as const;

/**
 * Whether the server says by its own description that versions can be deleted: only a third-party client knows of it
 * (api/README 2.1, C). Looked at until it says so.
 */
export function canDeleteVersions(client: ApiClient, signal?: AbortSignal): Promise<boolean> {
  return hasDescribedRoute(client, DELETE_VERSION, route, signal);
}

/**
 * Deletes a version. `DELETE distribution/v2/profiles/{id}/app-versions/{version}` (api/README 2.1, C): only where the
 * server describes it. For operators, too (api/README 1.7). Fails as `deleteResource` does.
 */
export function deleteVersion(
  client: ApiClient,
  profileId: string,
  versionId: string,
  signal?: AbortSignal,
  pace?: TaskPace,
): Promise<void> {
  return withRequiredRole('operate', () =>
    deleteResource(client, versionsPath(profileId, 'v2', versionId), signal, pace),
  );
}
