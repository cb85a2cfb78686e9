import type { Clock } from './time';

/** Pauses between tries that nobody asked for, in milliseconds: none before the first, each twice as long as the last. */
export class GrowingPause {
  private pause: number;
  /** No try before this, in milliseconds since 1970. */
  private until = 0;

  constructor(
    private readonly first: number,
    private readonly max: number,
    private readonly clock: Clock = Date.now,
  ) {
    this.pause = first;
  }

  /** Milliseconds until the next try may begin. */
  get left(): number {
    return Math.max(0, this.until - this.clock());
  }

  /** A try begins. */
  begin(): void {
    this.until = this.clock() + this.pause;
    this.pause = Math.min(this.pause * 2, this.max);
  }

  /** A server wants to be left alone for so long. */
  hold(milliseconds: number): void {
    this.until = Math.max(this.until, this.clock() + Math.min(milliseconds, this.max));
  }

  /** All is well: the next try needs no pause. */
  reset(): void {
    this.pause = this.first;
    this.until = 0;
  }
}
