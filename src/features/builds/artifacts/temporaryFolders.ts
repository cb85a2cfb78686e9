import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { toFileProblem } from '../../../api/files/fileProblem';
import type { Disposable } from '../../../support/emitter';

/** Below the extension's own storage. */
const FOLDER = 'artifacts';

/**
 * Folders for what is needed for a while: below the extension's storage, one for each process that runs it, none of which
 * touches those of another. They are gone with the window; what a crash left is removed by whoever comes next.
 */
export class TemporaryFolders implements Disposable {
  private readonly all: string;
  private readonly own: string;

  constructor(storage: string) {
    this.all = join(storage, FOLDER);
    this.own = join(this.all, `${process.pid}-${randomBytes(4).toString('hex')}`);
  }

  /** A new one, which nobody else may read. Fails with a `FileProblem`. */
  async add(): Promise<string> {
    const path = join(this.own, randomBytes(4).toString('hex'));
    try {
      await mkdir(path, { recursive: true, mode: 0o700 });
      return path;
    } catch (error) {
      throw toFileProblem(error, path);
    }
  }

  /** What cannot be removed now is removed with the window, or by the next one. */
  async remove(path: string): Promise<void> {
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }

  dispose(): void {
    try {
      // The process ends, and waits for nobody.
      rmSync(this.own, { recursive: true, force: true });
    } catch {
      // The next one removes it.
    }
  }
}

/** Removes what processes left that do not run any more. Nobody waits for it. */
export async function removeLeftFolders(storage: string): Promise<void> {
  const all = join(storage, FOLDER);
  const names = await readdir(all).catch(() => []);
  for (const name of names) {
    const process = Number(/^(\d+)-/.exec(name)?.[1]);
    if (!isRunning(process)) {
      await rm(join(all, name), { recursive: true, force: true }).catch(() => undefined);
    }
  }
}

function isRunning(id: number): boolean {
  try {
    return id > 0 && process.kill(id, 0);
  } catch (error) {
    // It runs, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
