interface Known {
  hasSucceeded: boolean;
  /** Refused in a row. */
  count: number;
  readonly paths: Set<string>;
}

/** So many in a row are no accident, on one path too. */
const MAX_IN_A_ROW = 2;

/**
 * The paths of an account that are refused although its token was just renewed. One of them, while other requests
 * succeed, says nothing of the key; two in a row, one again and again, or one where nothing ever succeeded, do.
 */
export class RefusedPaths {
  private readonly accounts = new Map<string, Known>();

  /** A request succeeded: what was refused before is of those requests only. */
  clear(accountId: string): void {
    this.accounts.set(accountId, { hasSucceeded: true, count: 0, paths: new Set() });
  }

  /** Counts one that was refused. Whether all are, as far as is known. */
  areAll(accountId: string, path: string): boolean {
    const known = this.accounts.get(accountId) ?? { hasSucceeded: false, count: 0, paths: new Set() };
    this.accounts.set(accountId, known);
    known.paths.add(path);
    known.count++;
    return !known.hasSucceeded || known.paths.size > 1 || known.count > MAX_IN_A_ROW;
  }

  hasSucceeded(accountId: string): boolean {
    return this.accounts.get(accountId)?.hasSucceeded ?? false;
  }

  forget(accountId: string): void {
    this.accounts.delete(accountId);
  }
}
