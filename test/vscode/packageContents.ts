import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { root } from './paths';

/** A package of which something is in the bundle. */
export interface BundledPackage {
  name: string;
  /** Relative to the checkout; of some packages there are two versions. */
  folder: string;
  version: string;
  /** As its manifest says, in the form of SPDX. */
  license: string;
  /** Of its code in the bundle. */
  bytes: number;
}

/** The notices that are shipped, made anew for each package. */
export const noticesFile = path.join('dist', 'THIRD-PARTY-NOTICES.txt');

/** What esbuild says of the bundle that is in `dist`. */
export function builtMetafile(): Metafile {
  return JSON.parse(readFileSync(path.join(root, 'dist', 'meta.json'), 'utf8')) as Metafile;
}

/** Every package with code in a bundle, by name. */
export function bundledPackages(metafile: Metafile): BundledPackage[] {
  const bytesByFolder = new Map<string, number>();
  for (const output of Object.values(metafile.outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input.replace(/^\w+:/, ''))?.[0];
      if (folder !== undefined && bytesInOutput > 0) {
        bytesByFolder.set(folder, (bytesByFolder.get(folder) ?? 0) + bytesInOutput);
      }
    }
  }
  return [...bytesByFolder]
    .map(([folder, bytes]) => {
      const text = readFileSync(path.join(root, folder, 'package.json'), 'utf8');
      const { name, version, license } = JSON.parse(text) as Omit<BundledPackage, 'bytes'>;
      return { name, folder, version, license, bytes };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** The license that a package comes with. Fails for a package that has none: it could not be shipped. */
export function licenseText({ name, folder }: Pick<BundledPackage, 'name' | 'folder'>): string {
  const file = readdirSync(path.join(root, folder)).find((entry) => /^licen[cs]e([.-]|$)/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no license file.`);
  return readFileSync(path.join(root, folder, file), 'utf8').trim();
}

/** Writes the licenses of all that is bundled. */
export function writeNotices(packages: readonly BundledPackage[]): void {
  const notices = packages.map((one) => {
    return `${one.name} ${one.version} (${one.license})\n\n${licenseText(one)}\n`;
  });
  const head = 'Appcircle Explorer contains code of these packages.\n';
  writeFileSync(path.join(root, noticesFile), [head, ...notices].join(`\n${'-'.repeat(80)}\n\n`));
}

/** What is in a package, for whoever publishes it: files with their sizes, bundled packages with their licenses. */
export function contentsText(
  vsix: string,
  files: readonly string[],
  packages: readonly BundledPackage[],
): string {
  const size = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
  const rows = files.map((file) => `${size(statSync(path.join(root, file)).size)}  ${file}`);
  const bundled = packages.map(
    ({ name, version, license, bytes }) => `${size(bytes)}  ${name} ${version}, ${license}`,
  );
  return [
    `${path.basename(vsix)}, ${size(statSync(vsix).size).trim()}`,
    '',
    `Files (${files.length})`,
    ...rows.sort((a, b) => a.slice(12).localeCompare(b.slice(12))),
    '',
    `Bundled packages (${packages.length})`,
    ...bundled,
    '',
  ].join('\n');
}
