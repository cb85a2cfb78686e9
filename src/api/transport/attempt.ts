import { orAborted } from '../../support/time';
import { failureOfError } from '../classify';
import { Failure } from '../failure';
import { Deadline } from './deadline';

/** One attempt: its patience, its end, and whose fault an error is. */
export class Flight {
  readonly deadline: Deadline;
  /** Aborted when the caller gave up, or the time is over. */
  readonly signal: AbortSignal;
  private readonly started = performance.now();
  private waited = 0;
  private readonly open: (() => void)[] = [];
  private fault: { error: unknown } | undefined;

  constructor(
    timeout: number,
    stepwise: boolean,
    private readonly asked: AbortSignal | undefined,
  ) {
    this.deadline = new Deadline(timeout, stepwise);
    this.signal = asked ? AbortSignal.any([asked, this.deadline.signal]) : this.deadline.signal;
  }

  /** Milliseconds until now, without those that the caller took for itself. */
  get took(): number {
    return performance.now() - this.started - this.waited;
  }

  /** Keeps what has to be closed at the end, however that comes. */
  closing(close: () => void): void {
    this.open.push(close);
  }

  end(): void {
    this.deadline.stop();
    for (const close of this.open) {
      close();
    }
  }

  /** Waits for something of the caller's own: a person, a disk. Meanwhile the server has all the time. */
  async outside<T>(work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    this.deadline.stop();
    try {
      return await orAborted(work(), this.asked);
    } catch (error) {
      throw this.callersOwn(error);
    } finally {
      this.waited += performance.now() - started;
      this.deadline.go();
    }
  }

  /** Notes that an error is none of the request's, whatever the libraries on its way make of it. */
  callersOwn(error: unknown): unknown {
    this.fault ??= { error };
    return error;
  }

  /** What an error of this attempt is thrown on as: a `Failure`, or what the caller's own stream or sink threw. */
  readAs(error: unknown, host: string): unknown {
    if (this.asked?.aborted) {
      return new Failure('cancelled', { host });
    }
    if (this.fault) {
      return this.fault.error;
    }
    if (error instanceof Failure) {
      return error;
    }
    if (this.deadline.signal.aborted) {
      return new Failure('timeout', { host });
    }
    // An error of axios carries headers and bodies. Nothing but this is taken from it.
    const { code, message } = error as { code?: string; message?: string };
    return failureOfError(code, message ?? '', { host });
  }
}
