import { FileProblem, unreadableReasonOf, type UnreadableFileReason } from '../files/fileProblem';
import { contentProblem, type ContentProblem, type ReadPart } from './fileContent';

/** The most that Appcircle takes (api/README 4.1), in bytes. */
export const MAX_FILE_BYTES = 3 * 1024 ** 3;

/** What Appcircle makes a version of (api/README 4.1). */
export const UPLOADED_EXTENSIONS = ['ipa', 'apk', 'aab'] as const;

/** A file on a disk, as far as an upload needs one. */
export interface UploadFile {
  /** What it is called where it is uploaded. */
  readonly name: string;
  /** How it is now. Fails with a `FileProblem` where it cannot be read, `EISDIR` for a folder. */
  stat: () => Promise<FileStat>;
  /** So many of its bytes from there on, fewer where it ends. Fails with a `FileProblem`. */
  read: ReadPart;
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
export type UnusableFileReason =
  UnreadableFileReason | 'wrongExtension' | 'empty' | 'tooLarge' | 'changed' | ContentProblem;

/** Thrown where a file turns out to be no good while it is uploaded. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile';

  constructor(readonly reason: UnusableFileReason) {
    super(reason);
  }
}

/** The ending of a name in lower case, without its dot. Undefined where it has none. */
export function extensionOf(name: string): string | undefined {
  return /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase();
}

/** Whether a file of this name may be an app. */
export function isAppName(name: string): boolean {
  const extension = extensionOf(name);
  return UPLOADED_EXTENSIONS.some((known) => known === extension);
}

/** How a file is now, if it can be uploaded as far as name and size tell; fails with `UnusableFile`. */
export async function statFile(file: UploadFile): Promise<FileStat> {
  const stat = await statOrReason(file);
  if (typeof stat === 'string') {
    throw new UnusableFile(stat === 'folder' || isAppName(file.name) ? stat : 'wrongExtension');
  }
  if (!isAppName(file.name)) {
    throw new UnusableFile('wrongExtension');
  }
  if (stat.size <= 0 || stat.size > MAX_FILE_BYTES) {
    throw new UnusableFile(stat.size <= 0 ? 'empty' : 'tooLarge');
  }
  return stat;
}

/** The same, and as far as what is in it tells. */
export async function inspectFile(file: UploadFile): Promise<FileStat> {
  const stat = await statFile(file);
  const problem = await readable(contentProblem(file.read, stat.size));
  if (problem) {
    throw new UnusableFile(problem);
  }
  return stat;
}

/** Why a file cannot be uploaded as it is now; undefined where it can be. */
export async function unusableFileReason(file: UploadFile): Promise<UnusableFileReason | undefined> {
  try {
    await inspectFile(file);
    return undefined;
  } catch (error) {
    if (error instanceof UnusableFile) {
      return error.reason;
    }
    throw error;
  }
}

function statOrReason({ stat }: UploadFile): Promise<FileStat | UnusableFileReason> {
  return readable(stat());
}

/** What comes of looking at a file, or why it cannot be looked at. */
async function readable<T>(look: Promise<T>): Promise<T | UnusableFileReason> {
  try {
    return await look;
  } catch (error) {
    if (error instanceof FileProblem) {
      return unreadableReasonOf(error);
    }
    throw error;
  }
}
