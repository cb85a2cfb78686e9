/** The sandbox's idea of the time: the machine's, moved by an offset that tests set. */
export class Clock {
  offsetSeconds = 0;

  /** Milliseconds since 1970. */
  now(): number {
    return Date.now() + this.offsetSeconds * 1000;
  }

  /** For the `Date` header. */
  httpDate(): string {
    return new Date(this.now()).toUTCString();
  }
}
