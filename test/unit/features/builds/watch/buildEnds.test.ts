import { strict as assert } from 'node:assert';
import { Failure } from '../../../../../src/api/failure';
import { accounts } from '../../../ui/lists/listFixture';
import { itemOf, rowOf, subject, useWatch } from './watchFixture';

describe('the state of builds that are watched', () => {
  const on = useWatch();

  describe('the traps of polling', () => {
    it('a build that waits for 30 seconds, and for an hour, has not ended', async () => {
      on.queue['q1'] = itemOf('waiting');
      on.start();
      await on.seconds(30);
      assert.deepEqual(on.underWay, ['q1 waiting']);
      await on.seconds(3600);
      assert.deepEqual([on.underWay, on.ended], [['q1 waiting'], []]);
    });

    it('nor has one of which the queue says nothing yet, or a number that nobody documented', async () => {
      on.queue['q1'] = itemOf('unknown');
      on.start();
      await on.seconds(600);
      assert.deepEqual([on.underWay, on.ended], [['q1 waiting'], []]);
      on.queue['q1'] = itemOf('running');
      await on.seconds(60);
      on.queue['q1'] = itemOf('unknown');
      on.builds['c1 q1'] = 'unknown';
      await on.seconds(600);
      assert.deepEqual([on.underWay, on.ended], [['q1 running'], []]);
    });

    for (const status of ['succeeded', 'succeededWithWarnings', 'failed', 'canceled', 'timedOut'] as const) {
      it(`${status} is an end, told once`, async () => {
        on.queue['q1'] = itemOf('running');
        on.start();
        await on.seconds(10);
        on.queue['q1'] = itemOf(status);
        await on.seconds(3600);
        assert.deepEqual([on.underWay, on.ended], [[], [`q1 ${status}`]]);
        assert.equal(on.watch.stateOf('q1')?.status, status);
      });
    }

    it('the id of the build is known as soon as it is not zero, and then finds the build, too', async () => {
      on.queue['q1'] = itemOf('waiting');
      on.start('q1', 't1');
      await on.seconds(3);
      assert.equal(on.watch.stateOf('q1')?.buildId, undefined);
      on.queue['q1'] = itemOf('running', { buildId: 'b1' });
      await on.seconds(60);
      on.queue['q1'] = itemOf('failed', { buildId: 'b1' });
      await on.seconds(60);
      assert.equal(on.ends[0]?.buildId, 'b1');
      assert.deepEqual(
        ['q1', 't1', 'b1'].map((id) => on.watch.stateOf(id)?.status),
        ['failed', 'failed', 'failed'],
      );
    });

    it('a dashboard that knows a build by its task, or by its build, does not show it twice', async () => {
      on.watch.want();
      on.start('q1', 't1');
      on.rows = [rowOf('t1')];
      await on.seconds(10);
      assert.deepEqual(on.underWay, ['t1 running']);
      on.start('q2', 't2');
      on.queue['q2'] = itemOf('running', { buildId: 'b2' });
      on.rows = [rowOf('t1'), rowOf('b2')];
      await on.seconds(60);
      assert.deepEqual(on.underWay, ['t1 running', 'b2 running']);
      on.queue['q2'] = itemOf('failed', { buildId: 'b2' });
      on.queue['q1'] = itemOf('running');
      on.rows = [];
      await on.seconds(60);
      assert.deepEqual(on.ended, ['q2 failed']);
    });

    it('a dashboard that still has a build that ended does not bring it back', async () => {
      on.watch.want();
      on.start();
      on.queue['q1'] = itemOf('failed');
      await on.seconds(5);
      on.rows = [rowOf('q1')];
      await on.seconds(600);
      assert.deepEqual([on.underWay, on.ended], [[], ['q1 failed']]);
    });
  });

  describe('a build that leaves the dashboard', () => {
    beforeEach(async () => {
      on.watch.want();
      on.rows = [rowOf('o1'), rowOf('p1', { kind: 'publish' })];
      await on.seconds(3);
      assert.deepEqual(on.underWay, ['o1 running', 'p1 running']);
      on.rows = [];
    });

    it('is asked how it ended', async () => {
      on.queue['o1'] = itemOf('succeededWithWarnings', { buildId: 'b1' });
      await on.seconds(10);
      assert.deepEqual([on.underWay, on.ended], [[], ['o1 succeededWithWarnings']]);
      const [end] = on.ends;
      assert.deepEqual(
        [end?.profile.name, end?.branch.name, end?.commit?.id, end?.buildId, end?.startedHere],
        ['Harbor', 'main', 'commit of o1', 'b1', false],
      );
    });

    it('is found by its commit where the queue has forgotten it', async () => {
      on.builds['commit of o1 o1'] = 'failed';
      await on.seconds(10);
      assert.deepEqual(on.ended, ['o1 failed']);
    });

    it('goes on where it says so, and is not asked forever', async () => {
      on.queue['o1'] = itemOf('running');
      await on.seconds(8);
      assert.deepEqual([on.underWay, on.ended], [['o1 running'], []]);
      await on.seconds(600);
      assert.deepEqual([on.underWay, on.ended], [[], ['o1 unknown']]);
    });

    it('is given up where nothing knows it', async () => {
      await on.seconds(600);
      assert.deepEqual([on.underWay, on.ended], [[], ['o1 unknown']]);
    });

    it('and one among many: at most five are asked for in a look', async () => {
      const ids = Array.from({ length: 12 }, (_, index) => `m${index}`);
      on.rows = ids.map((id) => rowOf(id));
      for (const id of [...ids, 'o1']) on.queue[id] = itemOf('succeeded');
      await on.seconds(10);
      on.rows = [];
      on.asked.length = 0;
      await on.seconds(60);
      assert.equal(on.ended.length, 13);
      const looks = on.asked.map((line) => line.split(' ', 1).join());
      assert.ok(looks.every((time) => looks.filter((other) => other === time).length <= 6));
    });
  });

  describe('R47: what was done here', () => {
    it('a started build waits at once, before anything is asked', () => {
      on.watch.want();
      on.asked.length = 0;
      on.start();
      assert.deepEqual([on.underWay, on.asked], [['q1 waiting'], []]);
      assert.equal(on.watch.stateOf('q1')?.status, 'waiting');
      assert.equal(on.changes, 1);
    });

    it('a dashboard that was asked before the start does not take the row away', async () => {
      const open = on.hold();
      on.watch.want();
      await on.seconds(0);
      on.queue['q1'] = itemOf('failed');
      on.start();
      open();
      await on.seconds(0);
      assert.deepEqual([on.underWay, on.ended], [['q1 waiting'], []]);
    });

    it('a build that was canceled is so at once; a response that was on its way does not bring it back', async () => {
      on.watch.want();
      on.rows = [rowOf('q1')];
      on.start();
      await on.seconds(3);
      const open = on.hold();
      await on.seconds(3);
      on.watch.announceCanceled('q1', subject);
      assert.deepEqual([on.underWay, on.watch.stateOf('q1')?.status], [[], 'canceled']);
      open();
      await on.seconds(0);
      assert.deepEqual([on.underWay, on.watch.stateOf('q1')?.status, on.ended], [[], 'canceled', []]);
    });

    it('nor does a server that needs its time; that the build is canceled is told when it says so', async () => {
      on.watch.want();
      on.rows = [rowOf('q1')];
      on.start();
      await on.seconds(3);
      on.watch.announceCanceled('q1', subject);
      await on.seconds(30);
      assert.deepEqual([on.underWay, on.ended], [[], []]);
      on.rows = [];
      on.queue['q1'] = itemOf('canceled');
      await on.seconds(60);
      assert.deepEqual([on.ended, on.ends[0]?.canceledHere], [['q1 canceled'], true]);
    });

    it('what goes on a minute later all the same is under way', async () => {
      on.rows = [rowOf('q1')];
      on.watch.want();
      on.start();
      on.watch.announceCanceled('q1', subject);
      await on.seconds(180);
      assert.deepEqual(on.underWay, ['q1 running']);
      on.rows = [];
      on.queue['q1'] = itemOf('canceled');
      await on.seconds(60);
      assert.equal(on.ends[0]?.canceledHere, false);
    });

    it('what was canceled and had ended is what the server says', async () => {
      on.start();
      on.watch.announceCanceled('q1', subject);
      on.queue['q1'] = itemOf('succeeded');
      await on.seconds(60);
      assert.deepEqual([on.ended, on.ends[0]?.canceledHere], [['q1 succeeded'], false]);
    });

    it('what was canceled while it waited, and is nowhere any more, is canceled', async () => {
      on.watch.announceCanceled('x1', subject);
      await on.seconds(60);
      assert.deepEqual(on.ended, ['x1 canceled']);
    });

    it('a build that is started again is another one: the first one’s end is not its end', async () => {
      on.queue['q1'] = itemOf('failed');
      on.start('q1');
      await on.seconds(5);
      on.queue['q2'] = itemOf('waiting');
      on.builds['c1 q1'] = 'failed';
      on.start('q2');
      await on.seconds(600);
      assert.deepEqual([on.underWay, on.ended], [['q2 waiting'], ['q1 failed']]);
    });
  });

  it('a build that is nowhere right after its start waits on; after five looks it is given up', async () => {
    on.start();
    await on.seconds(20);
    assert.deepEqual(on.underWay, ['q1 waiting']);
    await on.seconds(300);
    assert.deepEqual([on.underWay, on.ended], [[], ['q1 unknown']]);
  });

  it('R29: another account means that nothing is known, and a response for the last one is dropped', async () => {
    on.watch.want();
    on.rows = [rowOf('o1')];
    await on.seconds(3);
    const open = on.hold();
    await on.seconds(5);
    on.sessions.setSignedIn(accounts[1]);
    assert.deepEqual([on.underWay, on.watch.stateOf('o1')], [[], undefined]);
    open();
    on.rows = [];
    await on.seconds(3);
    assert.deepEqual([on.underWay, on.ended], [[], []]);
  });

  it('the same account with another key goes on', async () => {
    on.queue['q1'] = itemOf('running');
    on.start();
    await on.seconds(5);
    on.sessions.setSignedIn({ ...accounts[0] });
    on.queue['q1'] = itemOf('failed');
    await on.seconds(60);
    assert.deepEqual(on.ended, ['q1 failed']);
  });

  it('where the dashboard is refused, builds that were started here are watched all the same', async () => {
    on.watch.want();
    on.rows = new Failure('forbidden', { host: 'api.example', status: 403 });
    on.queue['q1'] = itemOf('running');
    on.start();
    await on.seconds(60);
    assert.deepEqual([on.underWay, on.watch.failure?.kind], [['q1 running'], 'forbidden']);
    assert.equal(on.asked.filter((line) => line.endsWith(' list')).length, 1);
    on.rows = [rowOf('q1')];
    await on.watch.refresh();
    assert.deepEqual([on.underWay, on.watch.failure], [['q1 running'], undefined]);
  });
});
