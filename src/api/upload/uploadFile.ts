import { FileProblem } from '../files/fileProblem';

/** The most that Appcircle takes (api/README 4.1), in bytes. */
export const LARGEST_FILE = 3 * 1024 ** 3;

/** What Appcircle makes a version of (api/README 4.1). */
export const UPLOADED_EXTENSIONS = ['ipa', 'apk', 'aab'] as const;

/** A file on a disk, as far as an upload needs one. */
export interface UploadFile {
  /** Base name. */
  readonly name: string;
  /** How it is now. Fails with a `FileProblem` where it cannot be read. */
  look: () => Promise<FileLook>;
  /** Its bytes, from the beginning. What has a `destroy` is destroyed when no more is wanted. */
  open: () => AsyncIterable<Uint8Array> & { destroy?: () => void };
}

export interface FileLook {
  /** Bytes. */
  size: number;
  /** Milliseconds since 1970. */
  modifiedAt: number;
}

/** Why a file cannot be uploaded: known before a byte is sent, but for one that changed while it was. */
export type FileObstacle = 'unreadable' | 'wrongExtension' | 'empty' | 'tooLarge' | 'changed';

/** Thrown where a file turns out to be no good while it is uploaded. */
export class UnfitFile extends Error {
  override readonly name = 'UnfitFile';

  constructor(readonly obstacle: FileObstacle) {
    super(obstacle);
  }
}

/** What stands against a file, or nothing. */
export function checkFile(file: { name: string; size: number; readable: boolean }): FileObstacle | undefined {
  const extension = /\.([^.]*)$/.exec(file.name)?.[1]?.toLowerCase();
  if (!UPLOADED_EXTENSIONS.some((known) => known === extension)) {
    return 'wrongExtension';
  }
  if (!file.readable) {
    return 'unreadable';
  }
  return file.size <= 0 ? 'empty' : file.size > LARGEST_FILE ? 'tooLarge' : undefined;
}

/** How a file is now, if it can be uploaded; fails with `UnfitFile`. */
export async function lookAt(file: UploadFile): Promise<FileLook> {
  const look = await lookOrNothing(file);
  const obstacle = checkFile({ name: file.name, size: look?.size ?? 0, readable: look !== undefined });
  if (!look || obstacle) {
    throw new UnfitFile(obstacle ?? 'unreadable');
  }
  return look;
}

/** What stands against a file as it is now, or nothing. */
export async function obstacleOf(file: UploadFile): Promise<FileObstacle | undefined> {
  const look = await lookOrNothing(file);
  return checkFile({ name: file.name, size: look?.size ?? 0, readable: look !== undefined });
}

async function lookOrNothing(file: UploadFile): Promise<FileLook | undefined> {
  try {
    return await file.look();
  } catch (error) {
    if (error instanceof FileProblem) {
      return undefined;
    }
    throw error;
  }
}
