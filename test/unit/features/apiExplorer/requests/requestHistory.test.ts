import { strict as assert } from 'node:assert';
import {
  REQUEST_HISTORY,
  RequestHistory,
  type HistoryEntry,
} from '../../../../../src/features/apiExplorer/requests/requestHistory';
import { FakeMemento } from '../../../support/fakes/memento';
import { assertNoSecret, sentinel } from '../../../support/leaks';

const entry = (at: number, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  owner: 'owner',
  account: 'account',
  method: 'GET',
  path: '/distribution/v2/profiles',
  status: 200,
  at,
  ...more,
});

describe('API Explorer: the history of requests', () => {
  let memento: FakeMemento;
  let history: RequestHistory;
  beforeEach(() => {
    memento = new FakeMemento();
    history = new RequestHistory(memento);
  });

  const stored = () => memento.get(REQUEST_HISTORY);
  const times = () => history.entries.map(({ at }) => at);

  it('R27: newest first, and known to the next window', async () => {
    for (const at of [1, 2, 3]) {
      await history.add(entry(at), 'text');
    }
    assert.deepEqual(times(), [3, 2, 1]);
    assert.deepEqual(new RequestHistory(memento).entries, history.entries);
    assert.deepEqual(history.entries[0], entry(3));
  });

  it('R27, T10: what is stored has method, path, status and time, and nothing of the document', async () => {
    const document = `POST {{host}}/x?key=${sentinel}\nX-Key: ${sentinel}\n\n{"password":"${sentinel}"}`;
    await history.add(entry(1, { method: 'POST', path: '/x' }), document);
    assertNoSecret(sentinel, memento.text, history.entries);
    assert.deepEqual(stored(), [entry(1, { method: 'POST', path: '/x' })]);
    assert.equal(history.textOf(entry(1, { method: 'POST', path: '/x' })), document);
    assert.equal(new RequestHistory(memento).textOf(entry(1, { method: 'POST', path: '/x' })), undefined);
  });

  it('R27: has a limit, and forgets the documents of what fell out of it', async () => {
    for (let at = 1; at <= 130; at++) {
      await history.add(entry(at), `text ${at}`);
    }
    assert.deepEqual(
      times(),
      Array.from({ length: 100 }, (_, nth) => 130 - nth),
    );
    assert.equal(history.textOf(entry(31)), 'text 31');
    assert.equal(history.textOf(entry(30)), undefined);
  });

  it('R27: those that are sent at the same time are all there', async () => {
    const release = memento.hold();
    const adding = [1, 2, 3].map((at) => history.add(entry(at), ''));
    release();
    await Promise.all(adding);
    assert.deepEqual(times(), [3, 2, 1]);
  });

  it('R27: Clear clears what the account sent, with its documents, or everything', async () => {
    await history.add(entry(1), 'one');
    await history.add(entry(2, { account: 'sub-organization' }), 'two');
    await history.clear('account');
    assert.deepEqual(times(), [2]);
    assert.equal(history.textOf(entry(1)), undefined);
    assert.equal(history.textOf(entry(2)), 'two');
    await history.clear();
    assert.deepEqual([times(), stored()], [[], undefined]);
    assert.equal(history.textOf(entry(2)), undefined);
  });

  it('R27: goes with the account, and with all that its credential reached', async () => {
    await history.add(entry(1, { owner: 'gone' }), 'one');
    await history.add(entry(2, { owner: 'gone', account: 'sub-organization' }), 'two');
    await history.add(entry(3), 'three');
    await history.retainAccounts(['owner', 'another']);
    assert.deepEqual(times(), [3]);
    assert.doesNotMatch(memento.text, /gone/);
    assert.equal(history.textOf(entry(1, { owner: 'gone' })), undefined);
    assert.equal(history.textOf(entry(3)), 'three');
    await history.retainAccounts([]);
    assert.equal(stored(), undefined);
  });

  it('R3: the documents go as well where the memory was emptied already', async () => {
    await history.add(entry(1), 'one');
    await memento.update(REQUEST_HISTORY, undefined);
    await history.retainAccounts([]);
    assert.equal(history.textOf(entry(1)), undefined);
  });

  it('nothing is written where nothing was to be forgotten', async () => {
    await history.add(entry(1), '');
    memento.update = () => assert.fail('written');
    await history.retainAccounts(['owner']);
  });

  it('R21: what another version or a stranger left is passed over, and goes with the next that is forgotten', async () => {
    const nonsense = [
      null,
      1,
      'x',
      [],
      {},
      { ...entry(1), owner: 7 },
      { ...entry(1), account: '' },
      { ...entry(1), method: 'BREW' },
      { ...entry(1), method: '__proto__' },
      { ...entry(1), path: null },
      { ...entry(1), status: '200' },
      { ...entry(1), at: null },
    ];
    await memento.update(REQUEST_HISTORY, [...nonsense, { ...entry(2), more: 'unknown' }]);
    assert.deepEqual(history.entries, [entry(2)]);
    await history.retainAccounts(['owner']);
    assert.deepEqual(stored(), [entry(2)]);
    for (const other of ['x', 7, true, { 0: entry(1), length: 1 }, null]) {
      await memento.update(REQUEST_HISTORY, other);
      assert.deepEqual(history.entries, []);
      await history.retainAccounts(['owner']);
      await history.add(entry(3), '');
      assert.deepEqual(times(), [3]);
    }
  });
});
