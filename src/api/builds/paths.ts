import { segment } from '../paths';

/** A build profile. v1 and v2 are mixed by design (api/README 0.9). */
export function buildProfilePath(profileId: string, version: 'v1' | 'v2'): string {
  return `/build/${version}/profiles/${segment(profileId)}`;
}

/** A commit, by Appcircle's own id of it. */
export function commitPath(commitId: string, version: 'v1' | 'v2' | 'v3' = 'v2'): string {
  return `/build/${version}/commits/${segment(commitId)}`;
}

/** A build of a commit. */
export function buildPath(commitId: string, buildId: string, version: 'v1' | 'v2' = 'v1'): string {
  return `${commitPath(commitId, version)}/builds/${segment(buildId)}`;
}

/** What waits or runs. */
export function queueItemPath(queueItemId: string, version: 'v1' | 'v3' = 'v1'): string {
  return `/build/${version}/queue/${segment(queueItemId)}`;
}
