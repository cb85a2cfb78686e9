import assert from 'node:assert/strict';
import { LastProfiles } from '../../../../src/features/distribution/upload/lastProfiles';
import { FakeMemory } from '../../support/fakes/memory';

describe('the profile that was uploaded to last', () => {
  it('is remembered for each account', async () => {
    const last = new LastProfiles(new FakeMemory());
    await last.remember('harbor', 'one');
    await last.remember('northwind', 'two');
    await last.remember('harbor', 'three');
    assert.deepEqual(
      [last.of('harbor'), last.of('northwind'), last.of('nobody')],
      ['three', 'two', undefined],
    );
  });

  it('R3: goes with its account, and leaves nothing when the last has gone', async () => {
    const memory = new FakeMemory();
    const last = new LastProfiles(memory);
    await last.remember('harbor', 'one');
    await last.remember('northwind', 'two');
    await last.keepOnly(['northwind']);
    assert.deepEqual([last.of('harbor'), last.of('northwind')], [undefined, 'two']);
    await last.keepOnly([]);
    assert.equal(memory.get('appcircle.lastUploads'), undefined);
  });
});
