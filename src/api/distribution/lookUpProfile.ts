import type { AppDestination } from '../apps/checks/destination';
import type { components } from '../appcircle';
import type { ApiClient } from '../client';
import type { JsonObject, KnownField } from '../decode';
import type { AppVersion } from './appVersion';
import { getProfileWithVersions } from './appVersions';

type SettingsField = KnownField<components['schemas']['DistributionProfileSettings']>;

/** What is known of a profile as a place to send apps to. */
type KnownProfile = Omit<AppDestination, 'kind'> & { readonly testingGroupIds: readonly string[] };

/**
 * What is known of a profile for what speaks against sending an app there: its versions, and the ids that it requires
 * (settings `validateBundleId`, `validatePackageId`: api/README 3, B); and the groups that get every new version. One
 * request; fails as it does.
 */
export async function lookUpProfile(
  client: ApiClient,
  profileId: string,
  signal?: AbortSignal,
): Promise<KnownProfile> {
  const { profile, versions } = await getProfileWithVersions(client, profileId, signal);
  return destinationOf(profile, versions);
}

/** The same of a profile that was asked for already. */
export function destinationOf(
  profile: JsonObject | undefined,
  versions: readonly AppVersion[],
): KnownProfile {
  const settings = profile?.object<SettingsField>('settings');
  return {
    versions,
    requiredIds: settings ? requiredIdsIn(settings) : {},
    testingGroupIds: profile?.texts('testingGroupIds') ?? [],
  };
}

function requiredIdsIn(settings: JsonObject<SettingsField>): NonNullable<AppDestination['requiredIds']> {
  const ios = settings.flag('validateBundleId') ? settings.text('validBundleId') : undefined;
  const android = settings.flag('validatePackageId') ? settings.text('validPackageId') : undefined;
  return { ...(ios !== undefined && { ios }), ...(android !== undefined && { android }) };
}
