import { strict as assert } from 'node:assert';
import { AccountMemento } from '../../../src/account/accountMemento';
import { retained } from '../support/fakes/accountData';
import { FakeMemento } from '../support/fakes/memento';

const KEY = 'appcircle.something';
const harbor = { id: 'harbor', credentialId: 'key-1' };
const branch = { id: 'harbor-branch', credentialId: 'key-1' };
const northwind = { id: 'northwind', credentialId: 'key-2' };

describe('what is remembered of each account', () => {
  let memento: FakeMemento;
  let remembered: AccountMemento;
  beforeEach(() => {
    memento = new FakeMemento();
    remembered = new AccountMemento(memento, KEY);
  });

  it('is one value each, the last, and known to the next window', async () => {
    await remembered.set(harbor, 'one');
    await remembered.set(northwind, ['two']);
    await remembered.set(harbor, 'three');
    for (const window of [remembered, new AccountMemento(memento, KEY)]) {
      assert.deepEqual(
        ['harbor', 'northwind', 'nobody'].map((id) => window.of(id)),
        ['three', ['two'], undefined],
      );
    }
    await remembered.set(harbor, undefined);
    assert.equal(remembered.of('harbor'), undefined);
  });

  it('R3: goes with the credential, sub-organizations included, and leaves nothing when the last has gone', async () => {
    await remembered.set(harbor, 'one');
    await remembered.set(northwind, 'two');
    await remembered.set(branch, 'three');
    await remembered.retainAccounts(retained(['key-1', 'key-2']));
    assert.equal(remembered.of('harbor-branch'), 'three');
    await remembered.retainAccounts(retained(['key-2', 'key-3']));
    assert.deepEqual(
      ['harbor', 'harbor-branch', 'northwind'].map((id) => remembered.of(id)),
      [undefined, undefined, 'two'],
    );
    assert.doesNotMatch(memento.text, /harbor/);
    await remembered.retainAccounts(retained([]));
    assert.equal(memento.get(KEY), undefined);
  });

  it('nothing is written where nothing was to be forgotten', async () => {
    await remembered.set(harbor, 'one');
    memento.update = () => assert.fail('written');
    await remembered.retainAccounts(retained(['key-1']));
  });

  it('R21: whatever another version or a stranger left is none, and goes', async () => {
    for (const nonsense of ['abc', 7, true, null, ['a'], { harbor: 'abc' }, { harbor: { value: 1 } }, [{}]]) {
      await memento.update(KEY, nonsense);
      await remembered.retainAccounts(retained(['key-1']));
      assert.equal(remembered.of('harbor'), undefined);
      await remembered.set(harbor, 'x');
      assert.equal(remembered.of('harbor'), 'x');
    }
  });

  it('names of every object are no accounts', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'length']) {
      assert.equal(remembered.of(name), undefined);
    }
  });
});
