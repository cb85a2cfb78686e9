/** Rows of one kind in one organization, in the order of the server. */
export class Table<Row extends { id: string }> {
  private kept: readonly Row[];
  private bytes: Buffer | undefined;

  constructor(rows: readonly Row[]) {
    this.kept = rows;
  }

  get rows(): readonly Row[] {
    return this.kept;
  }

  /**
   * The bare array, as Appcircle answers when no paging is asked for (appcircle-api 3, "Pagination"). Kept as bytes: a
   * list of 100,000 profiles is written into JSON once, not at each request.
   */
  get json(): Buffer {
    return this.writeJson();
  }

  /** The same, for who wants it written before anybody asks. */
  writeJson(): Buffer {
    this.bytes ??= Buffer.from(`[${this.kept.map((row) => JSON.stringify(row)).join(',')}]`);
    return this.bytes;
  }

  find(id: string): Row | undefined {
    const wanted = id.toLowerCase();
    return this.kept.find((row) => row.id === wanted);
  }

  /** Changes the row with the id of this one. */
  replace(row: Row): void {
    this.set(this.kept.map((one) => (one.id === row.id ? row : one)));
  }

  append(row: Row): void {
    this.set([...this.kept, row]);
  }

  prepend(row: Row): void {
    this.set([row, ...this.kept]);
  }

  drop(id: string): void {
    this.set(this.kept.filter((row) => row.id !== id));
  }

  private set(rows: readonly Row[]): void {
    this.kept = rows;
    this.bytes = undefined;
  }
}
