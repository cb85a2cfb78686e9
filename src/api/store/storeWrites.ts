import type { components } from '../appcircle';
import type { ApiClient } from '../client';
import { deleteResource } from '../deleteResource';
import type { TaskPace } from '../tasks';
import { storeVersionsPath } from './storePaths';
import type { StoreChannel } from './storeVersions';

type StorePublish = components['schemas']['StorePublish'];

/** Which version it is. */
export interface StoreVersionId {
  readonly profileId: string;
  readonly versionId: string;
}

/** How a version is published. */
export interface StorePublication {
  readonly channel: StoreChannel;
  /** One line, shown in the store. Empty for none. */
  readonly summary: string;
  /** Empty for none. */
  readonly releaseNotes: string;
}

/** Numbers of channels, sent as text by every client (api/README 13, A). */
const numbers = { beta: '1', live: '2' } as const;

/**
 * Publishes a version to a channel, where it takes the place of the one that is there (api/README 13, A). For owners,
 * managers and operators. `PATCH store/v2/profiles/{id}/app-versions/{version}?action=publish` (api/README 2.5, A).
 */
export async function publishStoreVersion(
  client: ApiClient,
  { profileId, versionId }: StoreVersionId,
  { channel, summary, releaseNotes }: StorePublication,
  signal?: AbortSignal,
): Promise<void> {
  const json: StorePublish = { summary, releaseNotes, publishType: numbers[channel] };
  await patch(client, { profileId, versionId }, 'publish', json, signal);
}

/** Takes a version out of its channel. The same roles. `PATCH …?action=unpublish` with `{}` (api/README 2.5, A). */
export async function unpublishStoreVersion(
  client: ApiClient,
  version: StoreVersionId,
  signal?: AbortSignal,
): Promise<void> {
  await patch(client, version, 'unpublish', {}, signal);
}

/**
 * Deletes a version, which the server refuses while it is published (api/README 13, A). For external operators, too.
 * `DELETE store/v2/profiles/{id}/app-versions/{version}` (api/README 2.5, A). Fails as `deleteResource` does.
 */
export async function deleteStoreVersion(
  client: ApiClient,
  { profileId, versionId }: StoreVersionId,
  signal?: AbortSignal,
  pace?: TaskPace,
): Promise<void> {
  await deleteResource(client, storeVersionsPath(profileId, versionId), signal, pace);
}

async function patch(
  client: ApiClient,
  { profileId, versionId }: StoreVersionId,
  action: 'publish' | 'unpublish',
  json: StorePublish,
  signal?: AbortSignal,
): Promise<void> {
  await client.send({
    method: 'PATCH',
    path: storeVersionsPath(profileId, versionId),
    query: { action },
    json,
    ...(signal && { signal }),
  });
}
