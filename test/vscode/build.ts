import path from 'node:path';
import { root } from './paths';
import { exitOf, spawnOwned } from './processes';

/** Builds `dist` as `npm run build` does; its output is shown when it fails. */
export async function buildExtension({ production = false } = {}): Promise<void> {
  await runQuietly('The build', [path.join(root, 'esbuild.js'), ...(production ? ['--production'] : [])]);
}

/** Runs a Node program in the project, silent unless it fails. */
export async function runQuietly(title: string, args: readonly string[]): Promise<void> {
  const child = spawnOwned(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const code = await exitOf(child);
  if (code !== 0) throw new Error(`${title} failed (${code}):\n${output}`);
}
