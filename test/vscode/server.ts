import { once } from 'node:events';
import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache } from './paths';
import { spawnOwned, stopOwned } from './processes';

export type Channel = 'stable' | 'floor';

export interface ServerOptions {
  readonly channel?: Channel;
  /** `--server-data-dir`: user settings, logs, extensions, global storage. */
  readonly dataFolder: string;
  readonly environment: Record<string, string | undefined>;
  /** Obeys the payload of the address (development path, tests), and shows no toasts. */
  readonly driver?: boolean;
  readonly workspaceTrust?: boolean;
  /** Folder of the extensions that VS Code brings; all of them unless told. */
  readonly builtInExtensions?: string;
  /** A file that holds the token which the first request must carry. Without it every local process may connect. */
  readonly tokenFile?: string;
}

export interface Server {
  readonly port: number;
  /** Resolves when the server ends, by `stop()` or by itself. */
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
}

const readyLine = 'Extension host agent started';
const portLine = /^Server bound to 127\.0\.0\.1:(\d+)/m;

/** Starts VS Code's server on a free loopback port and waits until it listens. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { channel = 'stable', dataFolder } = options;
  const installation = path.join(cache, channel);
  const stamp = JSON.parse(readFileSync(path.join(installation, 'stamp.json'), 'utf8')) as {
    node: string;
    main: string;
  };
  mkdirSync(dataFolder, { recursive: true });
  const args = [
    ...['--require', path.join(__dirname, 'hooks', 'index.cjs')],
    path.resolve(installation, stamp.main),
    // A port that is looked for first could be taken by whoever runs beside this until VS Code listens on it.
    ...['--host', '127.0.0.1', '--port', '0', '--server-data-dir', dataFolder],
    ...(options.tokenFile ? ['--connection-token-file', options.tokenFile] : ['--without-connection-token']),
    ...['--accept-server-license-terms', '--disable-telemetry'],
    ...(options.driver ? ['--enable-smoke-test-driver'] : []),
    ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
    ...(options.builtInExtensions ? ['--builtin-extensions-dir', options.builtInExtensions] : []),
  ];
  const child = spawnOwned(path.resolve(installation, stamp.node), args, {
    cwd: dataFolder,
    env: { ...options.environment, APPCIRCLE_TEST_CONNECTIONS: connectionsFile(dataFolder) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const log = path.join(dataFolder, 'server.log');
  const ready = new Promise<number>((resolve, reject) => {
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
      writeFileSync(log, chunk, { flag: 'a' });
      const port = portLine.exec(output)?.[1];
      if (port !== undefined && output.includes(readyLine)) resolve(Number(port));
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`VS Code's server ended with ${String(code)}:\n${output.slice(-4000)}`));
    });
    setTimeout(() => {
      reject(new Error(`VS Code's server was not ready after 30 s:\n${output.slice(-4000)}`));
    }, 30_000).unref();
  });
  let port: number;
  try {
    port = await ready;
  } catch (error) {
    await stopOwned(child);
    throw error;
  }
  return { port, ended: once(child, 'exit'), stop: () => stopOwned(child) };
}

/** Where the hook in the server and its extension host writes one line of JSON for each outgoing connection. */
export function connectionsFile(dataFolder: string): string {
  return path.join(dataFolder, 'connections.jsonl');
}
