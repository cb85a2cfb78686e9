import { monotonicClock, startTimer, type Clock } from '../../support/time';
import type { Account } from '../account';

/** The pause after the first renewal that helped nothing, in milliseconds; each is twice as long as the one before. */
const FIRST_PAUSE = 30_000;
const MAX_PAUSE = 30 * 60_000;

/** Requests of which is remembered that a new token did not help them; far more than a person runs into. */
const MAX_REQUESTS = 200;

interface Fruitless {
  readonly credentialId: string;
  readonly count: number;
  /** Milliseconds since the last renewal. */
  readonly elapsed: () => number;
}

/**
 * When a 401 may cause another renewal. A server that refuses every token would get an exchange for each request, and so
 * would one path that is refused while others are not. A renewal is taken for fruitless until a request succeeds: then
 * any other request may renew again, and the same one when it succeeds itself.
 */
export class RenewalPauses {
  private readonly accounts = new Map<string, Fruitless>();
  private readonly requests = new Map<string, Fruitless>();

  constructor(
    private readonly clock: Clock = Date.now,
    private readonly monotonic: Clock = monotonicClock,
  ) {}

  /** Whether it is too early for another renewal. `request` tells requests apart, where that is known. */
  isPaused({ id }: Account, request?: string): boolean {
    const known = [this.accounts.get(id), this.requests.get(keyOf(id, request))];
    return known.some((fruitless) => fruitless && fruitless.elapsed() < pauseAfter(fruitless.count));
  }

  /** A 401 has caused a renewal. */
  addRenewal(account: Account, request?: string): void {
    this.add(this.accounts, account.id, account);
    if (request !== undefined) {
      this.add(this.requests, keyOf(account.id, request), account);
      const [oldest] = this.requests.keys();
      if (this.requests.size > MAX_REQUESTS && oldest !== undefined) {
        this.requests.delete(oldest);
      }
    }
  }

  /** A request with the account's token succeeded. */
  addSuccess({ id }: Account, request?: string): void {
    this.accounts.delete(id);
    this.requests.delete(keyOf(id, request));
  }

  /** Somebody wants it to be tried at once: all that is known of a credential and its sub-organizations. */
  clear(credentialId: string): void {
    for (const entries of [this.accounts, this.requests]) {
      for (const [key, fruitless] of entries) {
        if (fruitless.credentialId === credentialId) {
          entries.delete(key);
        }
      }
    }
  }

  private add(entries: Map<string, Fruitless>, key: string, { credentialId }: Account): void {
    const count = (entries.get(key)?.count ?? 0) + 1;
    entries.delete(key);
    entries.set(key, { credentialId, count, elapsed: startTimer(this.clock, this.monotonic) });
  }
}

function keyOf(accountId: string, request = ''): string {
  return `${accountId} ${request}`;
}

function pauseAfter(count: number): number {
  return Math.min(FIRST_PAUSE * 2 ** (count - 1), MAX_PAUSE);
}
