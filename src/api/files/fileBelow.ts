import { constants, type Stats } from 'node:fs';
import { open, realpath, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { FileProblem, toFileProblem, unreadableReasonOf, type UnreadableFileReason } from './fileProblem';

/** Where files may be named from, and what they have to stay below. Both are paths of this machine. */
export interface FileScope {
  /** Folder that relative paths begin at. */
  readonly base: string;
  /** Folder that nothing leads out of. */
  readonly root: string;
}

/** Why a file is not sent. */
export type RefusedFileReason = UnreadableFileReason | 'outside' | 'changed';

/** A file that is not sent, by the path that it was asked for by. */
export class RefusedFile extends Error {
  override readonly name = 'RefusedFile';

  constructor(
    readonly reason: RefusedFileReason,
    readonly file: string,
  ) {
    super(reason);
  }
}

/** A file as it was when somebody looked at it. */
export interface FileBelow {
  /** The path that it was asked for by. */
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /**
   * Its bytes, from the beginning, read as they are wanted. Fails with a `RefusedFile` where it is another file by
   * then, or changes meanwhile: then the last of its bytes is not given.
   */
  readonly bytes: () => AsyncIterable<Uint8Array>;
}

/** What is read at once, in bytes. */
const PIECE_BYTES = 256 * 1024;

/** A pipe that took the place of a file would wait for whoever writes it, a link lead elsewhere. Windows has neither. */
const OPEN_FLAGS =
  constants.O_RDONLY |
  ((constants as Partial<typeof constants>).O_NOFOLLOW ?? 0) |
  ((constants as Partial<typeof constants>).O_NONBLOCK ?? 0);

/**
 * Finds the file of a relative path with slashes. Fails with a `RefusedFile`: `outside` where the path, or a link on
 * its way, leads out of the root; nothing outside is looked at.
 */
export async function findFileBelow({ base, root }: FileScope, file: string): Promise<FileBelow> {
  const named = path.resolve(base, ...file.split('/'));
  if (!isInside(root, named)) {
    throw new RefusedFile('outside', file);
  }
  try {
    const real = await realpath(named);
    if (!isInside(await realpath(root), real)) {
      throw new RefusedFile('outside', file);
    }
    const found = requireFile(await stat(real), file);
    return { file, size: found.size, bytes: () => bytesOf(real, found, file) };
  } catch (error) {
    throw toRefused(error, file);
  }
}

/** Whether a path is below a folder, by their words alone. */
export function isInside(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way !== '' && !path.isAbsolute(way) && way.split(path.sep)[0] !== '..';
}

async function* bytesOf(real: string, found: Stats, file: string): AsyncGenerator<Uint8Array> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(real, OPEN_FLAGS);
    requireSame(await handle.stat(), found, file);
    let left = found.size;
    while (left > 0) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(left, PIECE_BYTES)));
      left -= bytesRead;
      if (bytesRead === 0 || left === 0) {
        requireSame(await handle.stat(), found, file);
      }
      if (bytesRead === 0) {
        throw new RefusedFile('changed', file);
      }
      yield buffer.subarray(0, bytesRead);
    }
  } catch (error) {
    throw toRefused(error, file);
  } finally {
    await handle?.close();
  }
}

function requireFile(found: Stats, file: string): Stats {
  if (!found.isFile()) {
    throw new RefusedFile(found.isDirectory() ? 'folder' : 'noFile', file);
  }
  return found;
}

function requireSame(now: Stats, found: Stats, file: string): void {
  const isSame =
    now.isFile() &&
    now.dev === found.dev &&
    now.ino === found.ino &&
    now.size === found.size &&
    now.mtimeMs === found.mtimeMs;
  if (!isSame) {
    throw new RefusedFile('changed', file);
  }
}

function toRefused(error: unknown, file: string): unknown {
  const problem = toFileProblem(error, file);
  if (!(problem instanceof FileProblem)) {
    return error;
  }
  // Links in a circle, or one that took the place of what was found.
  return new RefusedFile(problem.code === 'ELOOP' ? 'outside' : unreadableReasonOf(problem), file);
}
