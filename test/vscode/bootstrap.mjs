import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installHost } from './install.mjs';
import { npm } from './npm.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Makes a fresh clone ready: the project's packages, then the VS Codes asked for. Needs Node alone.
 *
 * @param {('stable' | 'floor')[]} channels
 */
export async function bootstrap(channels) {
  const isFit = packagesFit();
  if (!isFit && isLink(path.join(root, 'node_modules')))
    // npm empties the folder first, and other checkouts may work with what is in it.
    throw new Error(
      'node_modules is a link, and what it leads to does not fit the lockfile. Run "npm ci" there, or remove the link.',
    );
  // Side by side: each waits for the registry most of the time.
  await Promise.all([
    isFit || step('Installing the packages of the lockfile', () => npm(['ci'], root)),
    ...channels.map((channel) =>
      step(`Installing VS Code (${channel})`, () => installHost(root, channel), true),
    ),
  ]);
}

/** Loads a TypeScript file of the project into this process; only after {@link bootstrap}. */
export function load(file) {
  const require = createRequire(path.join(root, 'package.json'));
  require('tsx/cjs');
  return require(path.join(root, file));
}

/** Runs `work`, and ends the process with a readable sentence when it fails. */
export async function main(work) {
  endWithNpm();
  try {
    await work();
  } catch (error) {
    const detail = process.env.DEBUG ? error.stack : error.message;
    process.stderr.write(`\n${detail}\n`);
    process.exit(1);
  }
}

/** npm runs scripts in a shell that ends at a signal without passing it on: what is then left alone ends as well. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

/**
 * Whether node_modules holds what the lockfile names. Compared by content: a checkout gives files new times without
 * changing them. npm writes its own record in node_modules last, so an interrupted install does not fit.
 */
function packagesFit() {
  const record = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([place, { version, optional, devOptional }]) =>
      place === '' || optional || devOptional || present[place]?.version === version,
  );
}

function isLink(file) {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

async function step(title, work, silentWhenDone = false) {
  const started = Date.now();
  if (!silentWhenDone) process.stdout.write(`${title} …\n`);
  const outcome = await work();
  if (silentWhenDone && !outcome.installed) return;
  process.stdout.write(`${title}: done in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}
