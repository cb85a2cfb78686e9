import { listBuildProfiles } from '../../../api/builds/profiles';
import type { ApiClient } from '../../../api/client';
import { listProfiles, type DistributionProfile } from '../../../api/distribution/profiles';
import { publishPlatforms, type PublishPlatform } from '../../../api/publish/model';
import { listPublishProfiles } from '../../../api/publish/profiles';
import { listStoreProfiles } from '../../../api/store/storeProfiles';

/** Modules that have profiles. */
export type ProfileModule = 'distribution' | 'build' | 'publish' | 'store';

/** A profile as a model sees it. Texts are untrusted. */
export interface FoundProfile {
  module: ProfileModule;
  id: string;
  name: string;
  platform?: 'ios' | 'android' | 'both' | undefined;
  /** Bundle id or package name. */
  appId?: string | undefined;
  version?: string | undefined;
  /** Of its newest build, version or publication, in milliseconds since 1970. */
  lastAt?: number | undefined;
}

/** A list of profiles, by one request. */
export interface ProfileSource {
  module: ProfileModule;
  platform?: PublishPlatform;
  list: (client: ApiClient, signal: AbortSignal) => Promise<FoundProfile[]>;
}

/** Publish has a list for each platform, whose roles are apart. */
export const profileSources: readonly ProfileSource[] = [
  {
    module: 'distribution',
    list: async (client, signal) => (await listProfiles(client, signal)).map(ofDistribution),
  },
  {
    module: 'build',
    list: async (client, signal) =>
      (await listBuildProfiles(client, signal)).map(({ id, name, platform, lastBuildAt }) => ({
        module: 'build',
        id,
        name,
        platform,
        lastAt: lastBuildAt,
      })),
  },
  ...publishPlatforms.map((platform) => ofPublish(platform)),
  {
    module: 'store',
    list: async (client, signal) =>
      (await listStoreProfiles(client, signal)).map(({ id, name, version, receivedAt }) => ({
        module: 'store',
        id,
        name,
        version,
        lastAt: receivedAt,
      })),
  },
];

function ofDistribution({ id, name, versions, lastUploadedAt }: DistributionProfile): FoundProfile {
  const { ios, android } = versions;
  return {
    module: 'distribution',
    id,
    name,
    platform: platformOf(versions),
    version: [ios, android].filter((version) => version !== undefined).join(' / '),
    lastAt: lastUploadedAt,
  };
}

function platformOf({ ios, android }: DistributionProfile['versions']): FoundProfile['platform'] {
  if (ios !== undefined) {
    return android === undefined ? 'ios' : 'both';
  }
  return android === undefined ? undefined : 'android';
}

function ofPublish(platform: PublishPlatform): ProfileSource {
  return {
    module: 'publish',
    platform,
    list: async (client, signal) =>
      (await listPublishProfiles(client, platform, signal)).map(
        ({ id, name, bundleId, lastVersion, updatedAt }) => ({
          module: 'publish',
          id,
          name,
          platform,
          appId: bundleId,
          version: lastVersion,
          lastAt: updatedAt,
        }),
      ),
  };
}
