import { randomBytes } from 'node:crypto';
import { lstat, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { FileProblem, toFileProblem } from './fileProblem';
import type { Sink } from '../transport/transport';

/** Names that are tried: beside `<name>.part` each is one of four billion. */
const MAX_NAMES_TRIED = 5;

/**
 * A file that is written while its bytes come. It has its name only when all of it is there: until then it is
 * `<name>.part`, or `<name>.<eight hexadecimal digits>.part` where another download or a crash left one of that name.
 * Whoever gives up leaves nothing. All that it fails with is a `FileProblem`.
 */
export class FileSink implements Sink {
  private constructor(
    /** Where it will be. */
    readonly path: string,
    private readonly overwrite: boolean,
    private readonly part: string,
    private readonly file: FileHandle,
  ) {}

  /** Fails with `EEXIST` where there is something already, before any byte is fetched, unless `overwrite`. */
  static async create(path: string, { overwrite = false } = {}): Promise<FileSink> {
    if (!overwrite && (await isThere(path))) {
      throw new FileProblem('EEXIST', path);
    }
    for (let tried = 1; ; tried++) {
      const part = tried === 1 ? `${path}.part` : `${path}.${randomBytes(4).toString('hex')}.part`;
      try {
        return new FileSink(path, overwrite, part, await open(part, 'wx'));
      } catch (error) {
        // What is there already is another file than the one that was asked for.
        const isTaken = (error as NodeJS.ErrnoException).code === 'EEXIST';
        if (!isTaken || tried >= MAX_NAMES_TRIED) {
          throw toFileProblem(error, isTaken ? part : path);
        }
      }
    }
  }

  async write(chunk: Uint8Array): Promise<void> {
    // Unlike `write`, which may stop halfway, this goes on to the end of the chunk.
    await this.onDisk(() => this.file.writeFile(chunk));
  }

  async close(): Promise<void> {
    await this.onDisk(async () => {
      await this.file.close();
      if (this.overwrite) {
        await rename(this.part, this.path);
      } else {
        await this.takeName();
      }
    });
  }

  /** Waits for a write that is under way. */
  async abort(): Promise<void> {
    await this.onDisk(async () => {
      await this.file.close();
      await rm(this.part, { force: true });
    });
  }

  /**
   * A rename replaces what somebody else has put there meanwhile. Making the file first does not, on any disk, and
   * then it is our own that is replaced.
   */
  private async takeName(): Promise<void> {
    await (await open(this.path, 'wx')).close();
    try {
      await rename(this.part, this.path);
    } catch (error) {
      await rm(this.path, { force: true });
      throw error;
    }
  }

  private async onDisk(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      throw toFileProblem(error, this.path);
    }
  }
}

/** Whether there is something at a path. Fails with a `FileProblem` where the disk does not say. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    const problem = toFileProblem(error, path);
    if (problem instanceof FileProblem && problem.code === 'ENOENT') {
      return false;
    }
    throw problem;
  }
}
