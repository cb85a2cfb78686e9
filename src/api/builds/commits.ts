import { getList, readList, type ApiClient } from '../client';
import { JsonObject } from '../decode';
import { Failure } from '../failure';
import { decodeBuild, newestFirst, subjectOf } from './build';
import type { CommitField } from './fields';
import type { Build, Commit } from './model';
import { commitPath } from './paths';

/** Where a list of commits or builds is: a branch of a profile. */
export interface BranchPlace {
  profileId: string;
  branchId: string;
}

/**
 * The commits of a branch that Appcircle keeps, 100 at most (api/README 11.1), newest first, which is the order of the
 * server: dates of commits need not follow it. `GET build/v2/commits?branchId=` (api/README 2.3, A).
 */
export async function listCommits(
  client: ApiClient,
  { branchId }: BranchPlace,
  signal?: AbortSignal,
): Promise<Commit[]> {
  return getList(
    client,
    { path: '/build/v2/commits', query: { branchId }, ...(signal && { signal }) },
    decodeCommit,
  );
}

/** One commit with its builds, newest first. `GET build/v2/commits/{id}` (api/README 2.3, A). */
export async function getCommit(
  client: ApiClient,
  commitId: string,
  signal?: AbortSignal,
): Promise<{ commit: Commit; builds: Build[] }> {
  const path = commitPath(commitId);
  const row = JsonObject.of<CommitField>(await client.get({ path, ...(signal && { signal }) }));
  const commit = row && decodeCommit(row);
  if (!commit) {
    throw new Failure('unreadableAnswer', { host: client.host });
  }
  const told = readList(client, path, row.raw['builds'], decodeBuild);
  const builds = told.map((build) => ({ ...build, ...whatCommitTells(commit, build) }));
  return { commit, builds: builds.sort(newestFirst) };
}

/** A commit from a row; undefined when it has no id. */
export function decodeCommit(row: JsonObject<CommitField>): Commit | undefined {
  const id = row.text('id');
  const message = row.text('message') ?? '';
  return id === undefined
    ? undefined
    : {
        id,
        hash: row.text('hash') ?? '',
        subject: subjectOf(message),
        message,
        author: row.text('author'),
        committedAt: row.date('commitDate'),
      };
}

/** A build of this commit, completed by it. */
function whatCommitTells(
  commit: Commit,
  build: Build,
): Pick<Build, 'commitId' | 'hash' | 'subject' | 'author'> {
  return {
    commitId: build.commitId ?? commit.id,
    hash: build.hash ?? (commit.hash || undefined),
    subject: build.subject ?? (commit.subject || undefined),
    author: build.author ?? commit.author,
  };
}
