import { existsSync, readFileSync } from 'node:fs';
import { connectionsFile } from './server';

/** One outgoing connection of a process of VS Code. */
export interface Connection {
  readonly at: number;
  readonly pid: number;
  /** `server`, `extensionHost`, `ptyHost` or `fileWatcher`. */
  readonly role: string;
  readonly host: string;
  readonly port: number;
}

/** Every connection that the server, its extension host and their helpers have opened so far. */
export function readConnections(dataFolder: string): Connection[] {
  const file = connectionsFile(dataFolder);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Connection);
}
