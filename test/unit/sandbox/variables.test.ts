/** Groups of variables, as the description has them. */
import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { assertNamed, Client, type Row } from './client';

const all = '/build/v1/variable-groups';
const one = `${all}/{variableGroupId}/variables`;

describe('sandbox: variable groups', () => {
  let sandbox: Sandbox;
  let client: Client;
  let token: string;
  before(async () => {
    sandbox = await startSandbox({ profiles: 0 });
    client = new Client(sandbox);
    token = await client.token();
  });
  after(() => sandbox.close());

  it('are described', async () => {
    const groups = (await client.get(all, token)).rows();
    assertNamed('VariableGroup', groups);
    assertNamed(
      'Variable',
      groups.flatMap(({ variables }) => variables as Row[]),
    );
    const variables = await client.get(`${all}/${String(groups[1]?.['id'])}/variables`, token, one);
    assert.deepEqual(variables.rows(), groups[1]?.['variables']);
    assert.ok(sandbox.secrets().variableSecrets.includes('Sentinel+Variable/2value=='));
  });

  it('have keys that are no key twice, and values', async () => {
    const id = sandbox.variableGroups()[1]?.id ?? '';
    const add = (body: unknown) => client.send('POST', `${all}/${id}/variables`, token, body, one);
    assert.equal((await add({ Key: 'LANE', Value: 'x' })).status, 400);
    assert.equal((await add({ Key: 'OTHER' })).status, 400);
    assert.equal((await add({ Key: 'OTHER', Value: '' })).status, 204);
  });
});
