import path from 'node:path';
import { root } from './paths';
import { exitOf, spawnOwned } from './processes';

/** Builds `dist` as `npm run build` does; its output is shown when it fails. */
export async function buildExtension({ production = false } = {}): Promise<void> {
  await runQuietly('The build', [path.join(root, 'esbuild.js'), ...(production ? ['--production'] : [])]);
}

export interface QuietOptions {
  /** Another Node than this one. */
  readonly program?: string;
  readonly environment?: Record<string, string | undefined>;
  /** The folder to run in, where that is not the project's. */
  readonly cwd?: string;
}

/** Runs a Node program in the project, silent unless it fails. Gives what it wrote. */
export async function runQuietly(
  title: string,
  args: readonly string[],
  { program = process.execPath, environment = process.env, cwd = root }: QuietOptions = {},
): Promise<string> {
  const child = spawnOwned(program, args, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const code = await exitOf(child);
  if (code !== 0) throw new Error(`${title} failed (${code}):\n${output}`);
  return output;
}
