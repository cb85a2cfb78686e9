import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { cache, root } from '../vscode/paths';
import type { Task } from './measure';
import type { Measured } from './measured';

/** Where the built files are that measure. */
export const folder = path.join(root, 'out', 'bench');
const inFolder = promisify(execFile);

/** Measures so often, each time in a process of its own. */
export async function repeated(task: Task, count: number): Promise<Measured[]> {
  const program = hostProgram();
  const measured: Measured[] = [];
  for (let run = 0; run < count; run += 1) {
    const args = ['--expose-gc', path.join(folder, 'measure.js')];
    // In the environment: a list of arguments is for everyone on the machine to read.
    const env = { ...process.env, APPCIRCLE_BENCH_TASK: JSON.stringify(task) };
    const { stdout } = await inFolder(program, args, { env });
    measured.push(JSON.parse(stdout) as Measured);
  }
  return measured;
}

/** Of the Node that VS Code's extension host runs on. */
export async function nodeVersion(): Promise<string> {
  return (await inFolder(hostProgram(), ['--version'])).stdout.trim();
}

function hostProgram(): string {
  const installation = path.join(cache, 'stable');
  const stamp = JSON.parse(readFileSync(path.join(installation, 'stamp.json'), 'utf8')) as { node: string };
  return path.resolve(installation, stamp.node);
}
