import { strict as assert } from 'node:assert';
import { AccountMemento } from '../../../../../src/account/accountMemento';
import { RememberedStarts } from '../../../../../src/features/builds/watch/rememberedStarts';
import { FakeMemento } from '../../../support/fakes/memento';
import { accounts } from '../../../ui/lists/listFixture';
import { itemOf, rowOf, subject, useWatch } from './watchFixture';

const DAY = 24 * 3600;

describe('R43: what was started here is told of by a window that is opened again', () => {
  const on = useWatch();
  const remembered = () => on.remembered.of(accounts[0].id).map(({ started }) => started.queueItemId);

  it('is looked for without anybody looking, and its end is told once, with all that its buttons need', async () => {
    on.queue['q1'] = itemOf('running');
    on.start('q1', 't1');
    await on.seconds(10);
    on.reload();
    await on.seconds(10);
    assert.deepEqual(on.underWay, ['q1 running']);
    on.queue['q1'] = itemOf('failed', { buildId: 'b1' });
    await on.seconds(3600);
    const [end] = on.ends;
    assert.deepEqual(
      [on.ended, end?.startedHere, end?.buildId, end?.profile, end?.branch, end?.commit],
      [['q1 failed'], true, 'b1', subject.profile, subject.branch, subject.commit],
    );
    assert.equal(on.watch.stateOf('t1')?.status, 'failed');
  });

  it('also where it ended while no window was open', async () => {
    on.start();
    on.watch.dispose();
    on.queue['q1'] = itemOf('succeeded');
    await on.seconds(3600);
    on.reload();
    await on.seconds(10);
    assert.deepEqual(on.ended, ['q1 succeeded']);
  });

  it('nobody knows where it is before a look tells: it is no row, and overtakes no list', async () => {
    on.start();
    on.reload();
    const release = on.hold();
    await on.seconds(10);
    assert.deepEqual([on.underWay, on.watch.stateOf('q1')], [[], undefined]);
    on.queue['q1'] = itemOf('waiting');
    release();
    await on.seconds(60);
    assert.deepEqual([on.underWay, on.watch.stateOf('q1')?.status], [['q1 waiting'], 'waiting']);
  });

  it('never what others started, whether it was over when the window opened or not', async () => {
    on.watch.want();
    on.rows = [rowOf('o1')];
    await on.seconds(5);
    on.reload();
    on.rows = [];
    on.queue['o1'] = itemOf('failed');
    on.watch.want();
    await on.seconds(600);
    assert.deepEqual([on.ended, on.asked.filter((line) => line.includes('o1'))], [[], []]);
  });

  it('is given up where the server does not know it any more, and told of no one', async () => {
    on.start();
    on.reload();
    await on.seconds(600);
    assert.deepEqual(on.ended, ['q1 unknown']);
    const { length } = on.asked;
    await on.seconds(3600);
    assert.equal(on.asked.length, length);
  });

  it('is forgotten after a day', async () => {
    on.start();
    await on.seconds(DAY - 1);
    assert.deepEqual(remembered(), ['q1']);
    await on.seconds(1);
    assert.deepEqual(remembered(), []);
    on.reload();
    await on.seconds(600);
    assert.deepEqual(on.asked, []);
  });

  it('is forgotten when it is canceled here: who did that knows', async () => {
    on.start();
    on.watch.announceCanceled('q1', subject);
    await on.seconds(0);
    assert.deepEqual(remembered(), []);
  });

  it('R29: is of one account, whose return brings it back', async () => {
    on.start();
    on.sessions.setSignedIn(accounts[1]);
    on.queue['q1'] = itemOf('failed');
    await on.seconds(600);
    assert.deepEqual(on.ended, []);
    on.sessions.setSignedIn(accounts[0]);
    await on.seconds(10);
    assert.deepEqual(on.ended, ['q1 failed']);
  });

  describe('what is stored', () => {
    const [account] = accounts;
    let memento: FakeMemento;
    let starts: RememberedStarts;

    beforeEach(() => {
      memento = new FakeMemento();
      starts = new RememberedStarts(new AccountMemento(memento, 'key'));
    });

    it('is ids, names and the time, of 50 at most, and nothing once all is told', async () => {
      const secret = { ...subject, commit: { id: 'c1', hash: 'abc', message: 'Sentinel', raw: 'Sentinel' } };
      for (let count = 0; count < 60; count++) {
        await starts.add(account, { queueItemId: `q${count}`, taskId: `t${count}` }, secret);
      }
      assert.equal(starts.of(account.id).length, 50);
      assert.doesNotMatch(memento.text, /Sentinel/);
      for (let count = 10; count < 60; count++) {
        await starts.remove(account, count % 2 === 0 ? `q${count}` : `t${count}`);
      }
      assert.equal(memento.text, '[]');
    });

    it('once for a build that is started again under the same id', async () => {
      await starts.add(account, { queueItemId: 'q1', taskId: 't1' }, subject);
      await starts.add(account, { queueItemId: 'q1', taskId: 't1' }, subject);
      assert.equal(starts.of(account.id).length, 1);
    });

    it('what is no longer signed in is not written anew', async () => {
      await starts.remove(account, 'q1');
      assert.equal(memento.text, '[]');
    });

    for (const nonsense of [7, 'x', {}, [null, 7, {}, { queueItemId: 'q', profileId: 'p', at: 'now' }]]) {
      it(`R21: reads nothing from ${JSON.stringify(nonsense)}`, async () => {
        await new AccountMemento(memento, 'key').set(account, nonsense);
        assert.deepEqual(starts.of(account.id), []);
      });
    }

    it('R21: reads what has ids and a time, without names', async () => {
      await new AccountMemento(memento, 'key').set(account, [
        { queueItemId: 'q', profileId: 'p', at: Date.now() },
      ]);
      assert.deepEqual(
        starts.of(account.id).map(({ started, subject: { profile, branch } }) => [started, profile, branch]),
        [[{ queueItemId: 'q', taskId: 'q' }, { id: 'p', name: '' }, { name: '' }]],
      );
    });
  });
});
