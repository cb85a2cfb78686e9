import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from './npm.mjs';
import { hosts } from './versions.mjs';

/** Counts up when the steps below change, so that an installation made by older steps is redone. */
const recipe = 1;

/**
 * Installs one VS Code into `.vscode-test/<channel>` unless it is complete already. The stamp is written last: what was
 * interrupted has none and is done again from nothing.
 *
 * @param {string} root the project
 * @param {'stable' | 'floor'} channel
 * @returns {Promise<{installed: boolean, seconds: number}>}
 */
export async function installHost(root, channel) {
  const started = Date.now();
  const host = hosts[channel];
  const folder = path.join(root, '.vscode-test', channel);
  const stampFile = path.join(folder, 'stamp.json');
  const own = Number(process.versions.node.split('.')[0]) === host.nodeMajor;
  const nodePackage = own ? undefined : host.nodePackages[`${process.platform}-${process.arch}`];
  if (!own && !nodePackage) {
    throw new Error(
      `VS Code ${host.vscode} needs Node ${host.nodeMajor} and npm has none for ${process.platform} ${process.arch}: ` +
        `run this with a Node ${host.nodeMajor} of your own.`,
    );
  }
  if (isComplete(stampFile, host)) return { installed: false, seconds: 0 };

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true }));
  // Registry addresses stay out of the records that npm writes: they may be internal ones.
  const quiet = [
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--omit-lockfile-registry-resolved',
  ];
  const packages = [`code-server@${host.codeServer}`, ...(nodePackage ? [nodePackage] : [])];
  await npm(['install', ...quiet, '--save-exact', ...packages], folder);

  const server = path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  replaceGitDependencies(server, host.registryInsteadOfGit);
  // `npm ci` is refused in this folder; `npm install` still takes exactly what npm-shrinkwrap.json pins.
  await npm(['install', ...quiet, '--omit=dev'], server);

  const node = nodePackage ? nodeProgram(folder, nodePackage) : process.execPath;
  const main = path.join(server, 'out', 'server-main.js');
  for (const file of [node, main]) if (!existsSync(file)) throw new Error(`The installation lacks ${file}.`);
  const stamp = {
    recipe,
    codeServer: host.codeServer,
    vscode: host.vscode,
    // Relative, so that a copied or moved project does not run another one's VS Code.
    node: nodePackage ? path.relative(folder, node) : node,
    main: path.relative(folder, main),
  };
  writeFileSync(stampFile, JSON.stringify(stamp, null, 2));
  return { installed: true, seconds: (Date.now() - started) / 1000 };
}

function isComplete(stampFile, host) {
  if (!existsSync(stampFile)) return false;
  try {
    const stamp = JSON.parse(readFileSync(stampFile, 'utf8'));
    const sameRecipe = stamp.recipe === recipe && stamp.codeServer === host.codeServer;
    const isThere = (file) => existsSync(path.resolve(path.dirname(stampFile), file));
    return sameRecipe && isThere(stamp.node) && isThere(stamp.main);
  } catch {
    return false;
  }
}

function nodeProgram(folder, nodePackage) {
  const name = nodePackage.slice(0, nodePackage.lastIndexOf('@'));
  return path.join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** Exchanges single entries in the pinned set and leaves every other pin, unlike dropping the shrinkwrap. */
function replaceGitDependencies(server, replacements) {
  if (Object.keys(replacements).length === 0) return;
  const edit = (name, change) => {
    const file = path.join(server, name);
    const content = JSON.parse(readFileSync(file, 'utf8'));
    change(content);
    writeFileSync(file, JSON.stringify(content, null, 2));
  };
  edit('package.json', (manifest) => Object.assign(manifest.dependencies, replacements));
  edit('npm-shrinkwrap.json', (pins) => {
    Object.assign(pins.packages[''].dependencies, replacements);
    for (const name of Object.keys(replacements)) {
      delete pins.packages[`node_modules/${name}`].resolved;
      delete pins.packages[`node_modules/${name}`].integrity;
    }
  });
}
