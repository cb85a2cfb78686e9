/** Testing groups that are made, changed and deleted. */
import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { assertNamed, Client, type TestResponse } from './client';

const all = '/distribution/v2/testing-groups';
const one = `${all}/{testingGroupId}`;

describe('sandbox: testing groups', () => {
  let sandbox: Sandbox;
  let client: Client;
  let token: string;
  beforeEach(async () => {
    sandbox = await startSandbox({ profiles: 30 });
    client = new Client(sandbox);
    token = await client.token();
  });
  afterEach(() => sandbox.close());

  const named = (name: string): string =>
    sandbox.testingGroups().find((group) => group.name === name)?.id ?? '';
  const testersOf = (id: string): unknown =>
    sandbox.testingGroups().find((group) => group.id === id)?.testers;
  const edit = async (method: string, id: string, body: unknown, as = token): Promise<TestResponse> =>
    client.send(method, `${all}/${id}/testers`, as, body, `${one}/testers`);

  it('shows one, and the testers of all', async () => {
    const id = named('Field Testers');
    const group = (await client.get(`${all}/${id}`, token, one)).json();
    assertNamed('TestingGroup', [group]);
    assert.deepEqual(group, sandbox.testingGroups()[0]);
    const foreign = sandbox.testingGroups(sandbox.account('northwind-owner').organizationId)[0];
    assert.equal((await client.get(`${all}/${foreign?.id ?? ''}`, token, one)).status, 404);
    const testers = JSON.parse((await client.get(`${all}/testers`, token)).text) as string[];
    assert.ok(testers.includes(group.testers![0] ?? ''));
  });

  it('makes one under a name that is not blank and not in use', async () => {
    const group = (await client.send('POST', all, token, { name: 'Night Shift' })).json();
    assert.deepEqual([group['name'], group['testers'], group['groupType']], ['Night Shift', [], 0]);
    assert.deepEqual(sandbox.testingGroups().at(-1), group);
    for (const body of [{ name: 'Night Shift' }, { name: ' ' }, {}]) {
      assert.equal((await client.send('POST', all, token, body)).status, 400);
    }
  });

  it('adds testers, each once, or none where one is no address', async () => {
    const id = named('Empty on purpose');
    const answer = await edit('POST', id, ['a@x.example', 'b@x.example', 'a@x.example']);
    assert.equal(answer.status, 204);
    assert.equal((await edit('POST', id, ['c@x.example', 'not an address'])).status, 400);
    assert.equal((await edit('POST', id, { testers: ['c@x.example'] })).status, 400);
    assert.deepEqual(testersOf(id), ['a@x.example', 'b@x.example']);
    assert.equal(typeof sandbox.testingGroups().at(-1)?.updateDate, 'string');
  });

  it('removes testers that a DELETE has in its body', async () => {
    const id = named('Empty on purpose');
    await edit('POST', id, ['a@x.example', 'b@x.example', 'c@x.example']);
    assert.equal((await edit('DELETE', id, ['a@x.example', 'c@x.example', 'z@x.example'])).status, 204);
    assert.deepEqual(testersOf(id), ['b@x.example']);
  });

  it('refuses to edit a group from LDAP', async () => {
    const id = named('QA Guild');
    const before = testersOf(id);
    for (const method of ['POST', 'DELETE']) {
      assert.equal((await edit(method, id, ['a@x.example'])).status, 400);
    }
    assert.deepEqual(testersOf(id), before);
  });

  it('deletes one, and no profile sends to it any more', async () => {
    const id = sandbox.profiles().find(({ testingGroupIds }) => testingGroupIds !== null)!
      .testingGroupIds![0]!;
    const answer = await client.send('DELETE', `${all}/${id}`, token, undefined, one);
    assert.equal(answer.status, 204);
    assert.ok(sandbox.testingGroups().every((group) => group.id !== id));
    assert.ok(sandbox.profiles().every(({ testingGroupIds }) => testingGroupIds?.includes(id) !== true));
  });

  it('lets a viewer read and change nothing', async () => {
    const viewer = await client.token(sandbox.account('harbor-viewer'));
    const id = named('Field Testers');
    const before = sandbox.testingGroups();
    assert.equal((await client.get(`${all}/${id}`, viewer, one)).status, 200);
    assert.equal((await client.send('POST', all, viewer, { name: 'No' })).status, 403);
    assert.equal((await client.send('DELETE', `${all}/${id}`, viewer, undefined, one)).status, 403);
    assert.equal((await edit('POST', id, ['a@x.example'], viewer)).status, 403);
    assert.deepEqual(sandbox.testingGroups(), before);
  });
});
