/** How bad a tool says that it is; undefined where it names a place and no more. */
export type PlaceSeverity = 'error' | 'warning' | 'info' | undefined;

/**
 * A place in a file that a line of a log names. `path` is the tool's own, of the machine that built: absolute, relative
 * to where the tool ran, or a bare name. Untrusted text.
 */
export interface FilePlace {
  /** What of the line names it, as offsets: from the first character to the one after the last. */
  readonly start: number;
  readonly end: number;
  readonly path: string;
  /** From 1. */
  readonly line: number | undefined;
  /** From 1. */
  readonly column: number | undefined;
  readonly severity: PlaceSeverity;
  /** What the tool says of it; empty where it says nothing on this line. */
  readonly message: string;
}
