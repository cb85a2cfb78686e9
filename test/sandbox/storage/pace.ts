import { setTimeout as wait } from 'node:timers/promises';
import type { World } from '../world';

/** How much of the rate that was not used is not lost, in milliseconds. */
const MOST = 100;

/** Lets no more pass than the mode's rate. */
export async function* pace(
  world: Pick<World, 'mode' | 'closing'>,
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
): AsyncGenerator<Buffer> {
  let due = Date.now();
  for await (const piece of pieces) {
    yield piece;
    const { storageBytesPerSecond: rate } = world.mode;
    due = Math.max(due, Date.now() - MOST) + (rate === 0 ? 0 : (piece.length / rate) * 1000);
    const early = due - Date.now();
    if (early > 0) {
      await wait(early, undefined, { signal: world.closing });
    }
  }
}
