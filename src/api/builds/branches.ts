import { compareNames } from '../../support/names';
import { readList, type ApiClient } from '../client';
import { JsonObject } from '../decode';
import { Failure } from '../failure';
import { decodeBuildStatus } from './buildStatus';
import type { BranchField } from './fields';
import type { Branch } from './model';
import { buildProfilePath } from './paths';

/**
 * The branches of a profile, those with the newest builds first, those without a build last. `GET
 * build/v1/profiles/{id}` (api/README 2.3, A). Fails with `unreadableAnswer` for what is no profile.
 */
export async function listBranches(
  client: ApiClient,
  profileId: string,
  signal?: AbortSignal,
): Promise<Branch[]> {
  const path = buildProfilePath(profileId, 'v1');
  const answer = await client.get({ path, ...(signal && { signal }) });
  const row = JsonObject.of<'branches' | 'data'>(answer);
  const profile = row?.object<'branches'>('data') ?? row;
  if (!profile) {
    throw new Failure('unreadableAnswer', { host: client.host });
  }
  const branches = readList(client, path, profile.raw['branches'], decodeBranch);
  return branches.sort((a, b) => (b.lastBuildAt ?? 0) - (a.lastBuildAt ?? 0) || compareNames(a.name, b.name));
}

/** A branch from a row; undefined when it has no id. */
export function decodeBranch(row: JsonObject<BranchField>): Branch | undefined {
  const id = row.text('id');
  const status = row.raw['buildStatus'] ?? undefined;
  return id === undefined
    ? undefined
    : {
        id,
        name: row.text('name') ?? id,
        lastBuildAt: row.date('lastBuildDate'),
        status: status === undefined ? undefined : decodeBuildStatus(status),
      };
}
