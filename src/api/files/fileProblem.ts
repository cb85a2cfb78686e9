/** What a disk has against it, as the facts for a sentence. Never a failure of a request. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';

  constructor(
    /** As the system names it: `ENOSPC`, `EACCES`, `EEXIST`, `ENOENT`, `EISDIR`, … */
    readonly code: string,
    readonly path: string,
  ) {
    super(`${code} ${path}`);
  }
}

/** Why a file cannot be read, for a sentence. `noFile`: a pipe, a socket, a device. */
export type UnreadableFileReason = 'missing' | 'forbidden' | 'folder' | 'noFile' | 'unreadable';

/** What the code of a problem comes to where a file was to be read. */
export function unreadableReasonOf({ code }: FileProblem): UnreadableFileReason {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'missing';
    case 'EACCES':
    case 'EPERM':
      return 'forbidden';
    case 'EISDIR':
      return 'folder';
    case 'ENXIO':
      return 'noFile';
    default:
      return 'unreadable';
  }
}

/** An error of the file system as a `FileProblem`; anything else as it is. */
export function toFileProblem(error: unknown, path: string): unknown {
  if (!(error instanceof Error)) {
    return error;
  }
  const { code, syscall }: Partial<NodeJS.ErrnoException> = error;
  return code !== undefined && syscall !== undefined ? new FileProblem(code, path) : error;
}
