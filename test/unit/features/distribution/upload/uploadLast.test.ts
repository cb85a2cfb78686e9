import assert from 'node:assert/strict';
import { LastProfiles } from '../../../../../src/features/distribution/upload/lastProfiles';
import { FakeMemento } from '../../../support/fakes/memento';

const harbor = { id: 'harbor', credentialId: 'key-1' };
const branch = { id: 'harbor-branch', credentialId: 'key-1' };
const northwind = { id: 'northwind', credentialId: 'key-2' };

describe('the profile that was uploaded to last', () => {
  it('is remembered for each account', async () => {
    const last = new LastProfiles(new FakeMemento());
    await last.remember(harbor, 'one');
    await last.remember(northwind, 'two');
    await last.remember(harbor, 'three');
    assert.deepEqual(
      [last.of('harbor'), last.of('northwind'), last.of('nobody')],
      ['three', 'two', undefined],
    );
  });

  it('R3: goes with its account, and leaves nothing when the last has gone', async () => {
    const memento = new FakeMemento();
    const last = new LastProfiles(memento);
    await last.remember(harbor, 'one');
    await last.remember(northwind, 'two');
    await last.remember(branch, 'three');
    await last.retainAccounts(['key-1', 'key-2']);
    assert.equal(last.of('harbor-branch'), 'three');
    await last.retainAccounts(['key-2']);
    assert.deepEqual(
      [last.of('harbor'), last.of('harbor-branch'), last.of('northwind')],
      [undefined, undefined, 'two'],
    );
    await last.retainAccounts([]);
    assert.equal(memento.get('appcircle.lastUploads'), undefined);
  });
});
