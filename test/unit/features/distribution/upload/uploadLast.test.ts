import assert from 'node:assert/strict';
import { AccountMemento } from '../../../../../src/account/accountMemento';
import { LastProfiles } from '../../../../../src/features/distribution/upload/lastProfiles';
import { FakeMemento } from '../../../support/fakes/memento';

const harbor = { id: 'harbor', credentialId: 'key-1' };
const northwind = { id: 'northwind', credentialId: 'key-2' };

describe('the profile that was uploaded to last', () => {
  it('is remembered for each account', async () => {
    const last = new LastProfiles(new AccountMemento(new FakeMemento(), 'appcircle.lastUploads'));
    await last.remember(harbor, 'one');
    await last.remember(northwind, 'two');
    await last.remember(harbor, 'three');
    assert.deepEqual(
      [last.of('harbor'), last.of('northwind'), last.of('nobody')],
      ['three', 'two', undefined],
    );
  });

  it('R21: is none where something else is remembered', async () => {
    const stored = new AccountMemento(new FakeMemento(), 'appcircle.lastUploads');
    await stored.set(harbor, { profileId: 'one' });
    assert.equal(new LastProfiles(stored).of('harbor'), undefined);
  });
});
