/** The key that was offered belongs to another account than the one whose key was to be replaced. */
export class OtherAccountError extends Error {
  override readonly name = 'OtherAccount';
}
