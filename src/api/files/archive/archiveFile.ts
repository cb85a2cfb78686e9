import type { Stats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { FileProblem, toFileProblem } from '../fileProblem';
import { ArchiveProblem } from './archiveProblem';
import type { ArchiveSource } from './archiveSource';

/** By what a file is known again: bytes, and milliseconds since 1970. */
export interface ArchiveStamp {
  readonly size: number;
  readonly modifiedAt: number;
}

/** An archive on a disk of this machine, which is read in places. */
export class ArchiveFile implements ArchiveSource {
  private constructor(
    readonly stamp: ArchiveStamp,
    private readonly path: string,
    private readonly file: FileHandle,
  ) {}

  /** Opens it for as long as the work takes. Fails with a `FileProblem`, and as the work does. */
  static async use<T>(path: string, work: (archive: ArchiveFile) => Promise<T>): Promise<T> {
    const file = await onDisk(path, () => open(path));
    try {
      const stats = await onDisk(path, () => file.stat());
      return await work(new ArchiveFile(stampOf(stats, path), path, file));
    } finally {
      await file.close();
    }
  }

  get size(): number {
    return this.stamp.size;
  }

  /** So many bytes from there on. Fails with an `ArchiveProblem` where there are not as many. */
  async read(position: number, length: number): Promise<Buffer> {
    const bytes = Buffer.allocUnsafe(this.isWithin(position, length) ? length : 0);
    for (let read = 0; read < length;) {
      const at = read;
      const { bytesRead } = await onDisk(this.path, () =>
        this.file.read(bytes, at, bytes.length - at, position + at),
      );
      if (bytesRead === 0) {
        throw new ArchiveProblem('broken');
      }
      read += bytesRead;
    }
    return bytes;
  }

  private isWithin(position: number, length: number): boolean {
    return position >= 0 && length >= 0 && position + length <= this.size;
  }
}

/** By what a file is known again; undefined where there is none. Fails with a `FileProblem`. */
export async function archiveStamp(path: string): Promise<ArchiveStamp | undefined> {
  try {
    return stampOf(await onDisk(path, () => stat(path)), path);
  } catch (error) {
    if (error instanceof FileProblem && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

export function isSameStamp(one: ArchiveStamp, other: ArchiveStamp | undefined): boolean {
  return one.size === other?.size && one.modifiedAt === other.modifiedAt;
}

function stampOf(stats: Stats, path: string): ArchiveStamp {
  if (!stats.isFile()) {
    throw new FileProblem(stats.isDirectory() ? 'EISDIR' : 'ENXIO', path);
  }
  return { size: stats.size, modifiedAt: stats.mtimeMs };
}

async function onDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toFileProblem(error, path);
  }
}
