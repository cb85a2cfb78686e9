import { isOver } from '../../../api/builds/buildStatus';
import type { BranchPlace } from '../../../api/builds/commits';
import type { Build, Commit } from '../../../api/builds/model';
import type { BuildNode } from '../buildNodes';

/** More are no notes. */
const MAX_COMMITS = 10;

/** What is known of a branch, each newest first. */
export interface BranchHistory {
  commits: (place: BranchPlace) => Promise<readonly Commit[]>;
  builds: (place: BranchPlace) => readonly Build[] | undefined;
}

/**
 * Release notes for a build, `- subject` a line: what its commits say, from its own back to that of the build before it
 * that succeeded, at most ten. Its own one alone where the others cannot be had; undefined where not even that is known.
 */
export async function proposedNotes(
  { profile, branch, build }: BuildNode,
  { commits, builds }: BranchHistory,
): Promise<string | undefined> {
  const own = build.subject === undefined ? [] : [build.subject];
  const place = { profileId: profile.id, branchId: branch.id };
  // A build that was started here is of a branch of which not more than its name may be known.
  const all = branch.id === '' ? [] : await commits(place).catch(() => []);
  const first = all.findIndex(({ id }) => id === build.commitId);
  const delivered = new Set(deliveredBefore(build, builds(place) ?? []));
  const since = first < 0 ? [] : all.slice(first);
  const end = since.findIndex(({ id }, at) => at > 0 && delivered.has(id));
  const subjects = since
    .slice(0, Math.min(MAX_COMMITS, end < 0 ? MAX_COMMITS : end))
    .map(({ subject }) => subject);
  const told = (subjects.length > 0 ? subjects : own).filter((subject) => subject.trim() !== '');
  return told.length === 0 ? undefined : told.map((subject) => `- ${subject}`).join('\n');
}

/** Ids of the commits that were built before, and built well. */
function deliveredBefore(build: Build, all: readonly Build[]): string[] {
  const at = all.findIndex(({ id }) => id === build.id);
  return all
    .slice(at + 1)
    .filter(({ status }) => isOver(status) && status.startsWith('succeeded'))
    .map(({ commitId }) => commitId)
    .filter((id) => id !== undefined);
}
