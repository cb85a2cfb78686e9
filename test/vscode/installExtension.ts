import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runQuietly } from './build';
import { testEnvironment } from './environment';
import { cache } from './paths';

/** Has VS Code itself install a .vsix into a data folder, as "Install from VSIX…" does for a user. */
export async function installExtension(vsix: string, dataFolder: string): Promise<void> {
  const installation = path.join(cache, 'stable');
  const stamp = JSON.parse(readFileSync(path.join(installation, 'stamp.json'), 'utf8')) as {
    node: string;
    main: string;
  };
  const hooks = path.join(__dirname, 'hooks', 'index.cjs');
  const options = [
    '--install-extension',
    vsix,
    '--server-data-dir',
    dataFolder,
    '--accept-server-license-terms',
  ];
  await runQuietly(
    'The installation of the .vsix',
    ['--require', hooks, path.resolve(installation, stamp.main), ...options],
    {
      program: path.resolve(installation, stamp.node),
      environment: testEnvironment(),
    },
  );
}

/** The same once for the suites of one run, whose folder it is; each gets a copy of what the editor made of it. */
export async function installCopy(vsix: string, runFolder: string, dataFolder: string): Promise<void> {
  const installed = path.join(runFolder, 'installed');
  if (!existsSync(installed)) await installExtension(vsix, installed);
  cpSync(path.join(installed, 'extensions'), path.join(dataFolder, 'extensions'), { recursive: true });
  const list = path.join(dataFolder, 'extensions', 'extensions.json');
  // The list names each folder whole.
  writeFileSync(list, readFileSync(list, 'utf8').replaceAll(installed, dataFolder));
}
