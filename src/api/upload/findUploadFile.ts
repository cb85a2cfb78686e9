import { lstat, readlink, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, relative } from 'node:path';
import { diskFile } from '../files/diskFile';
import { FileProblem, toFileProblem } from '../files/fileProblem';
import {
  extensionOf,
  isAppName,
  unusableFileReason,
  type UnusableFileReason,
  type UploadFile,
} from './uploadFile';

/** A file that was chosen, or why it cannot be uploaded. */
export type FoundFile = UsableFile | UnusableFound;

/** One that can be uploaded, as far as can be seen before. */
export interface UsableFile {
  readonly file: UploadFile;
  /** Where a link leads, from its folder on where it is below that. Undefined where it is no link. */
  readonly target: string | undefined;
}

/** One that cannot. */
export interface UnusableFound {
  readonly reason: UnusableFileReason | 'brokenLink' | 'circularLink';
  readonly target: string | undefined;
}

/**
 * Looks at a file before anything of it is sent. Behind a link it is the target that is uploaded, also where the link
 * leads elsewhere later, and whose ending counts: it is called as the link is, or, where that has another ending, as the
 * target. A target without an ending, as caches have them, leaves it to the link.
 */
export async function findUploadFile(path: string): Promise<FoundFile> {
  const link = await linkAt(path);
  if (link && 'reason' in link) {
    return link;
  }
  const { real, target } = link ?? { real: path, target: undefined };
  const file = diskFile(real, uploadNameOf(basename(path), basename(real)));
  const reason = await unusableFileReason(file);
  return reason === undefined ? { file, target } : { reason, target };
}

/** What a link is uploaded as. */
function uploadNameOf(link: string, target: string): string {
  const [own, other] = [extensionOf(link), extensionOf(target)];
  return own === other || (isAppName(link) && !isNamedKind(target)) ? link : target;
}

/** Whether a name has an ending that tells a kind of file, unlike a version or a digest. */
function isNamedKind(name: string): boolean {
  return /^[a-z][a-z\d]{0,9}$/.test(extensionOf(name) ?? '');
}

async function linkAt(path: string): Promise<{ real: string; target: string } | UnusableFound | undefined> {
  try {
    if (!(await lstat(path)).isSymbolicLink()) {
      return undefined;
    }
    const real = await realpath(path);
    const below = relative(await realpath(dirname(path)), real);
    return { real, target: below.startsWith('..') || isAbsolute(below) ? real : below };
  } catch (error) {
    const problem = toFileProblem(error, path);
    if (!(problem instanceof FileProblem)) {
      throw error;
    }
    return brokenLinkAt(path, problem);
  }
}

/** Undefined for what is no link: that is looked at as any file is. */
async function brokenLinkAt(path: string, { code }: FileProblem): Promise<UnusableFound | undefined> {
  const target = await readlink(path).catch(() => undefined);
  if (target === undefined) {
    return undefined;
  }
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { reason: 'brokenLink', target };
    case 'ELOOP':
      return { reason: 'circularLink', target };
    default:
      return { reason: code === 'EACCES' || code === 'EPERM' ? 'forbidden' : 'unreadable', target };
  }
}
