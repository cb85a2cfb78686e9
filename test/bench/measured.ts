import { setTimeout } from 'node:timers/promises';
import type { Addresses } from './benchEditor';

/** What was measured, by name: milliseconds, bytes or a count. */
export type Measured = Record<string, number>;

/** A server, and the key to it. */
export interface Server {
  addresses: Addresses;
  key: string;
}

/** What work gives, and the milliseconds that it took. */
export async function timed<T>(work: () => T): Promise<[Awaited<T>, number]> {
  const started = performance.now();
  const result = await work();
  return [result, performance.now() - started];
}

/**
 * Bytes that work holds on to and that it took at most, with what it measured. What it gives is held until the end:
 * `kept` is heap and buffers after a collection, `peak` the growth of the process.
 */
export async function withMemory<T>(
  work: () => Promise<{ held: T; measured: Measured }>,
): Promise<{ held: T; measured: Measured }> {
  const before = await collected();
  const { held, measured } = await work();
  const peak = process.resourceUsage().maxRSS * 1024 - before.rss;
  const after = await collected();
  const kept = after.heapUsed + after.external - before.heapUsed - before.external;
  return { held, measured: { ...measured, kept, peak } };
}

/** Buffers go some time after the objects that held them: one collection does not show what is kept. */
async function collected(): Promise<NodeJS.MemoryUsage> {
  for (let round = 0; round < 5; round += 1) {
    globalThis.gc?.();
    await setTimeout(50);
  }
  return process.memoryUsage();
}
