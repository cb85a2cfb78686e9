import { FileProblem } from '../files/fileProblem';

/** The most that Appcircle takes (api/README 4.1), in bytes. */
export const MAX_FILE_BYTES = 3 * 1024 ** 3;

/** What Appcircle makes a version of (api/README 4.1). */
export const UPLOADED_EXTENSIONS = ['ipa', 'apk', 'aab'] as const;

/** A file on a disk, as far as an upload needs one. */
export interface UploadFile {
  /** Base name. */
  readonly name: string;
  /** How it is now. Fails with a `FileProblem` where it cannot be read. */
  stat: () => Promise<FileStat>;
  /** Its bytes, from the beginning. What has a `destroy` is destroyed when no more is wanted. */
  open: () => AsyncIterable<Uint8Array> & { destroy?: () => void };
}

export interface FileStat {
  /** Bytes. */
  size: number;
  /** Milliseconds since 1970. */
  modifiedAt: number;
}

/** Why a file cannot be uploaded: known before a byte is sent, but for one that changed while it was. */
export type UnusableFileReason = 'unreadable' | 'wrongExtension' | 'empty' | 'tooLarge' | 'changed';

/** Thrown where a file turns out to be no good while it is uploaded. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile';

  constructor(readonly reason: UnusableFileReason) {
    super(reason);
  }
}

/** Why a file cannot be uploaded; undefined where it can be. */
export function checkFile(file: {
  name: string;
  size: number;
  readable: boolean;
}): UnusableFileReason | undefined {
  const extension = /\.([^.]*)$/.exec(file.name)?.[1]?.toLowerCase();
  if (!UPLOADED_EXTENSIONS.some((known) => known === extension)) {
    return 'wrongExtension';
  }
  if (!file.readable) {
    return 'unreadable';
  }
  return file.size <= 0 ? 'empty' : file.size > MAX_FILE_BYTES ? 'tooLarge' : undefined;
}

/** How a file is now, if it can be uploaded; fails with `UnusableFile`. */
export async function statFile(file: UploadFile): Promise<FileStat> {
  const stat = await statOrUndefined(file);
  const reason = checkFile({ name: file.name, size: stat?.size ?? 0, readable: stat !== undefined });
  if (!stat || reason) {
    throw new UnusableFile(reason ?? 'unreadable');
  }
  return stat;
}

/** Why a file cannot be uploaded as it is now; undefined where it can be. */
export async function unusableFileReason(file: UploadFile): Promise<UnusableFileReason | undefined> {
  const stat = await statOrUndefined(file);
  return checkFile({ name: file.name, size: stat?.size ?? 0, readable: stat !== undefined });
}

async function statOrUndefined(file: UploadFile): Promise<FileStat | undefined> {
  try {
    return await file.stat();
  } catch (error) {
    if (error instanceof FileProblem) {
      return undefined;
    }
    throw error;
  }
}
