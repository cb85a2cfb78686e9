/** Thrown where what is in an app is not written as such things are. */
export class BrokenContent extends Error {
  override readonly name = 'BrokenContent';
}

/** Characters that are kept of a text of an app: names and versions are shorter by far. */
const MAX_TEXT = 1_000;

/** So many bytes from there on, the same memory. Fails with `BrokenContent` where there are not as many. */
export function partOf(bytes: Buffer, start: number, length: number): Buffer {
  if (!(start >= 0 && length >= 0 && start + length <= bytes.length)) {
    throw new BrokenContent();
  }
  return bytes.subarray(start, start + length);
}

/** A text of an app as far as anybody looks at it; undefined for none. */
export function keptText(text: string | undefined): string | undefined {
  const kept = text?.slice(0, MAX_TEXT).trim();
  return kept === '' ? undefined : kept;
}
