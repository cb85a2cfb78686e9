/** Build profiles and what belongs to them, each reachable from the one before; the queue. */
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
  const firstCommit = async (): Promise<Row> => {
    const profile = await get(`/build/v1/profiles/${await firstProfile()}`, '/build/v1/profiles/{profileId}');
    const branch = (profile['branches'] as Row[])[0]!;
    return (await rows(`/build/v2/commits?branchId=${String(branch['id'])}`, '/build/v2/commits'))[0]!;
  };

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

  describe('queue', () => {
    const queue = '/build/v1/queue';
    const start = async (as = token): Promise<Row> => {
      const { id } = await firstCommit();
      const query = '?action=build&workflowId=11111111-1111-4111-a111-111111111111';
      const template = '/build/v2/commits/{commitId}';
      return (await client.send('POST', `/build/v2/commits/${String(id)}${query}`, as, {}, template)).json();
    };
    const item = async (id: unknown, query = ''): Promise<Row> =>
      get(`${queue}/${String(id)}${query}`, `${queue}/{queueItemId}`);

    it('lets a build wait, run and succeed as it is asked for', async () => {
      const { queueItemId, taskId } = await start();
      const [first, second, third] = [await item(queueItemId), await item(taskId), await item(taskId)];
      assert.deepEqual(
        [first, second, third].map(({ buildStatus }) => buildStatus),
        [90, 91, 0],
      );
      assert.equal(first['buildId'], '00000000-0000-0000-0000-000000000000');
      assert.notEqual(third['buildId'], first['buildId']);
      assertNamed('QueueItem', [first, third]);
    });

    it('starts a build by the third version too', async () => {
      const { id } = await firstCommit();
      for (const way of ['build', 'build/by-workflow']) {
        const path = `/build/v3/commits/${String(id)}/${way}`;
        const template = `/build/v3/commits/{commitId}/${way}`;
        assert.ok((await client.send('POST', path, token, undefined, template)).json()['taskId']);
      }
      assert.equal(
        ((await get(`${queue}/my-dashboard`, `${queue}/my-dashboard`))['data'] as Row[]).length,
        2,
      );
    });

    it('cancels a build by a GET, and by the POST that replaces it', async () => {
      const { queueItemId } = await start();
      assert.equal((await item(queueItemId, '?action=cancel'))['buildStatus'], 2);
      assert.equal((await item(queueItemId))['buildStatus'], 2);
      const { taskId } = await start();
      const cancel = '/build/v3/queue/{taskId}/cancel';
      assert.equal(
        (await client.send('POST', cancel.replace('{taskId}', String(taskId)), token, undefined, cancel))
          .status,
        200,
      );
      assert.equal((await item(taskId))['buildStatus'], 2);
      assert.deepEqual(await get(`${queue}/my-dashboard`, `${queue}/my-dashboard`), { data: [] });
    });

    it('answers 403 to a viewer who cancels by GET or starts, and lets the viewer look', async () => {
      const { queueItemId } = await start();
      const viewer = await client.token(sandbox.account('harbor-viewer'));
      const path = `${queue}/${String(queueItemId)}`;
      const template = `${queue}/{queueItemId}`;
      assert.equal((await client.get(`${path}?action=cancel`, viewer, template)).status, 403);
      assert.equal((await client.get(path, viewer, template)).status, 200);
      assert.notEqual((await item(queueItemId))['buildStatus'], 2);
      assert.deepEqual(await start(viewer), { message: 'You are not authorized to perform this action.' });
      assert.equal((await client.get(`${path}?action=restart`, token, template)).status, 400);
    });
  });
});
