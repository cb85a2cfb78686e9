import type { AppDestination } from '../apps/checks/destination';
import type { ApiClient } from '../client';
import type { PublishProfile } from './model';
import { listPublishVersions } from './versions';

/**
 * What is known of a profile for what speaks against sending an app there: its platform, its versions, and the id without
 * which nothing can become a release candidate (api/README 12.1, A). One request; fails as it does.
 */
export async function lookUpPublishProfile(
  client: ApiClient,
  { id, platform, bundleId }: PublishProfile,
  signal?: AbortSignal,
): Promise<Omit<AppDestination, 'kind'>> {
  const versions = await listPublishVersions(client, { platform, profileId: id }, signal);
  return {
    platform,
    versions: versions.map((version) => ({ ...version, platform })),
    ...(bundleId !== undefined && { requiredIds: { [platform]: bundleId } }),
  };
}
