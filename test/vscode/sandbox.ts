import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { root } from './paths';
import { lifeline, spawnOwned, stopOwned } from './processes';

/** The first line that `npm run sandbox` prints. */
export interface SandboxInfo {
  readonly apiEndpoint: string;
  readonly authEndpoint: string;
  readonly mcpEndpoint: string;
  readonly hookEndpoint: string;
  /** Where uploads and downloads lie, without any authority of the API. */
  readonly storageEndpoint: string;
  readonly personalAccessKey: string;
  readonly apiKey: { readonly name: string; readonly secret: string };
  /** Where the control endpoints answer even while the servers are down. */
  readonly control: string;
}

export interface Sandbox {
  readonly info: SandboxInfo;
  /** Calls a control endpoint, `control('faults', {...})` being POST /_sandbox/faults; answers its JSON. */
  control(path: string, body?: unknown, method?: string): Promise<unknown>;
  stop(): Promise<void>;
}

export interface SandboxOptions {
  readonly profiles?: number;
  /** How many build profiles there are, and branches of each. */
  readonly builds?: { readonly profiles: number; readonly branches: number };
  readonly port?: number;
  /** Names that trip up programs, as tests want them, unless friendly ones are asked for. */
  readonly names?: 'friendly' | 'strange';
}

/** Starts the sandbox as its own process and waits for the line that it announces itself with. */
export async function startSandbox({
  profiles = 40,
  builds,
  port,
  names = 'strange',
}: SandboxOptions = {}): Promise<Sandbox> {
  // The same as the command `tsx`, without another process between.
  const tsx = pathToFileURL(require.resolve('tsx')).href;
  const options = [
    ...['--profiles', String(profiles)],
    ...(builds === undefined
      ? []
      : ['--build-profiles', String(builds.profiles), '--branches', String(builds.branches)]),
    ...(port === undefined ? [] : ['--port', String(port)]),
    ...(names === 'strange' ? ['--strange-names'] : []),
  ];
  const child = spawnOwned(process.execPath, [...lifeline, '--import', tsx, script(), ...options], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  const first = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    child.once('exit', (code) => {
      reject(
        new Error(`The sandbox ended with ${String(code)} before it was ready.\n${readable(complaints)}`),
      );
    });
  });
  const info = JSON.parse(first) as SandboxInfo;
  return { info, control: controlOf(info), stop: () => stopOwned(child) };
}

/** Calls the control endpoints of a sandbox that runs. */
export function controlOf(info: SandboxInfo): Sandbox['control'] {
  return async (name, body, method = body === undefined ? 'GET' : 'POST') => {
    const response = await fetch(new URL(`/_sandbox/${name}`, info.control), {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`Sandbox control ${name}: ${response.status} ${text}`);
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  };
}

/** The file behind `npm run sandbox`: started without npm and a shell between, it can be stopped for certain. */
function script(): string {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string | undefined>;
  };
  const file = manifest.scripts['sandbox']?.split(' ').find((word) => word.endsWith('.ts'));
  if (file === undefined)
    throw new Error('package.json has no script "sandbox" that names a TypeScript file.');
  return path.join(root, file);
}

/** Leaves out the lines of minified code that Node shows around an error. */
function readable(output: string): string {
  return output
    .split('\n')
    .filter((line) => line.length < 400)
    .slice(-40)
    .join('\n');
}
