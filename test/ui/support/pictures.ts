/** Pictures prove nothing by themselves: the whole `npm test` takes none but of a test that fails. */
export const takesPictures = process.env['APPCIRCLE_TEST_PICTURES'] !== 'none';

/** A test that takes pictures for people to look at, and does nothing else. */
export function picture(title: string, take: () => Promise<void>): void {
  if (takesPictures) it(title, take);
}
