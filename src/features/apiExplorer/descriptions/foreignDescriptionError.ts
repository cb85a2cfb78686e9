/** A description lies on another server than the page that names it, and is not asked for. */
export class ForeignDescriptionError extends Error {
  override readonly name = 'Refused';

  /** Host and port that it names. */
  constructor(readonly host: string) {
    super(host);
  }
}
