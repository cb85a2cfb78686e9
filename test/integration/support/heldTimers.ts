type SetTimeout = typeof globalThis.setTimeout;

/**
 * Holds timers of one length, of whoever in this process sets one, until a test has seen what was to happen meanwhile.
 */
export class HeldTimers {
  private readonly held: (() => void)[] = [];
  private readonly before = globalThis.setTimeout;

  /** `milliseconds`: so long is the pause of those that are held. */
  constructor(milliseconds: number) {
    const set = ((work: (...values: unknown[]) => void, pause?: number, ...values: unknown[]) => {
      if (pause !== milliseconds) return this.before(work, pause, ...values);
      this.held.push(() => {
        work(...values);
      });
      // One that can be cleared as any other, and never ends by itself.
      return this.before(() => undefined, 2 ** 31 - 1).unref();
    }) as SetTimeout;
    // With what hangs on it, such as its form for `promisify`.
    globalThis.setTimeout = Object.defineProperties(set, Object.getOwnPropertyDescriptors(this.before));
  }

  /** They end now, and others are as they were. */
  leave(): void {
    globalThis.setTimeout = this.before;
    for (const work of this.held.splice(0)) work();
  }
}
