import { setTimeout as wait } from 'node:timers/promises';
import type { World } from '../world';

/** How much of the rate that was not used is not lost, in milliseconds. */
const MOST = 100;

/** How often is looked whether it may go on, in milliseconds. */
const LOOK = 20;

/** Lets no more pass than the mode's rate, and nothing beyond where it holds. */
export async function* pace(
  world: Pick<World, 'mode' | 'closing'>,
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
): AsyncGenerator<Buffer> {
  let due = Date.now();
  let passed = 0;
  for await (const piece of pieces) {
    yield piece;
    passed += piece.length;
    const { storageBytesPerSecond: rate } = world.mode;
    due = Math.max(due, Date.now() - MOST) + (rate === 0 ? 0 : (piece.length / rate) * 1000);
    const early = due - Date.now();
    if (early > 0) {
      await wait(early, undefined, { signal: world.closing });
    }
    while (isHeld(passed, world.mode)) {
      await wait(LOOK, undefined, { signal: world.closing });
    }
  }
}

function isHeld(passed: number, { storageHoldsAt }: World['mode']): boolean {
  return storageHoldsAt > 0 && passed >= storageHoldsAt;
}
