import type { Authentication, DistributionProfile, Platform } from '../../../api/distribution/profiles';

/** What a profile must have to be shown. Kinds that nothing is chosen of do not count. */
export interface ProfileFilter {
  /** Part of the name, or the whole id; case does not count. */
  readonly text: string;
  /** `none`: no version yet. */
  readonly platforms: readonly (Platform | 'none')[];
  readonly authentications: readonly Authentication[];
  readonly groups: readonly ('some' | 'none')[];
}

export const noFilter: ProfileFilter = { text: '', platforms: [], authentications: [], groups: [] };

export function isFiltering({ text, platforms, authentications, groups }: ProfileFilter): boolean {
  return text !== '' || platforms.length + authentications.length + groups.length > 0;
}

/** The profiles that pass, in their order. */
export function filterProfiles(
  profiles: readonly DistributionProfile[],
  filter: ProfileFilter,
): readonly DistributionProfile[] {
  return isFiltering(filter) ? profiles.filter((profile) => passes(profile, filter)) : profiles;
}

function passes(profile: DistributionProfile, filter: ProfileFilter): boolean {
  const { versions, authentication, testingGroupIds } = profile;
  const { text, platforms, authentications, groups } = filter;
  const wanted = text.toLowerCase();
  return (
    (wanted === '' || profile.name.toLowerCase().includes(wanted) || profile.id.toLowerCase() === wanted) &&
    (platforms.length === 0 || platforms.some((platform) => hasPlatform(versions, platform))) &&
    (authentications.length === 0 || authentications.some((wantedKind) => wantedKind === authentication)) &&
    (groups.length === 0 || groups.includes(testingGroupIds.length > 0 ? 'some' : 'none'))
  );
}

function hasPlatform(versions: DistributionProfile['versions'], platform: Platform | 'none'): boolean {
  return platform === 'none' ? !versions.ios && !versions.android : Boolean(versions[platform]);
}
