/** What is wrong with an archive as a whole, or with a file that is taken out of it. */
export type ArchiveFault =
  /** It has no end of a zip. */
  | 'notZip'
  /** What it says of itself does not fit, or ends early. */
  | 'broken'
  /** More files, or a longer list of them, than anybody looks through. */
  | 'tooLarge'
  /** Files in it share bytes, as only bombs do. */
  | 'overlapping'
  /** What comes out is another length or checksum than was told. */
  | 'damaged'
  /** It is another file than the one whose list was read. */
  | 'changed'
  /** A file that is not taken out (`ArchiveEntry.refusal`). */
  | 'refused';

/** What an archive, or a file in it, is no good for. Never a failure of a request or of the disk. */
export class ArchiveProblem extends Error {
  override readonly name = 'ArchiveProblem';

  constructor(readonly fault: ArchiveFault) {
    super(fault);
  }
}
