import type { Remedy } from '../failures/failureText';

/** Which rows of a list are shown, and in what order. */
export interface ListArrangement<T> {
  apply(rows: readonly T[]): readonly T[];
  /** What the rows are filtered by, in a few words; undefined where all are shown. */
  describeFilter(): string | undefined;
  /** Shows all of them again. */
  clear: Remedy;
  /** Shows all of them for now; what is remembered stays. */
  showAll(): void;
}
