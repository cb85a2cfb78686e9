import { Failure } from '../failure';
import type { ArchiveEntry } from '../files/archive/archiveEntry';
import { ArchiveProblem } from '../files/archive/archiveProblem';
import type { ArchiveSource } from '../files/archive/archiveSource';
import { readDirectory } from '../files/archive/readDirectory';
import { readEntry } from '../files/archive/readEntry';
import type { UploadFile } from '../upload/uploadFile';

/** What is read of a file of an app as a whole, in bytes: manifests and profiles have some kilobytes. */
const MAX_CONTENT_BYTES = 4 * 1024 * 1024;

/** The file that an app is, with the list of what is in it. */
export class AppArchive {
  private constructor(
    readonly source: ArchiveSource,
    readonly entries: readonly ArchiveEntry[],
    private readonly signal: AbortSignal | undefined,
  ) {}

  /** Reads the list. Fails with an `ArchiveProblem`, with a `FileProblem`, and with `cancelled` at the signal. */
  static async open(file: Pick<UploadFile, 'stat' | 'read'>, signal?: AbortSignal): Promise<AppArchive> {
    const { size } = await file.stat();
    const source = {
      size,
      read: async (position: number, length: number) => {
        if (signal?.aborted) {
          throw new Failure('cancelled');
        }
        return readWhole(file, { position, length, size });
      },
    };
    return new AppArchive(source, await readDirectory(source), signal);
  }

  entryCalled(wanted: string): ArchiveEntry | undefined {
    return this.entries.find(({ name }) => name === wanted);
  }

  /** All of a small file. Fails as `open` does. */
  contentOf(entry: ArchiveEntry): Promise<Buffer> {
    return readEntry(this.source, entry, { maxBytes: MAX_CONTENT_BYTES, signal: this.signal });
  }
}

async function readWhole(
  file: Pick<UploadFile, 'read'>,
  { position, length, size }: { position: number; length: number; size: number },
): Promise<Buffer> {
  const isWithin = position >= 0 && length >= 0 && position + length <= size;
  const bytes = isWithin ? await file.read(position, length) : new Uint8Array();
  if (!isWithin || bytes.length < length) {
    throw new ArchiveProblem('broken');
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
