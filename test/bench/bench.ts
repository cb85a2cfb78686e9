import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build, type BuildOptions } from 'esbuild';
import { cache, root } from '../vscode/paths';
import { startSandbox } from '../vscode/sandbox';
import type { Addresses } from './benchEditor';
import type { Measured, Task } from './measure';
import { table } from './table';

const folder = path.join(root, 'out', 'bench');
const inFolder = promisify(execFile);

/** GitHub's description of its REST API, which is as large as they come. */
const gitHub = path.join(root, 'node_modules', '@octokit', 'openapi', 'generated', 'api.github.com.json');

/** Profiles in the list, and how often it is asked for. */
const sizes: readonly (readonly [profiles: number, runs: number])[] = [
  [100, 7],
  [10_000, 7],
  [100_000, 5],
];

/** `npm run bench`: measures and prints. Asserts nothing, since times belong to a machine. */
export async function bench(): Promise<void> {
  await buildMeasured();
  const program = hostProgram();
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const node = (await inFolder(program, ['--version'])).stdout.trim();
  const processors = cpus();
  print(
    `Appcircle Explorer ${version} on Node ${node}, ${process.platform} ${process.arch}, ` +
      `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}.\n` +
      'Every run is a process of its own. Server: the sandbox, in another process on this machine.\n\n',
  );
  const run = (task: Task, times: number) => repeated(program, task, times);

  const activation = await run({ kind: 'activation' }, 15);
  const axios = await run({ kind: 'axios' }, 15);
  const description = await run({ kind: 'description', file: gitHub }, 9);
  const sandbox = await startSandbox({ profiles: 40 });
  try {
    const { apiEndpoint: api, authEndpoint: auth, personalAccessKey: key } = sandbox.info;
    const server = { addresses: { api, auth }, key };
    const signIn = await run({ kind: 'signIn', ...server }, 9);
    print(
      table([
        ['', 'median', 'least', 'most', 'runs'],
        times('load the entry file', activation, 'load'),
        times('activate()', activation, 'activate'),
        times('load axios, at the first request', axios, 'load'),
        times(`accepted key to ${signIn[0]?.['rows'] ?? 0} rows, in a fresh start`, signIn, 'time'),
      ]),
    );
    print('\n');
    print(table(describing(description)));
    print('\n');
    const rows: string[][] = [];
    for (const [profiles, count] of sizes) {
      await sandbox.control('profiles', { count: profiles });
      rows.push(...(await listing(server, profiles, (task) => run(task, count))));
    }
    const head = ['profiles', 'listed by', 'to rows', 'least', 'most', 'memory kept', 'peak', 'runs'];
    print(table([head, ...rows]));
  } finally {
    await sandbox.stop();
  }
  print(
    '\nThe client asks, decodes, drops doubles and sorts; fetch is the bare fetch and JSON.parse of the same answer.\n' +
      'Memory kept: heap and buffers after a collection, with the rows still held, and whatever the libraries hold of\n' +
      'the answer while its connection is kept alive. Peak: growth of the process.\n',
  );
}

function describing(measured: readonly Measured[]): string[][] {
  const operations = (measured[0]?.['operations'] ?? 0).toLocaleString('en');
  return [
    [`GitHub's API, ${operations} operations`, 'median', 'least', 'most', 'runs'],
    times(`read ${megabytes(measured[0]?.['bytes'] ?? 0)} of JSON`, measured, 'read'),
    times('index, for the tree', measured, 'index'),
    times('find in all of them', measured, 'find'),
    times('document all of them', measured, 'document'),
  ];
}

async function listing(
  server: { addresses: Addresses; key: string },
  profiles: number,
  run: (task: Task) => Promise<Measured[]>,
): Promise<string[][]> {
  const lines: string[][] = [];
  for (const by of ['client', 'fetch'] as const) {
    const measured = await run({ kind: 'list', by, ...server });
    if (measured.some((one) => one['rows'] !== profiles)) throw new Error('The list is not whole.');
    const [, median, least, most, runs] = times('', measured, 'time');
    const memory = ['kept', 'peak'].map((name) => megabytes(middle(valuesOf(measured, name))));
    lines.push([profiles.toLocaleString('en'), by, median, least, most, ...memory, runs]);
  }
  return lines;
}

type Times = [name: string, median: string, least: string, most: string, runs: string];

function times(name: string, measured: readonly Measured[], value: string): Times {
  const all = valuesOf(measured, value);
  return [
    name,
    milliseconds(middle(all)),
    milliseconds(Math.min(...all)),
    milliseconds(Math.max(...all)),
    String(all.length),
  ];
}

function valuesOf(measured: readonly Measured[], value: string): number[] {
  return measured.map((one) => one[value] ?? NaN);
}

/** The median of an odd number of values. */
function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function milliseconds(value: number): string {
  return `${value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

async function repeated(program: string, task: Task, count: number): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (let run = 0; run < count; run += 1) {
    const args = ['--expose-gc', path.join(folder, 'measure.js')];
    // In the environment: a list of arguments is for everyone on the machine to read.
    const env = { ...process.env, APPCIRCLE_BENCH_TASK: JSON.stringify(task) };
    const { stdout } = await inFolder(program, args, { env });
    measured.push(JSON.parse(stdout) as Measured);
  }
  return measured;
}

/** The extension as it is published, and the measurements beside it, so that both load the same axios. */
async function buildMeasured(): Promise<void> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the build is plain CommonJS
  const { options } = require('../../esbuild.js') as {
    options: (wanted: { production: boolean; outdir: string; more: Record<string, string> }) => BuildOptions;
  };
  const more = { measure: 'test/bench/measure.ts' };
  await build({ ...options({ production: true, outdir: folder, more }), logLevel: 'warning' });
}

/** The Node that VS Code's extension host runs on. */
function hostProgram(): string {
  const installation = path.join(cache, 'stable');
  const stamp = JSON.parse(readFileSync(path.join(installation, 'stamp.json'), 'utf8')) as { node: string };
  return path.resolve(installation, stamp.node);
}

function print(text: string): void {
  process.stdout.write(text);
}
