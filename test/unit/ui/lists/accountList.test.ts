import assert from 'node:assert/strict';
import { makeAccount, type Account } from '../../../../src/account/account';
import { SessionStore } from '../../../../src/account/sessionStore';
import { Failure } from '../../../../src/api/failure';
import { settled } from '../../support/until';
import { AccountList, type ListState } from '../../../../src/ui/lists/accountList';

const hosts = { api: 'https://api.example', auth: 'https://auth.example', dashboard: 'https://my.example' };
const accountOf = (subject: string) =>
  makeAccount({ kind: 'personalAccessKey', hosts, organizationId: 'o', subject, userName: undefined });

describe('list of an account', () => {
  const [anna, ben] = [accountOf('anna'), accountOf('ben')];
  let sessions: SessionStore;
  let asked: { account: Account; signal: AbortSignal; answer: (rows: string[] | Failure) => void }[];
  let list: AccountList<string>;
  let states: ListState<string>['kind'][];

  beforeEach(() => {
    sessions = new SessionStore();
    sessions.setSignedIn(anna);
    asked = [];
    states = [];
    list = new AccountList(
      sessions,
      (account, signal) =>
        new Promise((resolve, reject) => {
          asked.push({
            account,
            signal,
            answer: (rows) => {
              if (rows instanceof Failure) reject(rows);
              else resolve(rows);
            },
          });
        }),
      () => 7,
    );
    list.onDidChange(({ kind }) => states.push(kind));
  });

  it('asks nobody until rows are needed, and once however many need them', async () => {
    assert.equal(asked.length, 0);
    const both = Promise.all([list.rows(), list.rows(), list.refresh()]);
    asked[0]?.answer(['row']);
    assert.deepEqual(await both, [['row'], ['row'], ['row']]);
    assert.equal(asked.length, 1);
    assert.deepEqual(states, ['loading', 'ready']);
    await list.rows();
    assert.equal(asked.length, 1);
  });

  it('R24: keeps its rows while it asks again, and after a failure, with the time that they are from', async () => {
    const first = list.rows();
    asked[0]?.answer(['row']);
    await first;
    const again = list.refresh();
    assert.equal(list.state.kind, 'ready');
    asked[1]?.answer(new Failure('offline', { host: 'h' }));
    await assert.rejects(again);
    const { kind, rows, loadedAt, stale } = list.state;
    assert.deepEqual([kind, rows, loadedAt, stale?.kind], ['ready', ['row'], 7, 'offline']);
  });

  it('has failed when there were no rows, and is loading again on refresh', async () => {
    const first = list.rows();
    asked[0]?.answer(new Failure('timeout'));
    await assert.rejects(first);
    assert.equal(list.state.kind, 'failed');
    const again = list.refresh();
    assert.equal(list.state.kind, 'loading');
    asked[1]?.answer([]);
    await again;
    assert.deepEqual(states, ['loading', 'failed', 'loading', 'ready']);
  });

  it('R11: a switch of the account drops rows and the request under way; its late answer says nothing', async () => {
    const first = list.rows();
    sessions.setSignedIn(ben);
    assert.equal(list.state.kind, 'unknown');
    assert.equal(asked[0]?.signal.aborted, true);
    asked[0].answer(['row of anna']);
    await first;
    assert.equal(list.state.kind, 'unknown');
    const second = list.rows();
    assert.equal(asked[1]?.account, ben);
    asked[1].answer(['row of ben']);
    assert.deepEqual(await second, ['row of ben']);
  });

  it('a change of health or name is no switch', async () => {
    const first = list.rows();
    asked[0]?.answer(['row']);
    await first;
    sessions.setNames(anna, { organizationName: 'Harbor' });
    sessions.setHealth(anna, { kind: 'offline', failure: new Failure('offline') });
    assert.equal(list.state.kind, 'ready');
  });

  const rows = () => (list.state.kind === 'ready' ? list.state.rows : list.state.kind);
  const ready = async (answer: string[]) => {
    const first = list.rows();
    asked[0]?.answer(answer);
    await first;
    states.length = 0;
  };

  describe('what a write changed', () => {
    const add = (row: string) => (rows: readonly string[]) => [...rows, row];

    it('is shown at once, and nobody is asked', async () => {
      await ready(['row']);
      list.amend(add('new'));
      assert.deepEqual([rows(), states, asked.length], [['row', 'new'], ['ready'], 1]);
      assert.deepEqual(await list.rows(), ['row', 'new']);
    });

    it('stays when a load that began before it comes back without it', async () => {
      await ready(['row']);
      const again = list.refresh();
      list.amend(add('new'));
      list.amend((all) => all.filter((row) => row !== 'row'));
      assert.deepEqual(rows(), ['new']);
      asked[1]?.answer(['row', 'else']);
      assert.deepEqual(await again, ['else', 'new']);
      assert.deepEqual(rows(), ['else', 'new']);
    });

    it('is in the first rows too, where it came while they were loading', async () => {
      const first = list.rows();
      list.amend(add('new'));
      assert.equal(rows(), 'loading');
      asked[0]?.answer(['row']);
      assert.deepEqual(
        [await first, rows()],
        [
          ['row', 'new'],
          ['row', 'new'],
        ],
      );
    });

    it('is never lost, however close to the answer it comes', async () => {
      for (let turns = 0; turns < 8; turns++) {
        const again = list.refresh();
        asked.at(-1)?.answer([]);
        for (let turn = 0; turn < turns; turn++) await Promise.resolve();
        list.amend(add('new'));
        await again;
        assert.deepEqual(rows(), ['new'], `${turns} turns after the answer`);
      }
    });

    it('does not outlast the next load, which knows of it', async () => {
      await ready(['row']);
      list.amend(add('new'));
      const again = list.refresh();
      asked[1]?.answer(['row']);
      assert.deepEqual(await again, ['row']);
    });

    it('does not make stale rows fresh, and is kept when the load fails', async () => {
      await ready(['row']);
      const again = list.refresh();
      list.amend(add('new'));
      asked[1]?.answer(new Failure('offline'));
      await assert.rejects(again);
      list.amend(add('newer'));
      const { state } = list;
      assert.deepEqual(rows(), ['row', 'new', 'newer']);
      assert.equal(state.kind === 'ready' && state.stale?.kind, 'offline');
    });

    it('changes nothing of what is not known, nor of another account', async () => {
      list.amend(add('new'));
      assert.deepEqual([rows(), states], ['unknown', []]);
      const first = list.rows();
      list.amend(add('new'));
      sessions.setSignedIn(ben);
      const second = list.rows();
      asked[0]?.answer(['row of anna']);
      asked[1]?.answer(['row of ben']);
      await Promise.allSettled([first, second]);
      assert.deepEqual(rows(), ['row of ben']);
    });
  });

  describe('renewed after a write of somebody else', () => {
    it('is asked for once more, also where a request is under way that began before', async () => {
      await ready(['row']);
      const [first, second] = [list.renew(), list.renew()];
      await settled();
      asked[1]?.answer(['row', 'new']);
      await Promise.all([first, second]);
      assert.deepEqual([rows(), asked.length], [['row', 'new'], 2]);
      const early = list.refresh();
      const renewed = list.renew();
      asked[2]?.answer(['of before']);
      await early;
      await settled();
      asked[3]?.answer(['of after']);
      await renewed;
      assert.deepEqual(rows(), ['of after']);
    });

    it('is not asked for where nobody wanted it yet, nor for another account', async () => {
      await list.renew();
      assert.equal(asked.length, 0);
      const early = list.rows();
      const renewed = list.renew();
      sessions.setSignedIn(ben);
      asked[0]?.answer(['row of anna']);
      await Promise.allSettled([early, renewed]);
      assert.deepEqual([rows(), asked.length], ['unknown', 1]);
    });
  });

  it('signed out, there is nothing to ask', async () => {
    sessions.setSignedOut();
    await assert.rejects(list.rows(), { kind: 'cancelled' });
    assert.equal(asked.length, 0);
  });
});
