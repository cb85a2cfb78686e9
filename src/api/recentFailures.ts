import { isoText } from '../support/moment';
import type { Clock } from '../support/time';
import type { Failure } from './failure';

const MAX_FAILURES = 10;

/** The last failures of requests, newest last: kind and facts, for a report that a user copies. */
export class RecentFailures {
  private readonly failures: { at: number; failure: Failure }[] = [];

  constructor(private readonly clock: Clock = Date.now) {}

  add(failure: Failure): void {
    this.failures.push({ at: this.clock(), failure });
    this.failures.splice(0, this.failures.length - MAX_FAILURES);
  }

  /** One line each: time, kind, host, status or code. Nothing that a server said. */
  lines(): string[] {
    return this.failures.map(({ at, failure }) => `${isoText(at)} ${failure.message}`);
  }
}
