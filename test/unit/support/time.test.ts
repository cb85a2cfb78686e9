import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import { delay, abortable, startTimer } from '../../../src/support/time';
import { failureOf } from './until';

/** The rejections that nobody handled while the work was done. */
async function unhandled(work: () => Promise<unknown>): Promise<unknown[]> {
  const seen: unknown[] = [];
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', (reason) => seen.push(reason));
  try {
    await work();
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    process.removeAllListeners('unhandledRejection');
    others.forEach((listener) => process.on('unhandledRejection', listener));
  }
  return seen;
}

describe('delay', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => (clock = sinon.useFakeTimers()));
  afterEach(() => {
    clock.restore();
  });

  it('waits as long as it was told', async () => {
    let over = false;
    void delay(100).then(() => (over = true));
    await clock.tickAsync(99);
    assert.equal(over, false);
    await clock.tickAsync(1);
    assert.equal(over, true);
  });

  it('ends with the reason when it is aborted, and leaves no timer', async () => {
    const abort = new AbortController();
    const waiting = failureOf(delay(100, abort.signal));
    abort.abort(new Error('enough'));
    assert.equal(((await waiting) as Error).message, 'enough');
    assert.equal(clock.countTimers(), 0);
  });

  it('of more than a timer of Node takes is not over at once', async () => {
    let over = false;
    void delay(1e13).then(() => (over = true));
    await clock.tickAsync(1000);
    assert.equal(over, false);
  });

  it('does not begin when it was aborted before', async () => {
    const error = (await failureOf(delay(100, AbortSignal.abort()))) as Error;
    assert.equal(error.name, 'AbortError');
    assert.equal(clock.countTimers(), 0);
  });

  it('lets go of the signal at its end', async () => {
    const { signal } = new AbortController();
    const removed = sinon.spy(signal, 'removeEventListener');
    const waiting = delay(5, signal);
    await clock.tickAsync(5);
    await waiting;
    assert.equal(removed.calledWith('abort'), true);
  });
});

describe('a timer', () => {
  it('goes by whichever clock says more: the one that nobody sets, or the one that goes on in a sleep', () => {
    let [wall, ticks] = [1000, 0];
    const elapsed = startTimer(
      () => wall,
      () => ticks,
    );
    [wall, ticks] = [500, 70];
    assert.equal(elapsed(), 70);
    [wall, ticks] = [9000, 80];
    assert.equal(elapsed(), 8000);
  });
});

describe('abortable', () => {
  it('gives what the work gives, or its failure', async () => {
    const { signal } = new AbortController();
    assert.equal(await abortable(Promise.resolve(1), signal), 1);
    assert.equal(await abortable(Promise.resolve(2)), 2);
    const error = (await failureOf(abortable(Promise.reject(new Error('no')), signal))) as Error;
    assert.equal(error.message, 'no');
  });

  it('gives up at the signal while the work goes on for the others', async () => {
    const abort = new AbortController();
    let finish: (value: number) => void = () => undefined;
    const work = new Promise<number>((resolve) => (finish = resolve));
    const mine = failureOf(abortable(work, abort.signal));
    const theirs = abortable(work, new AbortController().signal);
    abort.abort();
    assert.equal(((await mine) as Error).name, 'AbortError');
    finish(7);
    assert.equal(await theirs, 7);
  });

  it('a failure that comes after the waiting was given up harms nobody', async () => {
    const seen = await unhandled(async () => {
      const abort = new AbortController();
      let fail: (error: Error) => void = () => undefined;
      const work = new Promise<number>((_resolve, reject) => (fail = reject));
      const mine = failureOf(abortable(work, abort.signal));
      abort.abort();
      await mine;
      fail(new Error('late'));
    });
    assert.deepEqual(seen, []);
  });

  it('a failure of work that nobody waited for, the signal being aborted before, harms nobody', async () => {
    const seen = await unhandled(() =>
      failureOf(abortable(Promise.reject(new Error('unheard')), AbortSignal.abort())),
    );
    assert.deepEqual(seen, []);
  });
});
