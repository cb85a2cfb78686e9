/** Build profiles and what belongs to them, each reachable from the one before. */
import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { assertNamed, Client, type Row } from './client';

const profilesPath = '/build/v2/profiles';

describe('sandbox: build', () => {
  let sandbox: Sandbox;
  let client: Client;
  let token: string;
  beforeEach(async () => {
    sandbox = await startSandbox({ profiles: 0 });
    client = new Client(sandbox);
    token = await client.token();
  });
  afterEach(() => sandbox.close());

  const get = async (path: string, template: string): Promise<Row> =>
    (await client.get(path, token, template)).json();
  const rows = async (path: string, template: string): Promise<Row[]> =>
    (await client.get(path, token, template)).rows();
  const firstProfile = async (): Promise<string> =>
    String((await rows(profilesPath, profilesPath))[0]?.['id']);

  it('leads from profiles to branches, commits and builds, as described', async () => {
    const profiles = await rows(profilesPath, profilesPath);
    assertNamed('BuildProfile', profiles);
    const names = profiles.map(({ name }) => name);
    assert.ok(new Set(names).size < names.length, 'a name is there twice');
    let builds = 0;
    for (const { id } of profiles.slice(0, 3)) {
      const profile = await get(`/build/v1/profiles/${String(id)}`, '/build/v1/profiles/{profileId}');
      assertNamed('Branch', profile['branches'] as Row[]);
      for (const branch of profile['branches'] as Row[]) {
        const query = `?branchId=${String(branch['id'])}`;
        const commits = await rows(`/build/v2/commits${query}`, '/build/v2/commits');
        assertNamed('Commit', commits);
        const dates = commits.map(({ commitDate }) => String(commitDate));
        assert.deepEqual(dates, [...dates].sort().reverse());
        assert.ok(commits.every(({ branchId }) => branchId === branch['id']));
        const { builds: own, ...commit } = await get(
          `/build/v2/commits/${String(commits[0]!['id'])}`,
          '/build/v2/commits/{commitId}',
        );
        assert.deepEqual(commit, commits[0]);
        assertNamed('Build', own as Row[]);
        builds += (own as Row[]).length;
      }
    }
    assert.ok(builds > 0);
  });

  it('has workflows with a document each, and configurations that are wrapped', async () => {
    const id = await firstProfile();
    const workflows = await rows(`${profilesPath}/${id}/workflows`, `${profilesPath}/{profileId}/workflows`);
    assertNamed('Workflow', workflows);
    const workflow = await get(
      `${profilesPath}/${id}/workflows/${String(workflows[0]!['id'])}`,
      `${profilesPath}/{profileId}/workflows/{workflowId}`,
    );
    assert.match(String(workflow['workflowDocument']), /^steps:/);
    const configurations = await rows(
      `${profilesPath}/${id}/configurations`,
      `${profilesPath}/{profileId}/configurations`,
    );
    assertNamed('ConfigurationEntry', configurations);
    assertNamed(
      'ConfigurationName',
      configurations.map(({ item1 }) => item1 as Row),
    );
  });

  it('serves one profile under three versions of its path', async () => {
    const id = await firstProfile();
    const profile = await get(`/build/v1/profiles/${id}`, '/build/v1/profiles/{profileId}');
    for (const version of ['v2', 'v3']) {
      assert.deepEqual(
        await get(`/build/${version}/profiles/${id}`, '/build/v3/profiles/{profileId}'),
        profile,
      );
    }
  });

  it('tells of a profile and a branch when and how they were built last, and what was never built', async () => {
    const id = await firstProfile();
    const profile = await get(`/build/v1/profiles/${id}`, '/build/v1/profiles/{profileId}');
    const branches = profile['branches'] as Row[];
    const dates: string[] = [];
    for (const branch of branches) {
      const query = `?branchId=${String(branch['id'])}&profileId=${id}`;
      const builds = await rows(`/build/v1/builds${query}`, '/build/v1/builds');
      assertNamed('Build', builds);
      const [newest] = builds.sort((a, b) => String(b['startDate']).localeCompare(String(a['startDate'])));
      assert.deepEqual(
        [branch['lastBuildDate'], branch['buildStatus']],
        [newest?.['startDate'] ?? null, newest?.['status'] ?? null],
      );
      dates.push(newest === undefined ? '' : String(newest['startDate']));
    }
    assert.equal(profile['lastBuildDate'], dates.sort().at(-1));
    assert.equal(dates.filter((date) => date === '').length, 1);
    sandbox.setMode({ buildRows: 'bare' });
    const query = `?branchId=${String(branches[0]!['id'])}&profileId=${id}`;
    const [bare] = await rows(`/build/v1/builds${query}`, '/build/v1/builds');
    assert.deepEqual(Object.keys(bare!), ['id', 'startDate']);
  });

  it('has two profiles of one repository, and as many profiles and branches as are wanted', async () => {
    const repositories = (await rows(profilesPath, profilesPath)).map(({ repositoryName }) => repositoryName);
    assert.equal(repositories.filter((name) => name === 'harbor-labs/harbor-notes-ios').length, 2);
    assert.ok(repositories.includes(null));
    await sandbox.close();
    sandbox = await startSandbox({ profiles: 0, builds: { profiles: 20, branches: 5 }, names: 'friendly' });
    client = new Client(sandbox);
    token = await client.token();
    const profiles = await rows(profilesPath, profilesPath);
    assert.equal(profiles.length, 20);
    for (const { id } of [profiles[0]!, profiles[19]!]) {
      const profile = await get(`/build/v1/profiles/${String(id)}`, '/build/v1/profiles/{profileId}');
      assert.equal((profile['branches'] as Row[]).length, 5);
    }
    // Under friendly names what was built last was built not long ago.
    const age = sandbox.clock.now() - Date.parse(String(profiles[0]!['lastBuildDate']));
    assert.ok(age > 0 && age < 12 * 3_600_000, `${age} ms`);
    assert.doesNotMatch(JSON.stringify(profiles), /\$\(|rm -rf/);
  });

  it('pages and wraps profiles and commits, and keeps organizations apart', async () => {
    const all = await rows(profilesPath, profilesPath);
    assert.deepEqual(await rows(`${profilesPath}?Page=2&Size=2`, profilesPath), all.slice(2, 4));
    sandbox.setMode({ envelope: 'data' });
    assert.deepEqual((await get(profilesPath, profilesPath))['data'], all);
    sandbox.setMode({ envelope: 'none' });
    const foreign = await client.token(sandbox.account('northwind-owner'));
    const path = `/build/v1/profiles/${String(all[0]!['id'])}`;
    assert.equal((await client.get(path, foreign, '/build/v1/profiles/{profileId}')).status, 404);
    assert.equal((await client.get('/build/v2/commits', token)).status, 400);
  });

  it('tells its secrets, all of which stand in the profiles', async () => {
    const profiles = await rows(profilesPath, profilesPath);
    const { buildSecrets } = sandbox.secrets();
    assert.equal(buildSecrets.length, 2 * profiles.length);
    const text = JSON.stringify(profiles);
    assert.ok(buildSecrets.every((secret) => text.includes(secret)));
  });
});
