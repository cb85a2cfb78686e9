import { strict as assert } from 'node:assert';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ApiClient } from '../../../../../src/api/client';
import { Failure } from '../../../../../src/api/failure';
import { ApiModule } from '../../../../../src/features/apiExplorer/descriptions/apiModule';
import { DescriptionCache } from '../../../../../src/features/apiExplorer/descriptions/descriptionCache';
import { DescriptionTexts } from '../../../../../src/features/apiExplorer/descriptions/descriptionTexts';
import { accountOf, hostsAt, keyOf } from '../../../account/accountFixture';
import { failing } from '../../../api/transport/transportFixture';
import { descriptionText } from '../operations/listedOperations';

const url = 'https://api.example/x.json';

describe('API Explorer: a description that is another one now', () => {
  let storage: string;
  /** What the server has, or fails with. */
  let served: string | Failure;
  let timeouts: unknown[];
  beforeEach(async () => {
    storage = await mkdtemp(path.join(tmpdir(), 'appcircle-changed-'));
    timeouts = [];
  });
  afterEach(() => rm(storage, { recursive: true }));

  function texts(): DescriptionTexts {
    const client = {
      text: ({ timeout }: { timeout?: number }) => {
        timeouts.push(timeout);
        return served instanceof Failure
          ? Promise.reject(served)
          : Promise.resolve({ status: 200, text: served, url, headers: [] });
      },
    } as unknown as ApiClient;
    const account = accountOf(keyOf('key'), hostsAt('https://api.example'), 'one');
    return new DescriptionTexts(account, client, new DescriptionCache({ fsPath: storage }));
  }

  it('R40: what it was before is told once, and nothing where it is the same', async () => {
    const reads: unknown[] = [];
    for (served of ['first', 'first', 'second', 'second']) {
      reads.push((await texts().read(url)).before);
    }
    assert.deepEqual(reads, [undefined, undefined, 'first', undefined]);
  });

  it('R40: its module knows what came, went and changed; what could not be read is nothing to compare with', async () => {
    const module = () => new ApiModule(url, 'x', 'server', () => texts().read(url));
    served = 'no description';
    await assert.rejects(module().load());
    served = descriptionText({ 'GET /a': {}, 'GET /b': {} });
    const first = module();
    await first.load();
    assert.equal(first.changes, undefined);
    served = descriptionText({ 'GET /a': { summary: 'Other' }, 'GET /c': {} });
    const second = module();
    await second.load();
    const { added, removed, changed } = second.changes ?? assert.fail('no changes');
    assert.deepEqual(
      [added, removed, changed].map((operations) => operations.map(({ key }) => key)),
      [['GET /c'], ['GET /b'], ['GET /a']],
    );
  });

  it('R42: it is not waited for longer than two minutes, which is a failure', async () => {
    served = new Failure('timeout', { host: 'h' });
    await failing(texts().read(url), 'timeout');
    assert.deepEqual(timeouts, [120_000]);
  });
});
