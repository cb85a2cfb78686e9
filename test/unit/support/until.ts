import { strict as assert } from 'node:assert';
import { setImmediate as turn } from 'node:timers/promises';

/** Milliseconds: far more than a busy machine takes for anything, and less than mocha waits for a test. */
const UNTIL_TIMEOUT_MS = 20_000;

/** Waits, turn by turn of the event loop, until something that goes on by itself has happened. */
export async function until(happened: () => boolean, what = 'what was waited for'): Promise<void> {
  const deadline = Date.now() + UNTIL_TIMEOUT_MS;
  while (!happened()) {
    assert.ok(Date.now() < deadline, `${what} did not happen`);
    await turn();
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
