/** The sandbox's idea of the time: the machine's, moved by an offset that tests set, or standing still. */
export class Clock {
  offsetSeconds = 0;
  private stoppedAt: number | undefined;

  /** Milliseconds since 1970. */
  now(): number {
    return (this.stoppedAt ?? Date.now()) + this.offsetSeconds * 1000;
  }

  /** From here on it moves by `offsetSeconds` alone, so that a slow machine changes nothing. */
  stop(): void {
    this.stoppedAt ??= Date.now();
  }

  start(): void {
    this.stoppedAt = undefined;
  }

  /** Moves it on. */
  pass(seconds: number): void {
    this.offsetSeconds += seconds;
  }

  get isStopped(): boolean {
    return this.stoppedAt !== undefined;
  }

  /** For the `Date` header. */
  httpDate(): string {
    return new Date(this.now()).toUTCString();
  }
}
