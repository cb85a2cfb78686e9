import { getList, type ApiClient } from '../client';
import { decodeBuild, newestFirst } from './build';
import { decodeBuildStatus, isOver, type BuildStatus } from './buildStatus';
import { getCommit, listCommits, type BranchPlace } from './commits';
import type { Build, Commit } from './model';
import { buildPath } from './paths';

/** So many commits are asked for their builds at once, and so many at most for one list. */
const COMMITS_AT_ONCE = 4;
const MAX_COMMITS = 40;

/** Whose builds are listed. */
export interface BuildsPlace extends BranchPlace {
  /** Builds by id that were told before: of those that are over, nothing is asked again. */
  known?: ReadonlyMap<string, Build>;
}

/**
 * The builds of a branch, newest first. `GET build/v1/builds?branchId=&profileId=` (api/README 2.3, 11.6, A), of whose
 * rows no more than `id` and `startDate` is proven. What a row leaves out is looked for in its commit: only where a row
 * has no commit or no status, commit after commit from the newest on, 40 at most. A row that stays without is given as
 * it is.
 */
export async function listBuilds(
  client: ApiClient,
  { profileId, branchId, known }: BuildsPlace,
  signal?: AbortSignal,
): Promise<Build[]> {
  const query = { branchId, profileId };
  const path = '/build/v1/builds';
  const rows = await getList(client, { path, query, ...(signal && { signal }) }, decodeBuild);
  const found = new Map<string, Build>();
  const missing = new Set<string>();
  for (const row of rows) {
    const before = known?.get(row.id);
    if (before && isComplete(before) && isOver(before.status)) {
      found.set(row.id, before);
    } else if (!isComplete(row)) {
      missing.add(row.id);
    }
  }
  if (missing.size > 0) {
    const commits = await listCommits(client, { profileId, branchId }, signal);
    for await (const build of buildsOf(client, commits, signal)) {
      found.set(build.id, build);
      missing.delete(build.id);
      if (missing.size === 0) {
        break;
      }
    }
  }
  return rows.map((row) => found.get(row.id) ?? row).sort(newestFirst);
}

/**
 * How a build is. `GET build/v2/commits/{c}/builds/{b}/status` (api/README 2.3): a number, or an object with one;
 * `unknown` for anything else.
 */
export async function getBuildStatus(
  client: ApiClient,
  commitId: string,
  buildId: string,
  signal?: AbortSignal,
): Promise<BuildStatus> {
  const path = `${buildPath(commitId, buildId, 'v2')}/status`;
  return decodeBuildStatus(await client.get({ path, ...(signal && { signal }) }));
}

function isComplete({ commitId, status }: Build): boolean {
  return commitId !== undefined && status !== 'unknown';
}

async function* buildsOf(
  client: ApiClient,
  commits: readonly Commit[],
  signal: AbortSignal | undefined,
): AsyncGenerator<Build> {
  for (let at = 0; at < Math.min(commits.length, MAX_COMMITS); at += COMMITS_AT_ONCE) {
    const some = commits.slice(at, at + COMMITS_AT_ONCE);
    const answers = await Promise.all(some.map(({ id }) => getCommit(client, id, signal)));
    yield* answers.flatMap(({ builds }) => builds);
  }
}
