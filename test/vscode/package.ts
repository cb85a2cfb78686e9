import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildExtension, runQuietly } from './build';
import { builtMetafile, bundledPackages, contentsText, writeNotices } from './packageContents';
import { root, runFolder } from './paths';
import { shippedReadme, writeShippedReadme } from './shippedReadme';
import { program } from './unit';

/** Makes the extension as it is published, as the only .vsix of a folder. */
export async function packageExtension(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith('.vsix')) rmSync(path.join(folder, name));
  await buildExtension({ production: true });
  writeNotices(bundledPackages(builtMetafile()));
  writeShippedReadme();
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const file = path.join(folder, `${name}-${version}.vsix`);
  // What is shipped is bundled already, so vsce need not look for dependencies.
  // Without a public address vsce has nothing to make relative links and pictures of the README absolute with.
  const addresses = ['--allow-missing-repository', '--readme-path', shippedReadme];
  const options = ['--no-dependencies', ...addresses, '--out', file];
  const command = [program('@vscode/vsce', 'vsce'), 'package', ...options];
  const said = await withCopy((copy) => runQuietly('vsce package', command, { cwd: copy }));
  const warnings = said
    .split('\n')
    .filter((line) => /\bWARNING\b/.test(line) && !line.includes(aboutManyFiles));
  if (warnings.length > 0) throw new Error(`vsce package warns:\n${said}`);
  return file;
}

/** It takes more than 100 files of JavaScript for a sign that nothing is bundled. Ours are what is loaded late. */
const aboutManyFiles = 'are JavaScript files';

/** Folders that `.vscodeignore` leaves out as a whole. */
const unshipped = new Set('.git .vscode-test coverage node_modules out screenshots src test'.split(' '));

/**
 * Runs `work` on a copy of the project without the folders of which nothing is shipped: vsce holds each file that it
 * finds, tens of thousands, against every line of `.vscodeignore`, for most of a minute.
 */
async function withCopy<T>(work: (copy: string) => Promise<T>): Promise<T> {
  const copy = runFolder('package');
  try {
    for (const name of readdirSync(root)) {
      if (!unshipped.has(name)) cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
    }
    return await work(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** `npm run package`: makes the package, and says what is in it. */
export async function runPackage([folder = root]: readonly string[]): Promise<boolean> {
  const file = await packageExtension(folder);
  const { listFiles, PackageManager } = await import('@vscode/vsce');
  const listed = await withCopy((copy) => listFiles({ cwd: copy, packageManager: PackageManager.None }));
  const files = listed.map((name) => (name === 'README.md' ? shippedReadme : name));
  process.stdout.write(`${contentsText(file, files, bundledPackages(builtMetafile()))}\n${file}\n`);
  return true;
}
