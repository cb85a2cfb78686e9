import { strict as assert } from 'node:assert';
import { AccountMemento } from '../../../../../src/account/accountMemento';
import { RequestValues } from '../../../../../src/features/apiExplorer/requests/requestValues';
import { retained } from '../../../support/fakes/accountData';
import { FakeMemento } from '../../../support/fakes/memento';

const one = { id: 'one', credentialId: 'key one' };
const two = { id: 'two', credentialId: 'key two' };

describe('API Explorer: values that live beside the documents', () => {
  let memento: FakeMemento;
  let stored: AccountMemento;
  let values: RequestValues;
  beforeEach(() => {
    memento = new FakeMemento();
    stored = new AccountMemento(memento, 'values');
    values = new RequestValues(stored);
  });

  it('R37: are those of one account alone, the last of a name, and outlive the window', async () => {
    await values.pick(one, [['profileId', 'a']]);
    await values.pick(one, [
      ['profileId', 'b'],
      ['branchId', 'c'],
    ]);
    await values.pick(two, [['__proto__', 'd']]);
    const next = new RequestValues(stored);
    assert.deepEqual(
      [next.picked('one', 'profileId'), next.picked('one', 'branchId'), next.picked('two', '__proto__')],
      ['b', 'c', 'd'],
    );
    for (const [account, name] of [
      ['two', 'profileId'],
      ['three', 'profileId'],
      ['one', '__proto__'],
      ['constructor', 'name'],
    ] as const) {
      assert.equal(next.picked(account, name), undefined);
    }
  });

  it('R39: what was typed is a proposal, and no value until it is picked', async () => {
    await values.type(one, [['name', 'Ada']]);
    assert.deepEqual([values.picked('one', 'name'), values.last('one', 'name')], [undefined, 'Ada']);
    await values.pick(one, [['name', 'Grace']]);
    assert.deepEqual([values.picked('one', 'name'), values.last('one', 'name')], ['Grace', 'Grace']);
    await values.forget(one, 'name');
    assert.equal(values.last('one', 'name'), undefined);
  });

  it('R4: nothing that looks like a secret is stored, by its name or by its shape', async () => {
    const token = `eyJ${'a'.repeat(20)}.eyJ${'b'.repeat(20)}.${'c'.repeat(20)}`;
    await values.type(one, [
      ['password', 'hunter2'],
      ['text', `Bearer ${token}`],
      ['long', 'x'.repeat(2000)],
      ['plain', 'y'],
    ]);
    assert.equal(values.last('one', 'password'), 'hunter2');
    const next = new RequestValues(stored);
    assert.deepEqual(
      ['password', 'text', 'long', 'plain'].map((name) => next.last('one', name)),
      [undefined, undefined, undefined, 'y'],
    );
    assert.doesNotMatch(JSON.stringify(stored.of('one')), /hunter2|eyJ/);
  });

  it('rule 8: go with their account, from memory and from the store', async () => {
    await values.type(one, [['password', 'a']]);
    await values.type(two, [['password', 'b']]);
    await values.pick(one, [['id', '1']]);
    values.retainAccounts(retained(['two']));
    await stored.retainAccounts({ ...retained(['two']), hasCredential: (id) => id === 'key two' });
    assert.deepEqual(
      [values.last('one', 'password'), values.last('two', 'password'), values.picked('one', 'id')],
      [undefined, 'b', undefined],
    );
  });

  it('are read as what they are, whatever the store holds', () => {
    for (const kept of [1, 'x', {}, [1], [['a']], [['a', 1, true]], [[1, 'a', true]], [['a', '', true]]]) {
      const odd = new RequestValues({ of: () => kept } as unknown as AccountMemento);
      assert.equal(odd.last('one', 'a'), undefined);
    }
  });
});
