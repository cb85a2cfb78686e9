import assert from 'node:assert/strict';
import { ApiClient } from '../../src/api/client';
import { listProfiles } from '../../src/api/distribution/profiles';
import { Transport } from '../../src/api/transport/transport';
import { startSandbox, type Sandbox } from '../sandbox/sandbox';
import { RecordingLog } from '../unit/support/fakes/log';
import { Redactor } from '../../src/support/redact';

describe('an organization with 100,000 profiles', function () {
  this.timeout(120_000);
  let sandbox: Sandbox;

  before(async () => {
    sandbox = await startSandbox({ profiles: 100_000 });
  });

  after(() => sandbox.close());

  it('R22: is read whole, each profile once, pinned ones first', async () => {
    const log = new RecordingLog();
    const transport = new Transport({ userAgent: 'long', log, redactor: new Redactor() });
    const exchange = await transport.send({
      method: 'POST',
      base: sandbox.authEndpoint,
      path: '/auth/v3/token',
      form: { personalAccessKey: sandbox.personalAccessKey },
    });
    const { access_token: token } = exchange.body as { access_token: string };
    const current = () => Promise.resolve(token);
    const tokens = { current, replace: current, onRequestEnd: () => undefined };
    const rows = await listProfiles(new ApiClient(transport, sandbox.apiEndpoint, tokens, log));
    assert.equal(rows.length, 100_000);
    assert.equal(new Set(rows.map(({ id }) => id)).size, 100_000);
    const firstUnpinned = rows.findIndex(({ pinned }) => !pinned);
    assert.ok(firstUnpinned > 0);
    assert.ok(rows.slice(firstUnpinned).every(({ pinned }) => !pinned));
  });
});
