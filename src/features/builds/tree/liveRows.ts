import type { Branch, Build, BuildProfile, UnderWayItem } from '../../../api/builds/model';
import { isOver } from '../../../api/builds/buildStatus';
import type { LiveBuilds } from '../rooms';

/** A build as it is now. */
export interface BuildRow {
  readonly build: Build;
  /** Where it was seen under way. */
  readonly queueItemId?: string | undefined;
}

/** What waits or runs of a branch. */
export function itemsOfBranch(
  { underWay }: Pick<LiveBuilds, 'underWay'>,
  profile: Pick<BuildProfile, 'id'>,
  branch: Pick<Branch, 'name'>,
): UnderWayItem[] {
  return underWay.filter(
    ({ kind, profileId, branchName }) =>
      kind === 'build' && profileId === profile.id && branchName === branch.name,
  );
}

/**
 * The builds of a branch as they are now: what a list said before is overtaken by what was learned since, and what it
 * does not know yet comes first (R47). Newest first, as `builds` are.
 */
export function withLive(
  builds: readonly Build[],
  items: readonly UnderWayItem[],
  live: Pick<LiveBuilds, 'stateOf'>,
): BuildRow[] {
  const left = new Set(items);
  const rows = builds.map((build): BuildRow => {
    const item = [...left].find((one) => isSame(one, build, live));
    if (item) {
      left.delete(item);
    }
    const state = live.stateOf(build.id) ?? (item && live.stateOf(item.id));
    const status = isOver(build.status) ? build.status : (state?.status ?? item?.status ?? build.status);
    return {
      build: status === build.status ? build : { ...build, status },
      ...((state ?? item) && { queueItemId: state?.queueItemId ?? item?.id }),
    };
  });
  return [...[...left].map((item) => rowOfItem(item, live)), ...rows];
}

/** Ids of the queue and of the build are the same as far as is known; where they differ, the commit tells. */
function isSame(item: UnderWayItem, build: Build, live: Pick<LiveBuilds, 'stateOf'>): boolean {
  const buildId = live.stateOf(item.id)?.buildId;
  return (
    build.id === item.id ||
    build.id === buildId ||
    (buildId === undefined &&
      !isOver(build.status) &&
      build.commitId !== undefined &&
      build.commitId === item.commitId)
  );
}

/** The build of an item that no list has yet. */
export function rowOfItem(item: UnderWayItem, live: Pick<LiveBuilds, 'stateOf'>): BuildRow {
  const { id, commitId, hash, status, queuedAt } = item;
  const state = live.stateOf(id);
  const { commit } = state ?? {};
  return {
    queueItemId: id,
    build: {
      id: state?.buildId ?? id,
      commitId: commitId ?? commit?.id,
      hash: hash ?? commit?.hash,
      status,
      startedAt: queuedAt,
      endedAt: undefined,
      duration: undefined,
      workflowName: state?.workflowName,
      subject: commit?.subject,
      author: commit?.author,
      raw: {},
    },
  };
}
