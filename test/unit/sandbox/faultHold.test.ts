import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { until } from '../support/until';
import { Client } from './client';

describe('sandbox: a request on hold', () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startSandbox({ profiles: 1 });
  });
  after(() => sandbox.close());

  it('gets the usual answer, once the fault is cleared', async () => {
    const client = new Client(sandbox);
    const init = { headers: { authorization: `Bearer ${await client.token()}` } };
    const ask = async (): Promise<Response> => fetch(`${sandbox.apiEndpoint}/distribution/v2/profiles`, init);
    sandbox.clearRequests();
    await client.control('POST', 'faults', { kind: 'hold', times: 1 });
    let isAnswered = false;
    const held = ask().finally(() => (isAnswered = true));
    await until(() => typeof sandbox.requests()[0]?.fault === 'string', 'the fault');
    assert.equal((await ask()).status, 200);
    assert.equal(isAnswered, false);
    await client.control('DELETE', 'faults');
    assert.equal((await held).status, 200);
  });
});
