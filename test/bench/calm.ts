import { setTimeout } from 'node:timers/promises';

/** Waits until so many looks in a row, a tenth of a second each, found a host that does next to nothing. */
export async function calm(looks = 3): Promise<void> {
  for (let quiet = 0; quiet < looks;) {
    const before = performance.eventLoopUtilization();
    await setTimeout(100);
    quiet = performance.eventLoopUtilization(before).active < 5 ? quiet + 1 : 0;
  }
}
