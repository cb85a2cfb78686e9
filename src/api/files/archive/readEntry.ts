import type { ArchiveEntry } from './archiveEntry';
import { ArchiveProblem } from './archiveProblem';
import type { ArchiveSource } from './archiveSource';
import { extractEntry } from './extractEntry';

/**
 * All bytes of a small file of an archive, whose length and checksum are those of the list. One that would be larger than
 * `maxBytes` is not begun (`tooLarge`). Fails as `extractEntry` does.
 */
export async function readEntry(
  source: ArchiveSource,
  entry: ArchiveEntry,
  { maxBytes, signal }: { maxBytes: number; signal?: AbortSignal | undefined },
): Promise<Buffer> {
  if (entry.refusal === undefined && entry.size > maxBytes) {
    throw new ArchiveProblem('tooLarge');
  }
  const pieces: Uint8Array[] = [];
  const sink = {
    write: (piece: Uint8Array) => {
      pieces.push(piece);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
    abort: () => Promise.resolve(),
  };
  await extractEntry(source, entry, { open: () => Promise.resolve(sink), signal });
  return Buffer.concat(pieces);
}
