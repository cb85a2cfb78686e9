import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(__dirname, '..', '..');

/** Everything that set-up and runs leave behind; ignored by git. */
export const cache = path.join(root, '.vscode-test');

const runs = path.join(cache, 'runs');

/**
 * A fresh folder for one run. It carries the process number, so that two runs in one tree do not meet; folders of runs
 * that ended without cleaning up go at the next run.
 */
export function runFolder(name: string): string {
  removeAbandoned();
  const folder = path.join(runs, `${name}-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

function removeAbandoned(): void {
  if (!existsSync(runs)) return;
  for (const entry of readdirSync(runs)) {
    const pid = Number(entry.slice(entry.lastIndexOf('-') + 1));
    if (!isAlive(pid)) rmSync(path.join(runs, entry), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
