/** Milliseconds of patience. They stand still while something else than the server is waited for. */
export class Deadline {
  private readonly over = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private left: number;
  private since = 0;

  constructor(
    private readonly whole: number,
    private stepwise: boolean,
  ) {
    this.left = whole;
    this.go();
  }

  /** Aborted when the time is over. */
  get signal(): AbortSignal {
    return this.over.signal;
  }

  /** From now on the whole time is for each step, and no longer for all of them. */
  forEachStep(): void {
    this.stepwise = true;
    this.step();
  }

  /** Something came or went: the next step has the whole time again. */
  step(): void {
    this.stop();
    this.go();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.left = this.stepwise ? this.whole : this.left - (performance.now() - this.since);
  }

  go(): void {
    this.since = performance.now();
    this.timer = setTimeout(() => {
      this.over.abort();
    }, this.left);
  }
}
