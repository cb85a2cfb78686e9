import type { Clock } from '../../support/time';

/** How far a transfer is. */
export interface TransferPace {
  /** Bytes in a second, smoothed over some seconds; undefined until it can be told. */
  rate: number | undefined;
  /** Milliseconds until all is there, at this rate. */
  remainingMs: number | undefined;
}

/** Milliseconds after which an older rate counts for a third. */
const SMOOTHING = 4000;
/** Milliseconds. Buffers fill in bursts: what is measured over less says nothing. */
const MIN_SAMPLE = 250;

/** Measures how fast a transfer is. */
export class TransferSpeed {
  private rate: number | undefined;
  private bytes = 0;
  private since: number;

  constructor(private readonly clock: Clock) {
    this.since = clock();
  }

  /** Told how many bytes are through by now. Fewer than before: it began anew, as fast as it was as far as is known. */
  update(bytes: number): void {
    const now = this.clock();
    const time = now - this.since;
    if (bytes < this.bytes) {
      this.bytes = bytes;
      this.since = now;
    } else if (time >= MIN_SAMPLE) {
      const measured = ((bytes - this.bytes) / time) * 1000;
      const weight = this.rate === undefined ? 1 : 1 - Math.exp(-time / SMOOTHING);
      this.rate = (this.rate ?? 0) * (1 - weight) + measured * weight;
      this.bytes = bytes;
      this.since = now;
    }
  }

  /** For this many bytes of so many; the total may not be known. */
  pace(bytes: number, total: number | undefined): TransferPace {
    const { rate } = this;
    const known = rate !== undefined && rate > 0 && total !== undefined;
    return { rate, remainingMs: known ? (Math.max(total - bytes, 0) / rate) * 1000 : undefined };
  }
}
