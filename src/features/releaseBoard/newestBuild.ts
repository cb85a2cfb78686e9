import { listBranches } from '../../api/builds/branches';
import { listBuilds } from '../../api/builds/builds';
import { listBuildProfiles } from '../../api/builds/profiles';
import type { ApiClient } from '../../api/client';
import type { BoardBuild, Column } from './board';

/** The newest build of a build profile: of the branch that was built last. Fails as a request does. */
export async function newestBuildOf(
  client: ApiClient,
  profileId: string,
  signal: AbortSignal,
): Promise<Column<BoardBuild>> {
  const profile = (await listBuildProfiles(client, signal)).find(({ id }) => id === profileId);
  if (!profile) {
    return { kind: 'none', unseen: 0 };
  }
  const [branch] = await listBranches(client, profileId, signal);
  const [build] =
    branch?.lastBuildAt === undefined
      ? []
      : await listBuilds(client, { profileId, branchId: branch.id }, signal);
  return { kind: 'found', found: { profile, newest: branch && build && { branch, build } }, unseen: 0 };
}
