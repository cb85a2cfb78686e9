import { foldOnce, foldText } from '../../../support/foldText';
import type { Authentication, DistributionProfile, Platform } from '../../../api/distribution/profiles';

/** What a profile must have to be shown. Kinds that nothing is chosen of do not count. */
export interface ProfileFilter {
  /** Part of the name, or the whole id; both are folded. */
  readonly text: string;
  /** `none`: no version yet. */
  readonly platforms: readonly (Platform | 'none')[];
  readonly authentications: readonly Authentication[];
  readonly groups: readonly ('some' | 'none')[];
}

const foldedName = foldOnce(({ name }: DistributionProfile) => name);

export const noFilter: ProfileFilter = { text: '', platforms: [], authentications: [], groups: [] };

export function isFiltering({ text, platforms, authentications, groups }: ProfileFilter): boolean {
  return text !== '' || platforms.length + authentications.length + groups.length > 0;
}

/** The profiles that pass, in their order. */
export function filterProfiles(
  profiles: readonly DistributionProfile[],
  filter: ProfileFilter,
): readonly DistributionProfile[] {
  const wanted = foldText(filter.text);
  return isFiltering(filter) ? profiles.filter((profile) => passes(profile, filter, wanted)) : profiles;
}

function passes(profile: DistributionProfile, filter: ProfileFilter, wanted: string): boolean {
  const { versions, authentication, testingGroupIds } = profile;
  const { platforms, authentications, groups } = filter;
  return (
    (wanted === '' || foldedName(profile).includes(wanted) || foldText(profile.id) === wanted) &&
    (platforms.length === 0 || platforms.some((platform) => hasPlatform(versions, platform))) &&
    (authentications.length === 0 || authentications.some((wantedKind) => wantedKind === authentication)) &&
    (groups.length === 0 || groups.includes(testingGroupIds.length > 0 ? 'some' : 'none'))
  );
}

function hasPlatform(versions: DistributionProfile['versions'], platform: Platform | 'none'): boolean {
  return platform === 'none' ? !versions.ios && !versions.android : Boolean(versions[platform]);
}
