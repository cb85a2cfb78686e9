import { abortable } from '../../support/time';
import { failureOfError } from '../classify';
import { Failure } from '../failure';
import { Deadline } from './deadline';

/** One attempt of a request: its deadline, what is closed at its end, and whether an error is the caller's own. */
export class Attempt {
  readonly deadline: Deadline;
  /** Aborted when the caller gave up, or the time is over. */
  readonly signal: AbortSignal;
  private readonly started = performance.now();
  private pausedMs = 0;
  private readonly closers: (() => void)[] = [];
  private callerError: { error: unknown } | undefined;

  constructor(
    /** Whom it asks now: another one than at first once a redirect was followed. */
    public host: string,
    timeout: number,
    stepwise: boolean,
    private readonly callerSignal: AbortSignal | undefined,
  ) {
    this.deadline = new Deadline(timeout, stepwise);
    this.signal = callerSignal ? AbortSignal.any([callerSignal, this.deadline.signal]) : this.deadline.signal;
  }

  /** Milliseconds until now, without those that the caller took for itself. */
  get elapsed(): number {
    return performance.now() - this.started - this.pausedMs;
  }

  /** Keeps what has to be closed at the end, however that comes. */
  closeAtEnd(close: () => void): void {
    this.closers.push(close);
  }

  end(): void {
    this.deadline.stop();
    for (const close of this.closers) {
      close();
    }
  }

  /** Waits for something of the caller's own: a person, a disk. Meanwhile the server has all the time. */
  async pauseFor<T>(work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    this.deadline.stop();
    try {
      return await abortable(work(), this.callerSignal);
    } catch (error) {
      throw this.markAsCallers(error);
    } finally {
      this.pausedMs += performance.now() - started;
      this.deadline.go();
    }
  }

  /** Marks an error as the caller's own, whatever the libraries on its way make of it. */
  markAsCallers(error: unknown): unknown {
    this.callerError ??= { error };
    return error;
  }

  /** The error to throw on: a `Failure`, or, unchanged, what the caller's own stream or sink threw. */
  toThrown(error: unknown): unknown {
    const { host } = this;
    if (this.callerSignal?.aborted) {
      return new Failure('cancelled', { host });
    }
    if (this.callerError) {
      return this.callerError.error;
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
