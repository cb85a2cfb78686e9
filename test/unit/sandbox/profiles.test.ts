/** Distribution profiles that are made, changed and deleted. */
import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { assertNamed, Client, type TestResponse, type Row } from './client';

const all = '/distribution/v2/profiles';
const one = `${all}/{profileId}`;
const unknown = '11111111-1111-4111-a111-111111111111';

describe('sandbox: distribution profiles', () => {
  let sandbox: Sandbox;
  let client: Client;
  let token: string;
  beforeEach(async () => {
    sandbox = await startSandbox({ profiles: 6 });
    client = new Client(sandbox);
    token = await client.token();
  });
  afterEach(() => sandbox.close());

  const get = async (id: string, query = ''): Promise<TestResponse> =>
    client.get(`${all}/${id}${query}`, token, one);
  const patch = async (id: string, body: unknown, as = token): Promise<TestResponse> =>
    client.send('PATCH', `${all}/${id}`, as, body, one);
  const named = (name: string): string => sandbox.profiles().find((row) => row.name === name)?.id ?? '';

  it('shows one with its versions, newest first, or without them', async () => {
    const id = named('Harbor Notes Beta');
    const { appVersions, ...profile } = (await get(id)).json();
    const versions = appVersions as Row[];
    assertNamed('DistributionProfile', [profile]);
    assertNamed('AppVersion', versions);
    const dates = versions.map(({ createDate }) => String(createDate));
    assert.ok(versions.length > 1);
    assert.deepEqual(dates, [...dates].sort().reverse());
    const { appVersions: none, ...same } = (await get(id, '?addAppVersions=false')).json();
    assert.equal(none, null);
    assert.deepEqual(same, profile);
    const page = (await get(id, '?Page=2&Size=1')).json()['appVersions'];
    assert.deepEqual(page, versions.slice(1, 2));
  });

  it('knows only those of the organization of the token, by GUID', async () => {
    const foreign = sandbox.profiles(sandbox.account('northwind-owner').organizationId)[0];
    assert.equal((await get(foreign?.id ?? '')).status, 404);
    assert.equal((await get(unknown)).status, 404);
    assert.equal((await get('nope')).status, 400);
  });

  it('makes one that has nothing but a name, and lists it', async () => {
    const answer = await client.send('POST', all, token, { name: 'Harbor Crew' });
    const { id, name, iOSVersion, androidVersion, testingGroupIds } = answer.json();
    assert.deepEqual([name, iOSVersion, androidVersion, testingGroupIds], ['Harbor Crew', null, null, null]);
    const rows = (await client.get(all, token)).rows();
    assert.equal(rows.length, 7);
    assert.equal(rows.at(-1)?.['id'], id);
    assert.deepEqual((await get(String(id))).json()['appVersions'], []);
    for (const body of [{ name: '  ' }, {}, [], { name: 7 }]) {
      assert.equal((await client.send('POST', all, token, body)).status, 400);
    }
  });

  it('changes what is sent and leaves the rest; settings are merged, groups are replaced', async () => {
    const id = named('Harbor Notes Beta');
    const before = (await get(id, '?addAppVersions=false')).json();
    const [first, second] = sandbox.testingGroups();
    await patch(id, { testingGroupIds: [first!.id, second!.id] });
    const after = (
      await patch(id, { name: 'Renamed', pinned: false, settings: { username: 'guest' } })
    ).json();
    assert.deepEqual(after, {
      ...before,
      name: 'Renamed',
      pinned: false,
      settings: { ...(before['settings'] as Row), username: 'guest' },
      testingGroupIds: [first!.id, second!.id],
      updateDate: after['updateDate'],
    });
    assert.deepEqual((await get(id, '?addAppVersions=false')).json(), after);
    await patch(id, { testingGroupIds: [second!.id] });
    assert.deepEqual(sandbox.profiles().find((row) => row.id === id)?.testingGroupIds, [second!.id]);
  });

  it('refuses a change that makes no sense, and passes over what it does not know', async () => {
    const id = named('Harbor Notes Beta');
    const before = sandbox.profiles();
    for (const body of [
      { testingGroupIds: [unknown] },
      { testingGroupIds: 'all' },
      { name: '' },
      { settings: 1 },
    ]) {
      assert.equal((await patch(id, body)).status, 400);
    }
    assert.deepEqual(sandbox.profiles(), before);
    const { updateDate, ...others } = (await patch(id, { isDemo: true, id: unknown })).json();
    assert.ok(updateDate);
    assert.deepEqual([others['isDemo'], others['id']], [false, id]);
  });

  it('deletes one at once, or by a task', async () => {
    const [first, second] = [named('Harbor Notes QA'), named('Harbor Notes Beta')];
    const answer = await client.send('DELETE', `${all}/${first}`, token, undefined, one);
    assert.deepEqual([answer.status, answer.text], [204, '']);
    assert.equal((await get(first)).status, 404);
    sandbox.setMode({ deletion: 'task', taskPolls: 1 });
    const { taskId } = (await client.send('DELETE', `${all}/${second}`, token, undefined, one)).json();
    assert.equal((await get(second)).status, 200);
    const states = [];
    for (let poll = 0; poll < 2; poll += 1) {
      const task = await client.get(`/task/v1/tasks/${String(taskId)}`, token, '/task/v1/tasks/{taskId}');
      states.push(task.json()['stateValue']);
    }
    assert.deepEqual(states, [1, 3]);
    assert.equal((await get(second)).status, 404);
    assert.equal(sandbox.profiles().length, 4);
  });

  it('answers 403 to a viewer and to an operator who want to change one, and lets both read', async () => {
    const id = named('Harbor Notes QA');
    for (const account of ['harbor-viewer', 'harbor-ci']) {
      const as = await client.token(sandbox.account(account));
      assert.equal((await client.get(`${all}/${id}`, as, one)).status, 200);
      assert.equal((await client.send('POST', all, as, { name: 'No' })).status, 403);
      assert.equal((await patch(id, { pinned: false }, as)).status, 403);
      assert.equal((await client.send('DELETE', `${all}/${id}`, as, undefined, one)).status, 403);
    }
    assert.equal(sandbox.profiles().length, 6);
  });
});
