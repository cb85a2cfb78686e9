import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface Manifest {
  readonly publisher: string;
  readonly name: string;
  readonly version: string;
}

/** Puts an unpacked helper extension beside the installed one; VS Code loads only what its own list names. */
export function addUnpackedExtension(folder: string, dataFolder: string): void {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
  const id = `${manifest.publisher}.${manifest.name}`.toLowerCase();
  const relativeLocation = `${id}-${manifest.version}`;
  const place = path.join(dataFolder, 'extensions', relativeLocation);
  cpSync(folder, place, { recursive: true });
  const listFile = path.join(dataFolder, 'extensions', 'extensions.json');
  const list = JSON.parse(readFileSync(listFile, 'utf8')) as unknown[];
  const location = { $mid: 1, path: place, scheme: 'file' };
  list.push({ identifier: { id }, version: manifest.version, location, relativeLocation });
  writeFileSync(listFile, JSON.stringify(list));
}
