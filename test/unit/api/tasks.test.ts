import { strict as assert } from 'node:assert';
import { awaitTask, defaultTaskPace, type TaskPace } from '../../../src/api/tasks';
import { startClientFixture, type ClientFixture } from './clientFixture';
import { clientOf } from './fakeClient';
import { quickTasks } from './quickTasks';
import { json, RawServer } from './transport/rawServer';
import { failing } from './transport/transportFixture';

describe('a task of the server', () => {
  let raw: RawServer;
  before(async () => {
    raw = await RawServer.start();
  });
  after(() => raw.close());

  const client = () => clientOf(raw.origin).client;
  /** Answers these states, the last of them for ever. */
  const states = (...answers: unknown[]) => {
    raw.answer((response, request, nth) => {
      const answer = answers[Math.min(nth, answers.length) - 1];
      json(200, typeof answer === 'object' ? answer : { stateValue: answer })(response, request, nth);
    });
  };
  /** A pace whose clock goes by what is waited for, and the pauses it made. */
  function timed(random = 0.5): { pace: TaskPace; pauses: number[] } {
    const pauses: number[] = [];
    let now = 0;
    const wait = (milliseconds: number) => {
      pauses.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    };
    return { pace: { ...defaultTaskPace, wait, clock: () => now, random: () => random }, pauses };
  }

  it('is under way while it is 0 or 1, and done with 3', async () => {
    states(0, 1, 1, 3);
    const elapsed: number[] = [];
    const { pace } = timed();
    const end = await awaitTask(client(), 't/1', { pace, onProgress: (time) => elapsed.push(time) });
    assert.deepEqual(end, { kind: 'done' });
    assert.deepEqual(
      raw.requests.map(({ url }) => url),
      Array(4).fill('/task/v1/tasks/t%2F1'),
    );
    assert.deepEqual(elapsed, [0, 1000, 2500]);
  });

  it('failed with 2, with what the server says of it, cleaned and without traces', async () => {
    states(1, { stateValue: 2, stateName: 'Canceled' });
    assert.deepEqual(await awaitTask(client(), 't', { pace: quickTasks }), {
      kind: 'failed',
      serverText: undefined,
    });
    states({ stateValue: 2, message: `In use\u202e${'x'.repeat(999)}`, stackTrace: 'at' });
    const end = await awaitTask(client(), 't', { pace: quickTasks });
    assert.ok(end.kind === 'failed');
    assert.match(end.serverText ?? '', /^In use‹U\+202E›x+$/);
    assert.ok((end.serverText ?? '').length < 320);
  });

  it('R16: is asked for with growing pauses up to the longest, with jitter', async () => {
    states(...Array<number>(9).fill(1), 3);
    const { pace, pauses } = timed();
    await awaitTask(client(), 't', { pace });
    assert.deepEqual(pauses.slice(0, 4), [1000, 1500, 2250, 3375]);
    assert.equal(pauses.at(-1), pace.maxPause);
    const [slow, fast] = [timed(1), timed(0)];
    states(1, 3);
    await awaitTask(client(), 't', { pace: slow.pace });
    states(1, 3);
    await awaitTask(client(), 't', { pace: fast.pace });
    assert.deepEqual([slow.pauses, fast.pauses], [[1250], [750]]);
  });

  it('R21: in a state that nobody knows, or without one, is waited for until the patience is over', async () => {
    for (const state of [7, -1, { stateName: 'Done' }, [], null, { stateValue: '3' }]) {
      states(state);
      const { pace, pauses } = timed();
      assert.deepEqual(await awaitTask(client(), 't', { pace: { ...pace, timeout: 60_000 } }), {
        kind: 'timeout',
      });
      const waited = pauses.reduce((sum, pause) => sum + pause, 0);
      assert.ok(waited > 45_000 && waited <= 60_000, String(waited));
    }
  });

  it('may be unknown at first, and the server may be away for a while', async () => {
    raw.answer((response, request, nth) => {
      const status = [404, 404, 503, 503, 503, 200][nth - 1] ?? 200;
      json(status, { stateValue: nth > 6 ? 3 : 1 })(response, request, nth);
    });
    assert.deepEqual(await awaitTask(client(), 't', { pace: quickTasks }), { kind: 'done' });
  });

  it('may say nothing as often as it likes, as long as it answers in between', async () => {
    raw.answer((response, request, nth) => {
      json(nth % 4 === 0 ? 200 : 404, { stateValue: nth > 20 ? 3 : 1 })(response, request, nth);
    });
    assert.deepEqual(await awaitTask(client(), 't', { pace: quickTasks }), { kind: 'done' });
    assert.equal(raw.requests.length, 24);
  });

  it('R16: is not asked for before the server wants to be asked', async () => {
    raw.answer((response, request, nth) => {
      json(nth === 1 ? 429 : 200, { stateValue: 3 }, { 'retry-after': '30' })(response, request, nth);
    });
    const { pace, pauses } = timed();
    await awaitTask(client(), 't', { pace });
    assert.deepEqual(pauses, [30_000]);
  });

  it('that stays unknown, or may not be seen, is a failure', async () => {
    raw.answer(json(404, {}));
    await failing(awaitTask(client(), 't', { pace: quickTasks }), 'notFound');
    assert.equal(raw.requests.length, quickTasks.misses + 1);
    raw.answer(json(403, {}));
    await failing(awaitTask(client(), 't', { pace: quickTasks }), 'forbidden');
    assert.equal(raw.requests.length, 1);
  });

  it('T5: is given up at the signal, while it is asked for and between', async () => {
    states(1);
    const abort = new AbortController();
    const watch = awaitTask(client(), 't', {
      signal: abort.signal,
      onProgress: () => {
        abort.abort();
      },
    });
    await failing(watch, 'cancelled', { host: client().host });
    assert.equal(raw.requests.length, 1);
    await failing(awaitTask(client(), 't', { signal: AbortSignal.abort() }), 'cancelled');
  });

  describe('of the sandbox', () => {
    let fixture: ClientFixture;
    before(async () => {
      fixture = await startClientFixture();
    });
    after(() => fixture.sandbox.close());

    it('that another organization has is not found', async () => {
      const pace = { ...quickTasks, misses: 0 };
      await failing(awaitTask(fixture.client, fixture.profileId, { pace }), 'notFound');
    });
  });
});
