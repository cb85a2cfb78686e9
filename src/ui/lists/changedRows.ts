/** The rows that are others now; undefined where they are not at the same places, or there were none. */
export function changedRows<T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
): T[] | undefined {
  return before.length > 0 &&
    before.length === after.length &&
    before.every(({ id }, at) => after[at]?.id === id)
    ? after.filter((row, at) => row !== before[at])
    : undefined;
}
