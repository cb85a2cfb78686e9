import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildExtension, runQuietly } from './build';
import { root } from './paths';
import { program } from './unit';

/** Makes the extension as it is published, as the only .vsix of a folder. */
export async function packageExtension(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith('.vsix')) rmSync(path.join(folder, name));
  await buildExtension({ production: true });
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const file = path.join(folder, `${name}-${version}.vsix`);
  // What is shipped is bundled already, so vsce need not look for dependencies.
  // Without a public address vsce has nothing to make relative links and pictures of the README absolute with.
  const addresses = ['--allow-missing-repository', '--no-rewrite-relative-links'];
  const options = ['--no-dependencies', ...addresses, '--out', file];
  await runQuietly('vsce package', [program('@vscode/vsce', 'vsce'), 'package', ...options]);
  return file;
}
