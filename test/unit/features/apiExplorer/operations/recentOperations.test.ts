import { strict as assert } from 'node:assert';
import {
  RECENT_OPERATIONS,
  RecentOperations,
} from '../../../../../src/features/apiExplorer/operations/recentOperations';
import { FakeMemento } from '../../../support/fakes/memento';

describe('API Explorer: operations that were used last', () => {
  let memento: FakeMemento;
  let recent: RecentOperations;
  beforeEach(() => {
    memento = new FakeMemento();
    recent = new RecentOperations(memento);
  });

  it('newest first, each once, the last ten, and known to the next window', async () => {
    for (let nth = 1; nth <= 12; nth++) {
      await recent.add('owner', `op ${nth}`);
    }
    await recent.add('owner', 'op 5');
    const last = ['op 5', ...[12, 11, 10, 9, 8, 7, 6, 4, 3].map((nth) => `op ${nth}`)];
    assert.deepEqual(recent.of('owner'), last);
    assert.deepEqual(new RecentOperations(memento).of('owner'), last);
  });

  it('of one account are none of another’s, and go with it', async () => {
    await recent.add('one', 'a');
    await recent.add('two', 'b');
    assert.deepEqual([recent.of('one'), recent.of('two'), recent.of('three')], [['a'], ['b'], []]);
    await recent.retainAccounts(['two', 'three']);
    assert.deepEqual([recent.of('one'), recent.of('two')], [[], ['b']]);
    assert.doesNotMatch(memento.text, /one/);
    await recent.retainAccounts([]);
    assert.equal(memento.get(RECENT_OPERATIONS), undefined);
  });

  it('R21: whatever a stranger left in the memory is none', async () => {
    for (const nonsense of ['abc', 7, true, null, ['a'], { owner: 'abc' }, { owner: { 0: 'a' } }, {}]) {
      await memento.update(RECENT_OPERATIONS, nonsense);
      assert.deepEqual(recent.of('owner'), []);
      await recent.add('owner', 'x');
      assert.deepEqual(memento.get(RECENT_OPERATIONS), { owner: ['x'] });
    }
    await memento.update(RECENT_OPERATIONS, { owner: [1, 'a', null, 'b'] });
    assert.deepEqual(recent.of('owner'), ['a', 'b']);
  });

  it('names of every object are no accounts', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'length']) {
      assert.deepEqual(recent.of(name), []);
    }
  });
});
