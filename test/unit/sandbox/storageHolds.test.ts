/** The storage stands still where a test wants to look, whatever the machine is busy with. */
import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import type { Attempt } from '../../sandbox/storage/storage';
import { until } from '../support/until';
import { Client } from './client';
import { sendFile } from './sendFile';

const MB = 1024 * 1024;

describe('sandbox: storage that holds', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox({ profiles: 2 });
  });
  afterEach(() => sandbox.close());

  it('takes no more of a file than it is told, and the rest once it may go on', async () => {
    const client = new Client(sandbox);
    const information = await client.get(
      `/distribution/v1/profiles/${sandbox.profiles()[1]!.id}/app-versions` +
        `?action=uploadInformation&fileSize=${4 * MB}&fileName=a.ipa`,
      await client.token(),
      '/distribution/v1/profiles/{profileId}/app-versions',
    );
    const attempt = (): Attempt | undefined => sandbox.uploads()[0]?.attempts[0];
    sandbox.setMode({ storageHoldsAt: MB });
    const sent = sendFile(information.json(), Buffer.alloc(4 * MB));
    await until(() => (attempt()?.bytes ?? 0) >= MB);
    // Whatever else was to come would come while something else is asked and answered.
    await client.token();
    const held = attempt()?.bytes ?? 0;
    assert.ok(held < 2 * MB, String(held));
    sandbox.setMode({ storageHoldsAt: 0 });
    assert.equal(await sent, 200);
    assert.deepEqual([attempt()?.state, attempt()?.bytes], ['stored', 4 * MB]);
  });
});
