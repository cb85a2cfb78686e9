/** What an archive is read from, in places: never as a whole. */
export interface ArchiveSource {
  /** Bytes. */
  readonly size: number;
  /** So many bytes from there on. Fails with an `ArchiveProblem` where there are not as many. */
  read(position: number, length: number): Promise<Buffer>;
}
