import type { ApiClient } from '../../../api/client';
import type { JsonObject } from '../../../api/decode';
import type { AppVersion } from '../../../api/distribution/appVersion';
import { getProfileWithVersions } from '../../../api/distribution/appVersions';
import { looksLikeId, profilesCalled } from '../../../api/distribution/namedVersion';
import { decodeProfile, listProfiles, type DistributionProfile } from '../../../api/distribution/profiles';

/** The profile that was meant, as the server has it now, and its versions, the newest first. */
export interface ProfileWithVersions {
  readonly profile: DistributionProfile;
  readonly versions: readonly AppVersion[];
  /** The row with its settings. */
  readonly row: JsonObject | undefined;
}

/** Those that may have been meant: none, or several. */
export interface ProfileCandidates {
  readonly candidates: readonly DistributionProfile[];
}

/** Finds a profile by its id, with one request, or by its name, with two. Fails as they do. */
export async function findProfile(
  client: ApiClient,
  wanted: string,
  signal: AbortSignal,
): Promise<ProfileWithVersions | ProfileCandidates> {
  if (looksLikeId(wanted)) {
    const { profile: row, versions } = await getProfileWithVersions(client, wanted.trim(), signal);
    const profile = row && decodeProfile(row);
    return profile ? { profile, versions, row } : { candidates: [] };
  }
  const candidates = profilesCalled(await listProfiles(client, signal), wanted);
  const [only, another] = candidates;
  if (!only || another) {
    return { candidates };
  }
  const { profile: row, versions } = await getProfileWithVersions(client, only.id, signal);
  const profile = row && decodeProfile(row);
  // Who is notified stands in the list where it does not in the profile.
  return { profile: profile?.raw['testingGroupIds'] === undefined ? only : profile, versions, row };
}
