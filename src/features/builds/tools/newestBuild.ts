import { listBranches } from '../../../api/builds/branches';
import type { Branch, Build, UnderWayItem } from '../../../api/builds/model';
import { toFailure, type Failure } from '../../../api/failure';
import { abortable } from '../../../support/time';
import type { ToolCall } from '../../../ui/tools/tool';
import type { BuildsRoomDeps } from '../deps';
import { itemsOfBranch, withLive } from '../tree/liveRows';
import type { BranchTarget } from './branchTargets';

/** What builds are looked for with. */
export interface NewestBuildDeps {
  readonly lists: Pick<BuildsRoomDeps['lists'], 'askForBuilds'>;
  readonly watch: Pick<BuildsRoomDeps['watch'], 'underWay' | 'stateOf' | 'refresh'>;
}

/** A branch as the server has it now. */
export interface BranchNow {
  readonly target: BranchTarget;
  /** All branches of its profile. */
  readonly branches: readonly Branch[];
  /** Undefined where the server has none of that name. */
  readonly branch: Branch | undefined;
  /** What waits or runs of it. */
  readonly item: UnderWayItem | undefined;
}

/** The newest build of a branch. */
export interface NewestBuild {
  readonly build: Build;
  readonly queueItemId: string | undefined;
  readonly item: UnderWayItem | undefined;
}

/** Branches as they are now, the one first of which something waits or runs, then the one that was built last. */
export interface BranchesNow {
  readonly all: readonly BranchNow[];
  /** Why it is not known what waits and runs. */
  readonly failure: Failure | undefined;
}

/** Asks for the branches, and what waits and runs. Fails as a request does, and with the reason of the signal. */
export async function lookAtBranches(
  targets: readonly BranchTarget[],
  { watch }: NewestBuildDeps,
  { scope, signal }: ToolCall,
): Promise<BranchesNow> {
  const looking = abortable(watch.refresh(), signal).then(
    () => undefined,
    (error: unknown) => toFailure(error),
  );
  const asked = targets.map(async (target) => ({
    target,
    branches: await listBranches(scope.client, target.profile.id, signal),
  }));
  const [failure, ...found] = await Promise.all([looking, ...asked]);
  signal.throwIfAborted();
  const all = found.map(({ target, branches }): BranchNow => {
    const { profile, branchName: name } = target;
    const branch = branches.find((one) => one.name === name);
    return { target, branches, branch, item: itemsOfBranch(watch, profile, { name })[0] };
  });
  return { all: all.sort((a, b) => newness(b) - newness(a)), failure };
}

/** Asks for the builds of a branch; undefined where it was never built. Fails as a request does. */
export async function askForNewestBuild(
  { target, branch, item }: BranchNow,
  { lists, watch }: NewestBuildDeps,
  { scope, signal }: ToolCall,
): Promise<NewestBuild | undefined> {
  const { profile } = target;
  const builds = branch
    ? await lists.askForBuilds(scope.client, { profileId: profile.id, branchId: branch.id }, signal)
    : [];
  const [newest] = withLive(builds, item ? [item] : [], watch);
  return newest && { build: newest.build, queueItemId: newest.queueItemId, item };
}

function newness({ branch, item }: BranchNow): number {
  return item ? Number.MAX_SAFE_INTEGER : (branch?.lastBuildAt ?? -1);
}
