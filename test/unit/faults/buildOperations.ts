import { downloadArtifacts } from '../../../src/api/builds/artifacts';
import { listBranches } from '../../../src/api/builds/branches';
import { getQueueLog } from '../../../src/api/builds/buildLog';
import { listBuilds } from '../../../src/api/builds/builds';
import { cancelBuild } from '../../../src/api/builds/cancelBuild';
import { listBuildProfiles } from '../../../src/api/builds/profiles';
import { getQueueItem, listUnderWay } from '../../../src/api/builds/queue';
import { startBuild } from '../../../src/api/builds/startBuild';
import type { Build, Commit } from '../../sandbox/data/builds';
import { FakeSink } from '../api/transport/fakeSink';
import type { FaultFixture } from './faultFixture';
import { api, list, type Operation } from './operation';

/** The newest commit of the first branch, and its place. */
function newestOf({ sandbox }: FaultFixture): { commit: Commit; profileId: string; branchId: string } {
  const [commit] = [...sandbox.builds().commits.values()][0] ?? [];
  if (!commit) throw new Error('no commit');
  return { commit, profileId: commit.profileId ?? '', branchId: commit.branchId ?? '' };
}

/** A build that was there before and succeeded, with its commit. */
function builtOf({ sandbox }: FaultFixture): Build & { commitId: string } {
  const builds = [...sandbox.builds().commits.values()].flat().flatMap((commit) => commit.builds ?? []);
  const build = builds.find(({ status }) => status === 0);
  if (!build) throw new Error('no build');
  return { ...build, commitId: build.commitId ?? '' };
}

/** A build that waits. */
async function begin(fixture: FaultFixture): Promise<void> {
  const { commit } = newestOf(fixture);
  fixture.queueItemId = (await startBuild(fixture.client, { commitId: commit.id })).queueItemId;
}

export const buildOperations: readonly Operation[] = [
  list('List build profiles', '/build/v2/profiles', listBuildProfiles),
  list('List branches', '/build/v1/profiles/*', (client, signal, fixture) =>
    listBranches(client, newestOf(fixture).profileId, signal),
  ),
  list('List builds', '/build/v1/builds', (client, signal, fixture) =>
    listBuilds(client, newestOf(fixture), signal),
  ),
  api('read', 'What is under way', 'GET', '/build/v1/queue/my-dashboard', ({ client }) =>
    listUnderWay(client),
  ),
  api(
    'read',
    'Place in the queue',
    'GET',
    '/build/v1/queue/*',
    ({ client, queueItemId }) => getQueueItem(client, queueItemId),
    begin,
  ),
  api('write', 'Start Build', 'POST', '/build/v2/commits/*', (fixture) =>
    startBuild(fixture.client, { commitId: newestOf(fixture).commit.id }),
  ),
  api(
    'cancel',
    'Cancel Build',
    'POST',
    '/build/v3/queue/*/cancel',
    ({ client, queueItemId }) => cancelBuild(client, queueItemId),
    begin,
  ),
  api('log', 'Log of a build', 'GET', '/build/v1/queue/logs/*', (fixture) =>
    getQueueLog(fixture.client, builtOf(fixture).id),
  ),
  api('artifacts', 'Artifacts of a build', 'GET', '/build/v1/commits/*/builds/*', (fixture) => {
    const { commitId, id: buildId } = builtOf(fixture);
    return downloadArtifacts(fixture.client, {
      commitId,
      buildId,
      open: () => Promise.resolve(new FakeSink()),
    });
  }),
];
