/** The bytes of a download: made as they are read, and the same for the same length. */

const blockBytes = 64 * 1024;
/** No two neighbouring bytes are alike, so that a piece that is missing or given twice is noticed. */
const block = Buffer.from(Array.from({ length: blockBytes }, (_, at) => (at * 31 + (at >> 8)) & 0xff));

export function* contentOf(bytes: number): Generator<Buffer> {
  for (let left = bytes; left > 0; left -= blockBytes) {
    yield left < blockBytes ? block.subarray(0, left) : block;
  }
}
