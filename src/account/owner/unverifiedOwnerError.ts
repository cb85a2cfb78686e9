/** Nothing told whether the offered key is for the account whose key was to be replaced, and the person did not say so. */
export class UnverifiedOwnerError extends Error {
  override readonly name = 'UnverifiedOwner';
}
