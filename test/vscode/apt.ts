import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { exitOf } from './processes';

/** Whether packages of the distribution can be installed from here: on Debian and its like, by root. */
export function canInstallPackages(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs packages of the distribution, without what they only recommend. Fails with what could not be done. */
export async function installPackages(what: string, packages: readonly string[]): Promise<void> {
  process.stdout.write(`Installing ${what} from the distribution …\n`);
  await aptGet('update');
  await aptGet('install', '--yes', '--no-install-recommends', ...packages);
}

async function aptGet(...args: string[]): Promise<void> {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const child = spawn('apt-get', ['-qq', ...args], {
    env: environment,
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  const code = await exitOf(child);
  if (code !== 0) throw new Error(`"apt-get ${args.join(' ')}" failed (${code}).`);
}
