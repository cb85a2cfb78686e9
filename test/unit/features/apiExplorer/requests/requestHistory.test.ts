import { strict as assert } from 'node:assert';
import { AccountMemento } from '../../../../../src/account/accountMemento';
import {
  RequestHistory,
  type HistoryEntry,
} from '../../../../../src/features/apiExplorer/requests/requestHistory';
import { retained } from '../../../support/fakes/accountData';
import { FakeMemento } from '../../../support/fakes/memento';
import { assertNoSecret, sentinel } from '../../../support/leaks';

const KEY = 'appcircle.requestHistory';
const account = { id: 'account', credentialId: 'credential' };
const sub = { id: 'sub-organization', credentialId: 'credential' };
const other = { id: 'other', credentialId: 'other' };

const entry = (at: number, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  method: 'GET',
  path: '/distribution/v2/profiles',
  status: 200,
  at,
  ...more,
});

describe('API Explorer: the history of requests', () => {
  let memento: FakeMemento;
  let remembered: AccountMemento;
  let history: RequestHistory;
  beforeEach(() => {
    memento = new FakeMemento();
    remembered = new AccountMemento(memento, KEY);
    history = new RequestHistory(remembered);
  });

  const stored = () => memento.get(KEY);
  const times = (of = account) => history.of(of.id).map(({ at }) => at);
  const nextWindow = () => new RequestHistory(new AccountMemento(memento, KEY));
  /** As the registry does it: first what is stored, then what is in memory. */
  const retain = async (credentialIds: string[]) => {
    await remembered.retainAccounts(retained(credentialIds));
    history.forgetTexts();
  };

  it('R27: newest first, and known to the next window', async () => {
    for (const at of [1, 2, 3]) {
      await history.add(account, entry(at), 'text');
    }
    assert.deepEqual(times(), [3, 2, 1]);
    assert.deepEqual(nextWindow().of(account.id), history.of(account.id));
    assert.deepEqual(history.of(account.id)[0], entry(3));
  });

  it('R27, T10: what is stored has method, path, status and time, and nothing of the document', async () => {
    const document = `POST {{host}}/x?key=${sentinel}\nX-Key: ${sentinel}\n\n{"password":"${sentinel}"}`;
    await history.add(account, entry(1, { method: 'POST', path: '/x' }), document);
    assertNoSecret(sentinel, memento.text, history.of(account.id));
    assert.deepEqual(stored(), {
      account: { credentialId: 'credential', value: [entry(1, { method: 'POST', path: '/x' })] },
    });
    assert.equal(history.textOf(account.id, entry(1, { method: 'POST', path: '/x' })), document);
    assert.equal(nextWindow().textOf(account.id, entry(1, { method: 'POST', path: '/x' })), undefined);
  });

  it('R27: has a limit, and forgets the documents of what fell out of it', async () => {
    for (let at = 1; at <= 130; at++) {
      await history.add(account, entry(at), `text ${at}`);
    }
    assert.deepEqual(
      times(),
      Array.from({ length: 100 }, (_, nth) => 130 - nth),
    );
    assert.equal(history.textOf(account.id, entry(31)), 'text 31');
    assert.equal(history.textOf(account.id, entry(30)), undefined);
  });

  it('R27: those that are sent at the same time are all there', async () => {
    const release = memento.hold();
    const adding = [1, 2, 3].map((at) => history.add(account, entry(at), ''));
    release();
    await Promise.all(adding);
    assert.deepEqual(times(), [3, 2, 1]);
  });

  it('R27: Clear clears what the account sent, with its documents, and nothing of another', async () => {
    await history.add(account, entry(1), 'one');
    await history.add(sub, entry(2), 'two');
    await history.clear(account);
    assert.deepEqual([times(), times(sub)], [[], [2]]);
    assert.equal(history.textOf(account.id, entry(1)), undefined);
    assert.equal(history.textOf(sub.id, entry(2)), 'two');
    await history.clear(sub);
    assert.deepEqual([times(sub), stored()], [[], undefined]);
    assert.equal(history.textOf(sub.id, entry(2)), undefined);
  });

  it('R27: goes with the account, and with all that its credential reached', async () => {
    await history.add(account, entry(1), 'one');
    await history.add(sub, entry(2), 'two');
    await history.add(other, entry(3), 'three');
    await retain(['other', 'another']);
    assert.deepEqual([times(), times(sub), times(other)], [[], [], [3]]);
    assert.doesNotMatch(memento.text, /account|sub-organization/);
    assert.equal(history.textOf(account.id, entry(1)), undefined);
    assert.equal(history.textOf(sub.id, entry(2)), undefined);
    assert.equal(history.textOf(other.id, entry(3)), 'three');
    await retain([]);
    assert.equal(stored(), undefined);
  });

  it('R3: the documents go as well where the memory was emptied already', async () => {
    await history.add(account, entry(1), 'one');
    await memento.update(KEY, undefined);
    await retain([]);
    assert.equal(history.textOf(account.id, entry(1)), undefined);
  });

  it('nothing is written where nothing was to be forgotten', async () => {
    await history.add(account, entry(1), '');
    memento.update = () => assert.fail('written');
    await retain(['credential']);
  });

  it('R21: what another version or a stranger left is passed over, and goes with the next that is sent', async () => {
    const nonsense = [
      null,
      1,
      'x',
      [],
      {},
      { ...entry(1), method: 'BREW' },
      { ...entry(1), method: '__proto__' },
      { ...entry(1), path: null },
      { ...entry(1), status: '200' },
      { ...entry(1), at: null },
    ];
    await remembered.set(account, [...nonsense, { ...entry(2), more: 'unknown' }]);
    assert.deepEqual(history.of(account.id), [entry(2)]);
    await history.add(account, entry(3), '');
    assert.deepEqual(remembered.of(account.id), [entry(3), entry(2)]);
    for (const left of ['x', 7, true, { 0: entry(1), length: 1 }, null]) {
      await remembered.set(account, left);
      assert.deepEqual(history.of(account.id), []);
      await history.add(account, entry(3), '');
      assert.deepEqual(times(), [3]);
    }
  });
});
