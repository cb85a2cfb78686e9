/** Milliseconds since 1970, as `Date.now` gives them. Replaced in tests. */
export type Clock = () => number;

/** The longest that a timer of Node waits; it takes a longer time for none at all. */
const MAX_TIMER = 2 ** 31 - 1;

/** Never set back or forward by anybody, and begun at no certain time. It may stop while the machine sleeps. */
export const monotonicClock: Clock = () => performance.now();

/**
 * Begins to measure: the result gives the milliseconds since then, by whichever of the machine's two clocks says more.
 * People and servers set the one, and the other may stop while the machine sleeps.
 */
export function startTimer(clock: Clock = Date.now, monotonic: Clock = monotonicClock): () => number {
  const [began, ticks] = [clock(), monotonic()];
  return () => Math.max(clock() - began, monotonic() - ticks);
}

/** Waits, in milliseconds, or rejects with the signal's reason when it is aborted first. */
export function delay(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(
      () => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      },
      Math.min(milliseconds, MAX_TIMER),
    );
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

/** Gives up waiting when the signal is aborted. The work itself goes on, for the others who wait for it. */
export function abortable<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) {
    return work;
  }
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) {
      onAbort();
    }
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', onAbort);
    });
  });
}
