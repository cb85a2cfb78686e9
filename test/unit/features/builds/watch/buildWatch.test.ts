import { strict as assert } from 'node:assert';
import { Failure } from '../../../../../src/api/failure';
import { accounts } from '../../../ui/lists/listFixture';
import { itemOf, rowOf, subject, useWatch } from './watchFixture';

describe('the loop that watches builds', () => {
  const on = useWatch();
  const hour = 3600;
  const times = () => on.asked.map((line) => Number(line.split(' ', 1)));

  describe('R16: asks nothing', () => {
    it('where nobody wants to know', async () => {
      await on.seconds(hour);
      on.focus(false);
      on.focus(true);
      await on.seconds(hour);
      assert.deepEqual(on.asked, []);
    });

    it('while the window has no focus, and at once when it has it', async () => {
      on.focus(false);
      on.watch.want();
      on.start();
      await on.seconds(hour);
      assert.deepEqual(on.asked, []);
      on.rows = [rowOf('q1')];
      on.focus(true);
      await on.seconds(0);
      assert.deepEqual(on.asked, [`${hour} list`]);
    });

    it('once nobody wants to know any more, and what was started here has ended', async () => {
      const want = on.watch.want();
      on.rows = [rowOf('o1')];
      await on.seconds(10);
      on.start();
      want.dispose();
      want.dispose();
      on.queue['q1'] = itemOf('succeeded');
      await on.seconds(60);
      assert.deepEqual(on.ended, ['q1 succeeded']);
      on.asked.length = 0;
      await on.seconds(hour);
      assert.deepEqual(on.asked, []);
    });

    it('while nobody is signed in; then at once', async () => {
      on.sessions.setSignedOut();
      on.watch.want();
      await on.seconds(hour);
      assert.deepEqual(on.asked, []);
      on.sessions.setSignedIn(accounts[0]);
      await on.seconds(0);
      assert.deepEqual(on.asked, [`${hour} list`]);
    });

    it('after it was disposed, be it in the middle of a look', async () => {
      const open = on.hold();
      on.watch.want();
      on.start();
      await on.seconds(3);
      on.asked.length = 0;
      on.watch.dispose();
      open();
      await on.seconds(hour);
      assert.deepEqual([on.asked, on.clock.countTimers()], [[], 0]);
    });
  });

  it('asks at once whoever wants to know, then in growing pauses', async () => {
    on.rows = [rowOf('o1')];
    on.watch.want();
    await on.seconds(60);
    const [first, ...more] = times();
    assert.equal(first, 0);
    const pauses = more.map((time, index) => time - (times()[index] ?? 0));
    assert.ok(pauses.length >= 4);
    assert.ok(pauses.slice(2).every((pause, index) => pause >= (pauses[index + 1] ?? 0)));
  });

  it('half an hour without change costs at most 60 requests', async () => {
    on.queue['q1'] = itemOf('waiting');
    on.start();
    await on.seconds(1800);
    assert.ok(on.asked.length <= 60, String(on.asked.length));
    assert.ok(on.asked.length >= 30, String(on.asked.length));
  });

  it('a view in which nothing is under way asks every five minutes in the end', async () => {
    on.watch.want();
    await on.seconds(hour);
    on.asked.length = 0;
    await on.seconds(hour);
    assert.equal(on.asked.length, 12);
    // That nothing is under way is news once.
    assert.equal(on.changes, 1);
  });

  it('what changes makes the pauses short again', async () => {
    on.rows = [rowOf('o1')];
    on.watch.want();
    await on.seconds(hour);
    on.rows = [rowOf('o1', { stepName: 'Git Clone' })];
    await on.seconds(45);
    const before = on.asked.length;
    await on.seconds(10);
    assert.ok(on.asked.length - before >= 1);
    on.asked.length = 0;
    on.queue['q1'] = itemOf('waiting');
    on.start();
    await on.seconds(3);
    assert.equal(on.asked.length, 2);
  });

  it('one who wants to know more joins the look that is under way', async () => {
    on.watch.want();
    on.watch.want();
    await Promise.all([on.watch.refresh(), on.watch.refresh()]);
    assert.deepEqual(on.asked, ['0 list']);
  });

  it('R47: but not one that began before a start', async () => {
    const open = on.hold();
    on.watch.want();
    await on.seconds(1);
    on.queue['q1'] = itemOf('waiting');
    on.start();
    const refreshed = on.watch.refresh();
    open();
    await refreshed;
    assert.deepEqual(on.asked, ['0 list', '1 list', '1 queue q1']);
  });

  it('asks for nothing but the build where nobody looks at what is under way', async () => {
    on.queue['q1'] = itemOf('running');
    on.start();
    await on.seconds(60);
    assert.ok(on.asked.every((line) => line.endsWith(' queue q1')));
  });

  it('asks for nothing but the dashboard where that has all builds', async () => {
    on.watch.want();
    on.rows = [rowOf('q1')];
    on.start();
    await on.seconds(60);
    assert.ok(on.asked.every((line) => line.endsWith(' list')));
  });

  it('waits as long as the server wants it, also where somebody begins to look', async () => {
    on.rows = new Failure('rateLimited', { host: 'api.example', retryAfter: 120 });
    const want = on.watch.want();
    await on.seconds(0);
    want.dispose();
    on.watch.want();
    await on.seconds(119);
    assert.deepEqual(on.asked, ['0 list']);
    await on.seconds(2);
    assert.equal(on.asked.length, 2);
  });

  it('keeps what it knew where a look fails, and says why; then all is well again', async () => {
    on.rows = [rowOf('o1')];
    on.watch.want();
    await on.seconds(0);
    on.rows = new Failure('offline', { host: 'api.example' });
    await on.seconds(4);
    assert.deepEqual([on.underWay, on.watch.failure?.kind], [['o1 running'], 'offline']);
    on.rows = [];
    on.queue['o1'] = itemOf('failed');
    await on.seconds(60);
    assert.deepEqual([on.underWay, on.watch.failure, on.ended], [[], undefined, ['o1 failed']]);
  });

  it('a server in trouble is not asked for builds one by one', async () => {
    on.watch.want();
    on.start();
    on.rows = new Failure('serverFault', { host: 'api.example', status: 503 });
    await on.seconds(30);
    assert.ok(on.asked.every((line) => line.endsWith(' list')));
  });

  it('a refresh fails as the request does', async () => {
    on.rows = new Failure('offline', { host: 'api.example' });
    await assert.rejects(on.watch.refresh(), { kind: 'offline' });
    assert.equal(on.watch.failure?.kind, 'offline');
  });

  it('a row is of the build that was started', () => {
    on.start();
    assert.deepEqual(on.watch.underWay, [
      rowOf('q1', {
        status: 'waiting',
        commitId: subject.commit?.id,
        startedBy: undefined,
        queuedAt: 0,
      }),
    ]);
  });
});
