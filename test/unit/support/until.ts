import { strict as assert } from 'node:assert';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';

/** The real one: a test that waits may have stopped the clock. */
const pause = wait;

/** What goes on in this process has happened after so many turns; what comes over a socket may take longer. */
const TURNS = 100;

/** Milliseconds: far more than a busy machine takes for anything, and less than mocha waits for a test. */
const UNTIL_TIMEOUT_MS = 20_000;

/**
 * Waits, turn by turn of the event loop, until something that goes on by itself has happened. What is not there soon is
 * asked for a thousand times a second and no more: turns without a pause would take a whole processor from whoever has
 * to do it.
 */
export async function until(happened: () => boolean, what = 'what was waited for'): Promise<void> {
  const deadline = Date.now() + UNTIL_TIMEOUT_MS;
  for (let turns = 0; !happened(); turns++) {
    assert.ok(Date.now() < deadline, `${what} did not happen`);
    await (turns < TURNS ? turn() : pause(1));
  }
}

/** Lets everything that needs no outside world come to its end. */
export async function settled(): Promise<void> {
  for (let turns = 0; turns < 5; turns++) {
    await turn();
  }
}

/** What a promise fails with. */
export async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => assert.fail('It was expected to fail'),
    (error: unknown) => error,
  );
}
