import assert from 'node:assert/strict';
import { makeAccount, type Account } from '../../../src/account/account';
import { SessionStore } from '../../../src/account/sessionStore';
import { Failure } from '../../../src/api/failure';
import { AccountList, type ListState } from '../../../src/ui/accountList';

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
    sessions.signedIn(anna);
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
    sessions.signedIn(ben);
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
    sessions.named(anna, { organizationName: 'Harbor' });
    sessions.health(anna, { kind: 'offline', failure: new Failure('offline') });
    assert.equal(list.state.kind, 'ready');
  });

  it('signed out, there is nothing to ask', async () => {
    sessions.signedOut();
    await assert.rejects(list.rows(), { kind: 'cancelled' });
    assert.equal(asked.length, 0);
  });
});
