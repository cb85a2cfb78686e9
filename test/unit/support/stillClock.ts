import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import sinon from 'sinon';
import { settled, until } from './until';

let still: sinon.SinonFakeTimers | undefined;

// A test that was given up would stop the clock of all that follow.
afterEach(() => {
  still?.restore();
  still = undefined;
});

/**
 * Does work while the clock that timeouts go by stands still, but for what the work itself lets it go on: a timeout of
 * some milliseconds would be over on a busy machine before what is to come first.
 */
export async function withStillClock<T>(work: (clock: sinon.SinonFakeTimers) => Promise<T>): Promise<T> {
  still = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  try {
    return await work(still);
  } finally {
    still.restore();
  }
}

/** Does work, during which no time passes until something has happened, and then so many milliseconds at once. */
export function lapse<T>(
  milliseconds: number,
  happened: () => Promise<unknown>,
  work: () => Promise<T>,
): Promise<T> {
  return withStillClock(async (clock) => {
    const happening = happened();
    const working = work();
    await Promise.race([happening, working]);
    clock.tick(milliseconds);
    return working;
  });
}

/** Counts from now on, until it is stopped, the responses that have begun to reach a client of this process. */
export function countResponses(): { readonly count: () => number; readonly stop: () => void } {
  let count = 0;
  const onResponse = () => count++;
  const channel = 'http.client.response.finish';
  subscribe(channel, onResponse);
  return { count: () => count, stop: () => unsubscribe(channel, onResponse) };
}

/** Resolves when the next response has begun to reach a client of this process, and what came with its head is read. */
export async function responseBegun(): Promise<void> {
  const begun = countResponses();
  try {
    await until(() => begun.count() > 0, 'a response');
  } finally {
    begun.stop();
  }
  await settled();
}
