import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { isInside } from './fileBelow';

/** A file of some folders, or why there is none: nowhere in them, or outside of all. */
export type FileInFolders = FoundInFolder | 'missing' | 'outside';

/** A file, behind links, as a whole path and as one from its folder on. */
export interface FoundInFolder {
  readonly path: string;
  readonly below: string;
}

/**
 * Finds a file by a path from one of these folders, or by a whole path below one. Links are followed first, and what
 * they lead to has to be below the same folder: nothing outside is looked at but for where it is. All paths are of this
 * machine.
 */
export async function findInFolders(folders: readonly string[], file: string): Promise<FileInFolders> {
  let isBelowOne = false;
  for (const folder of folders) {
    const named = path.resolve(folder, file);
    if (!isInside(folder, named)) {
      continue;
    }
    isBelowOne = true;
    const found = await realFile(folder, named);
    if (found !== 'missing') {
      return found;
    }
  }
  return isBelowOne ? 'missing' : 'outside';
}

async function realFile(folder: string, named: string): Promise<FileInFolders> {
  try {
    const [root, real] = await Promise.all([realpath(folder), realpath(named)]);
    if (!isInside(root, real)) {
      return 'outside';
    }
    return { path: real, below: path.relative(root, real) };
  } catch {
    return 'missing';
  }
}
