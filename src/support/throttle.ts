import type { Clock } from './time';

/** Lets a value pass at most once in so many milliseconds, and an `urgent` one always. */
export function throttle<T>(
  milliseconds: number,
  clock: Clock,
  callback: (value: T) => void,
): (value: T, urgent?: boolean) => void {
  let last = -Infinity;
  return (value, urgent = false) => {
    const now = clock();
    if (urgent || now - last >= milliseconds) {
      last = now;
      callback(value);
    }
  };
}
