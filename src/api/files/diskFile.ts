import { constants, createReadStream, type ReadStream } from 'node:fs';
import { access, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { FileProblem, toFileProblem } from './fileProblem';
import type { FileStat, UploadFile } from '../upload/uploadFile';

/** What is read ahead at most, in bytes. */
const READ_AHEAD_BYTES = 256 * 1024;

/**
 * A file of this machine, to be uploaded. Its bytes are read as they are sent; it fails with a `FileProblem`: `EISDIR`
 * for a folder, `ENXIO` for what is neither a folder nor a file, which is never opened, since a pipe would wait.
 */
export function diskFile(path: string, name = basename(path)): UploadFile {
  return {
    name,
    stat: () => statDiskFile(path),
    read: (start, length) => readDiskFile(path, start, length),
    open: () => bytesOf(path),
  };
}

async function statDiskFile(path: string): Promise<FileStat> {
  try {
    const stats = await stat(path);
    if (!stats.isFile()) {
      throw new FileProblem(stats.isDirectory() ? 'EISDIR' : 'ENXIO', path);
    }
    await access(path, constants.R_OK);
    return { size: stats.size, modifiedAt: stats.mtimeMs };
  } catch (error) {
    throw toFileProblem(error, path);
  }
}

async function readDiskFile(path: string, start: number, length: number): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw toFileProblem(error, path);
  }
}

/** Opened when its first byte is wanted. */
function bytesOf(path: string): AsyncIterable<Uint8Array> & { destroy: () => void } {
  let source: ReadStream | undefined;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    source = createReadStream(path, { highWaterMark: READ_AHEAD_BYTES });
    try {
      for await (const piece of source as AsyncIterable<Uint8Array>) {
        yield piece;
      }
    } catch (error) {
      throw toFileProblem(error, path);
    }
  }
  return Object.assign(pieces(), { destroy: () => source?.destroy() });
}
