import type { BuildStatus } from '../../../api/builds/buildStatus';
import type { BuildProfile, UnderWayItem } from '../../../api/builds/model';
import type { BuildState } from '../watch/buildState';
import type { CheckedOutBranch } from './checkedOut';

/** How the newest build of a checked-out branch is. */
export interface BranchBuild {
  readonly profile: BuildProfile;
  readonly branchName: string;
  readonly status: BuildStatus;
  /** When it was queued, or when the branch was built last, in milliseconds since 1970. */
  readonly at: number | undefined;
  /** While it waits or runs. */
  readonly item?: UnderWayItem;
  /** Where its end was seen in this window. */
  readonly ended?: BuildState;
}

/** Tells a branch of a profile from any other. */
export function branchKey({ profile, name }: CheckedOutBranch): string {
  return JSON.stringify([profile.id, name]);
}

/** Whether they look the same to somebody. */
export function looksSame(before: readonly BranchBuild[], now: readonly BranchBuild[]): boolean {
  return JSON.stringify(before.map(shown)) === JSON.stringify(now.map(shown));
}

/** What of a build is shown. */
function shown({ profile, branchName, status, at, item, ended }: BranchBuild): unknown[] {
  return [profile.name, branchName, status, at, item, ended?.queueItemId];
}
