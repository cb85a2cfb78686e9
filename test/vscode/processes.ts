import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** For the Node of a process started below: ends it, with its group, when this process was killed outright. */
export const lifeline = ['--require', path.join(__dirname, 'hooks', 'lifeline.cjs')] as const;

const owned = new Set<ChildProcess>();
const windows = process.platform === 'win32';
let guarded = false;

/**
 * Starts a process that ends with this one, whatever ends it. It leads a process group of its own, so that the
 * processes it starts (the extension host, terminals) end with it too.
 */
export function spawnOwned(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  guard();
  const child = spawn(command, args, { ...options, detached: !windows });
  owned.add(child);
  child.once('exit', () => owned.delete(child));
  return child;
}

/** Ends a process and its group: politely, and after three seconds outright. */
export async function stopOwned(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, 'exit');
    signal(child, 'SIGTERM');
    const force = setTimeout(() => {
      signal(child, 'SIGKILL');
    }, 3000);
    await exited;
    clearTimeout(force);
  }
  // What the process left behind in its group.
  signal(child, 'SIGKILL');
}

/** Resolves with the exit code; a process that was ended by a signal counts as failed. */
export async function exitOf(child: ChildProcess): Promise<number> {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (windows) spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    else process.kill(-child.pid, name);
  } catch {
    // It is gone already.
  }
}

function guard(): void {
  if (guarded) return;
  guarded = true;
  process.on('exit', () => {
    if (owned.size === 0) return;
    for (const child of owned) signal(child, 'SIGTERM');
    // An exit handler cannot await; runners below this one need the moment to end what they started themselves.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    for (const child of owned) signal(child, 'SIGKILL');
  });
  for (const [name, number] of Object.entries({ SIGINT: 2, SIGTERM: 15, SIGHUP: 1 })) {
    process.once(name, () => {
      const stopped = Promise.allSettled([...owned].map(stopOwned));
      void stopped.then(() => process.exit(128 + number));
    });
  }
}
