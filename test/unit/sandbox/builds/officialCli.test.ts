/**
 * The requests that Appcircle's own command line, 2.7.3, makes for `build start --download-logs --download-artifacts`,
 * `build active-list`, `build list` and `build download-log`, sent again. What it reads of an answer is checked.
 */
import { strict as assert } from 'node:assert';
import type { Row } from '../client';
import { OfficialCli, tokenOf, type CliResponse } from '../officialCli';
import { BuildsFixture } from './buildsFixture';

const zero = '00000000-0000-0000-0000-000000000000';

describe("sandbox: builds, by Appcircle's command line 2.7.3", () => {
  let fixture: BuildsFixture;
  let cli: OfficialCli;
  let token: string;
  before(async () => {
    fixture = await BuildsFixture.start({ buildWaitSeconds: 3, buildRunSeconds: 12, buildEnd: 'success' });
    cli = new OfficialCli(fixture.sandbox);
    token = tokenOf(await cli.pat(fixture.sandbox.personalAccessKey));
  });
  after(() => fixture.sandbox.close());

  const good = ({ status, body }: CliResponse): string => {
    assert.equal(status, 200, body);
    return body;
  };
  const rows = async (path: string) => JSON.parse(good(await cli.get(path, token))) as Row[];
  const row = async (path: string) => JSON.parse(good(await cli.get(path, token))) as Row;

  it('start: by names, then the queue every three seconds, then artifacts and log', async () => {
    // It takes names for ids, and matches them exactly.
    const profile = (await rows('build/v2/profiles')).find(({ name }) => name === 'Harbor Notes iOS');
    const profileId = String(profile?.['id']);
    const branches = (await row(`build/v1/profiles/${profileId}`))['branches'] as Row[];
    const branchId = String(branches.find(({ name }) => name === 'main')?.['id']);
    const workflows = await rows(`build/v2/profiles/${profileId}/workflows`);
    const workflowId = String(workflows.find(({ workflowName }) => workflowName === 'Nightly')?.['id']);
    const [configuration] = await rows(`build/v2/profiles/${profileId}/configurations`);
    const configurationId = String((configuration?.['item1'] as Row)['id']);
    const [commit] = await rows(`build/v2/commits?branchId=${branchId}`);
    const commitId = String(commit?.['id']);

    const started = JSON.parse(
      good(await cli.startBuild(commitId, { workflowId, configurationId }, token)),
    ) as Row;
    const seen: unknown[] = [];
    let buildId = zero;
    for (let polls = 0; polls < 6; polls++) {
      fixture.pass(3);
      const item = await row(`build/v1/queue/${String(started['queueItemId'])}`);
      seen.push(item['buildStatus']);
      buildId = String(item['buildId']);
    }
    assert.deepEqual(seen, [91, 91, 91, 91, 0, 0]);
    assert.notEqual(buildId, zero);

    // It asks for the newest build of the branch, and overwrites what the queue told.
    const builds = await rows(`build/v1/builds?branchId=${branchId}&profileId=${profileId}`);
    const newest = builds.sort(
      (a, b) => Date.parse(String(b['startDate'])) - Date.parse(String(a['startDate'])),
    );
    assert.equal(newest[0]?.['id'], buildId);
    assert.match(good(await cli.get(`build/v1/commits/${commitId}/builds/${buildId}`, token)), /^PK/);
    const log = good(await cli.buildLog(commitId, buildId, token));
    assert.match(log, /ARCHIVE SUCCEEDED/);
    assert.equal(good(await cli.get(`build/v1/queue/logs/${String(started['taskId'])}`, token)), log);
  });

  it('starts with what it was not given left empty', async () => {
    const response = await cli.startBuild(fixture.commitId, { workflowId: '', configurationId: '' }, token);
    assert.deepEqual(Object.keys(JSON.parse(good(response)) as Row), ['taskId', 'queueItemId']);
  });

  it('active-list and list: the columns of its tables', async () => {
    const { data } = (await row('build/v1/queue/my-dashboard?page=1&size=1000')) as unknown as {
      data: Row[];
    };
    assert.ok(data.length > 0);
    for (const item of data) {
      const read = ['id', 'commitId', 'commitHash', 'profileName', 'branchName', 'queueItemStatus'];
      assert.deepEqual(
        read.filter((name) => !(name in item)),
        [],
      );
    }
    // The first of a commit is what it takes for the newest.
    const { builds } = (await row(`build/v2/commits/${fixture.commitId}`)) as unknown as { builds: Row[] };
    const starts = builds.map(({ startDate }) => String(startDate));
    assert.deepEqual(starts, [...starts].sort().reverse());
    for (const build of builds) {
      assert.equal(typeof build['status'], 'number');
      assert.ok('hasWarning' in build && 'duration' in build && 'endDate' in build);
    }
  });
});
