import { Uri } from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import { buildKey, readAddress } from '../../../ui/documents/logAddress';
import type { BuildNode } from '../buildNodes';
import type { BuildLists } from '../tree/buildLists';
import type { BuildWatch } from '../watch/buildWatch';
import { nodeOfState } from '../watch/nodeOfState';

/** What it is found by. */
export interface BuildOfLogDeps {
  readonly sessions: Pick<SessionStore, 'account'>;
  readonly watch: Pick<BuildWatch, 'stateOf'>;
  readonly lists: Pick<BuildLists, 'profiles' | 'branches' | 'builds'>;
}

/**
 * The build whose log a document is, as the row that commands are run on; undefined for anything else, and where the
 * active account has no such build. Fails as a request does.
 */
export async function buildOfLog(
  argument: unknown,
  { sessions, watch, lists }: BuildOfLogDeps,
): Promise<BuildNode | undefined> {
  const address = argument instanceof Uri ? readAddress(argument) : undefined;
  if (!address || address.accountId !== sessions.account?.id) {
    return undefined;
  }
  const state = watch.stateOf(buildKey(address));
  if (state) {
    return nodeOfState(state);
  }
  const { profileId, branchId, buildId, queueItemId } = address;
  const profile = (await lists.profiles.rows()).find(({ id }) => id === profileId);
  const branches = profile ? await lists.branches.rowsOf(profileId) : [];
  const branch = branches.find(({ id }) => id === branchId);
  const builds = branch ? await lists.builds.rowsOf({ profileId, branchId: branch.id }) : [];
  const build = builds.find(({ id }) => id === (buildId ?? queueItemId));
  return profile && branch && build
    ? { kind: 'build', id: `log/${build.id}`, profile, branch, build, queueItemId }
    : undefined;
}
