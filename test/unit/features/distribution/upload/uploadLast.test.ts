import assert from 'node:assert/strict';
import { LastProfiles } from '../../../../../src/features/distribution/upload/lastProfiles';
import { FakeMemory } from '../../../support/fakes/memory';

const harbor = { id: 'harbor', credentialId: 'key-1' };
const branch = { id: 'harbor-branch', credentialId: 'key-1' };
const northwind = { id: 'northwind', credentialId: 'key-2' };

describe('the profile that was uploaded to last', () => {
  it('is remembered for each account', async () => {
    const last = new LastProfiles(new FakeMemory());
    await last.remember(harbor, 'one');
    await last.remember(northwind, 'two');
    await last.remember(harbor, 'three');
    assert.deepEqual(
      [last.of('harbor'), last.of('northwind'), last.of('nobody')],
      ['three', 'two', undefined],
    );
  });

  it('R3: goes with its account, and leaves nothing when the last has gone', async () => {
    const memory = new FakeMemory();
    const last = new LastProfiles(memory);
    await last.remember(harbor, 'one');
    await last.remember(northwind, 'two');
    await last.remember(branch, 'three');
    await last.keepOnly(['key-1', 'key-2']);
    assert.equal(last.of('harbor-branch'), 'three');
    await last.keepOnly(['key-2']);
    assert.deepEqual(
      [last.of('harbor'), last.of('harbor-branch'), last.of('northwind')],
      [undefined, undefined, 'two'],
    );
    await last.keepOnly([]);
    assert.equal(memory.get('appcircle.lastUploads'), undefined);
  });
});
