import type { ApiClient } from '../../api/client';
import { listVersions } from '../../api/distribution/appVersions';
import { listPublishProfiles } from '../../api/publish/profiles';
import { listPublishVersions } from '../../api/publish/versions';
import { listStoreVersions } from '../../api/store/storeVersions';
import { appsOf, type BoardApp } from './boardApp';
import type { BoardSource } from './boardSource';
import { findInDistribution } from './loadBoard';

/**
 * The apps that a profile has, by its versions, newest first; a build profile by those of distribution that name it. None
 * where no version tells an id. Fails as a request does.
 */
export async function appsOfSource(
  client: ApiClient,
  source: BoardSource,
  signal: AbortSignal,
): Promise<BoardApp[]> {
  const { kind, id, name } = source;
  switch (kind) {
    case 'build': {
      const { match } = await findInDistribution(
        client,
        ({ origin }) => origin.buildProfileId === id,
        signal,
      );
      return appsOf(name, match?.versions ?? []);
    }
    case 'distribution':
      return appsOf(name, await listVersions(client, id, signal));
    case 'publish':
      return publishApps(client, source, signal);
    case 'store':
      return appsOf(name, await listStoreVersions(client, id, signal));
  }
}

/** The list of publish profiles tells the id that versions must have; where it does not, they tell. */
async function publishApps(
  client: ApiClient,
  { id: profileId, name, platform = 'ios' }: BoardSource,
  signal: AbortSignal,
): Promise<BoardApp[]> {
  const profiles = await listPublishProfiles(client, platform, signal);
  const bundleId = profiles.find(({ id }) => id === profileId)?.bundleId;
  if (bundleId !== undefined) {
    return [{ id: bundleId, platform, name }];
  }
  const versions = await listPublishVersions(client, { platform, profileId }, signal);
  return appsOf(
    name,
    versions.map((version) => ({ bundleId: version.bundleId, platform })),
  );
}
