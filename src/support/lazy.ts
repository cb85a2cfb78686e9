/** Does the work at the first call and gives every caller the same result: for what is made on first use. */
export function lazy<T>(work: () => T): () => T {
  let made: { result: T } | undefined;
  return () => (made ??= { result: work() }).result;
}
