import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import sinon from 'sinon';
import type { Sandbox } from '../../sandbox/sandbox';
import { countResponses, withStillClock } from '../support/stillClock';
import { settled, until } from '../support/until';

/** More than any response in this process takes to begin. */
const MAX_TURNS = 100;

const hitsOf = (sandbox: Sandbox) => sandbox.faults.list()[0]?.hits ?? 0;

/** Does work before a fault after which nothing comes: each time that it is met, so many milliseconds pass at once. */
export function runIntoSilence<T>(
  sandbox: Sandbox,
  milliseconds: number,
  work: () => Promise<T>,
): Promise<T> {
  return withStillClock(async (clock) => {
    const begun = countResponses();
    const over = new AbortController();
    let met = 0;
    const working = work().finally(() => {
      begun.stop();
      over.abort();
    });
    while (!over.signal.aborted) {
      await turn();
      clock.tick(0);
      const hits = hitsOf(sandbox);
      if (hits > met) {
        met = hits;
        const before = begun.count();
        // The beginning of a response may be on its way, or there is none.
        for (let turns = 0; turns < MAX_TURNS && begun.count() === before; turns++) {
          await turn();
          clock.tick(0);
        }
        await settled();
        clock.tick(milliseconds);
      }
    }
    return working;
  });
}

/** The same for what goes by the clock of `AbortSignal.timeout`, once. */
export async function runOnceIntoSilence<T>(sandbox: Sandbox, work: () => Promise<T>): Promise<T> {
  const patience = new AbortController();
  const timeout = sinon.stub(AbortSignal, 'timeout').returns(patience.signal);
  try {
    const working = work();
    const met = until(() => hitsOf(sandbox) > 0, 'the fault');
    await Promise.race([met.then(() => wait(100)).then(settled), working]);
    patience.abort();
    return await working;
  } finally {
    timeout.restore();
  }
}
