import { strict as assert } from 'node:assert';
import { AccountMemento } from '../../../../../src/account/accountMemento';
import { RecentOperations } from '../../../../../src/features/apiExplorer/operations/recentOperations';
import { retained } from '../../../support/fakes/accountData';
import { FakeMemento } from '../../../support/fakes/memento';

const KEY = 'appcircle.recentOperations';
const [one, two, three] = ['one', 'two', 'three'].map((credentialId) => ({ credentialId })) as [
  { credentialId: string },
  { credentialId: string },
  { credentialId: string },
];

describe('API Explorer: operations that were used last', () => {
  let memento: FakeMemento;
  let stored: AccountMemento;
  let recent: RecentOperations;
  beforeEach(() => {
    memento = new FakeMemento();
    stored = new AccountMemento(memento, KEY);
    recent = new RecentOperations(stored);
  });

  it('newest first, each once, the last ten, and known to the next window', async () => {
    for (let nth = 1; nth <= 12; nth++) {
      await recent.add(one, `op ${nth}`);
    }
    await recent.add(one, 'op 5');
    const last = ['op 5', ...[12, 11, 10, 9, 8, 7, 6, 4, 3].map((nth) => `op ${nth}`)];
    assert.deepEqual(recent.of(one), last);
    assert.deepEqual(new RecentOperations(new AccountMemento(memento, KEY)).of(one), last);
  });

  it('of one account are none of another’s, and go with it', async () => {
    await recent.add(one, 'a');
    await recent.add(two, 'b');
    assert.deepEqual([recent.of(one), recent.of(two), recent.of(three)], [['a'], ['b'], []]);
    await stored.retainAccounts(retained(['two', 'three']));
    assert.deepEqual([recent.of(one), recent.of(two)], [[], ['b']]);
    assert.doesNotMatch(memento.text, /one/);
  });

  it('R21: whatever a stranger left in the memory is none', async () => {
    const entry = (value: unknown) => ({ one: { credentialId: 'one', value } });
    for (const nonsense of ['abc', 7, null, ['a'], { one: 'abc' }, entry('abc'), entry({ 0: 'a' }), {}]) {
      await memento.update(KEY, nonsense);
      assert.deepEqual(recent.of(one), []);
      await recent.add(one, 'x');
      assert.deepEqual(memento.get(KEY), entry(['x']));
    }
    await memento.update(KEY, entry([1, 'a', null, 'b']));
    assert.deepEqual(recent.of(one), ['a', 'b']);
  });
});
