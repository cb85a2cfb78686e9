/**
 * Pauses between two looks at a log, in milliseconds: short again whenever something came, else each half as long again as
 * the one before. In half an hour without a change that is 27 looks, and two requests for each.
 */
export class LogPauses {
  private static readonly FIRST = 2_000;
  private static readonly MAX = 90_000;
  private next = LogPauses.FIRST;
  private wake: (() => void) | undefined;
  private isWoken = false;

  /** Something came. */
  reset(): void {
    this.next = LogPauses.FIRST;
  }

  /** Ends the pause that is, or leaves out the next one. */
  interrupt(): void {
    this.isWoken = true;
    this.wake?.();
  }

  /** Waits, at least as long as the server wants it. Fails with the reason of the signal. */
  async wait(signal: AbortSignal, atLeast = 0): Promise<void> {
    signal.throwIfAborted();
    const pause = Math.max(this.next, atLeast);
    this.next = Math.min(this.next * 1.5, LogPauses.MAX);
    if (!this.isWoken || atLeast > 0) {
      await new Promise<void>((resolve) => {
        const end = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', end);
          this.wake = undefined;
          resolve();
        };
        const timer = setTimeout(end, pause);
        signal.addEventListener('abort', end);
        this.wake = atLeast > 0 ? undefined : end;
      });
    }
    this.isWoken = false;
    signal.throwIfAborted();
  }
}
