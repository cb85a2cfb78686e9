import { delay } from '../support/time';
import { Failure } from './failure';

/** How often and how patiently a request is tried again. Times in milliseconds. */
export interface RetryPolicy {
  attempts: number;
  firstDelay: number;
  /** A server that asks for a longer pause than this gets none: the user is told instead. */
  maxDelay: number;
  /** Which failures pass by themselves; lost connections and statuses of busy servers where absent. */
  isTransient?: (failure: Failure) => boolean;
}

export const idempotentRetries: RetryPolicy = { attempts: 3, firstDelay: 400, maxDelay: 15_000 };

const retriedStatuses = new Set([429, 502, 503, 504]);
const retriedCodes = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ENDED_EARLY']);

/** Runs the work until it succeeds, fails for good, or was tried often enough. */
export async function withRetries<T>(
  policy: RetryPolicy,
  work: () => Promise<T>,
  signal?: AbortSignal,
  random: () => number = Math.random,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const pause = error instanceof Failure ? pauseBefore(error, attempt, policy, random) : undefined;
      if (pause === undefined) {
        throw error;
      }
      await delay(pause, signal);
    }
  }
}

/** Milliseconds to wait before the next attempt, or undefined when there shall be none. */
function pauseBefore(
  failure: Failure,
  attempt: number,
  policy: RetryPolicy,
  random: () => number,
): number | undefined {
  const { isTransient: mayRetry = isTransient } = policy;
  if (!mayRetry(failure) || attempt >= policy.attempts) {
    return undefined;
  }
  const asked = (failure.facts.retryAfter ?? 0) * 1000;
  if (asked > policy.maxDelay) {
    return undefined;
  }
  // Full jitter, so that many windows do not come back at the same moment.
  const backOff = policy.firstDelay * 2 ** (attempt - 1) * (0.5 + random() / 2);
  return Math.max(asked, backOff);
}

function isTransient({ facts: { status, code } }: Failure): boolean {
  return (
    (status !== undefined && retriedStatuses.has(status)) || (code !== undefined && retriedCodes.has(code))
  );
}

/** The longest that a server can ask to wait, in seconds. What asks for more says nothing but: not soon. */
const MAX_RETRY_AFTER = 24 * 3600;

/**
 * Seconds from a `Retry-After` header, in either of its forms (digits, or an HTTP date), a day at most; undefined for
 * what is neither.
 */
export function retryAfterSeconds(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) {
    return Math.min(Number(text), MAX_RETRY_AFTER);
  }
  // `Date.parse` takes "-5" and "1.5" for dates.
  const until = /^[a-z]{3}/i.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(until) ? undefined : Math.min(Math.max(0, (until - now) / 1000), MAX_RETRY_AFTER);
}
