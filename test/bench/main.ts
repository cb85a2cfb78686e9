import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build, type BuildOptions } from 'esbuild';
import { cache, root, runFolder } from '../vscode/paths';
import { startSandbox } from '../vscode/sandbox';
import { makeVersions } from './manyVersions';
import type { By, Task } from './measure';
import type { Measured } from './measured';
import { measureInHost } from './measureInHost';
import { least, megabytes, memory, time, times } from './report';
import { table } from './table';

const folder = path.join(root, 'out', 'bench');
const inFolder = promisify(execFile);

/** GitHub's description of its REST API, which is as large as they come. */
const gitHub = path.join(root, 'node_modules', '@octokit', 'openapi', 'generated', 'api.github.com.json');

/** Profiles in the list, and how often each of `who` asks for it. */
const sizes: readonly (readonly [profiles: number, runs: number])[] = [
  [100, 5],
  [10_000, 5],
  [100_000, 3],
];
const who: readonly By[] = ['view', 'client', 'fetch'];
const manyVersions = 1_000;

/** `npm run bench`: measures and prints. Asserts nothing, since times belong to a machine. */
export async function bench(): Promise<void> {
  await buildWith(folder, { measure: 'test/bench/measure.ts' });
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

  print(table(starting(await starts())));
  print('\n');
  const description = await run({ kind: 'description', file: gitHub }, 5);
  const sandbox = await startSandbox({ profiles: 40 });
  try {
    const { apiEndpoint: api, authEndpoint: auth, personalAccessKey: key } = sandbox.info;
    const server = { addresses: { api, auth }, key };
    const signIn = await run({ kind: 'signIn', server }, 9);
    print(
      table([
        ['', 'median', 'least', 'most', 'runs'],
        times(`accepted key to ${signIn[0]?.['rows'] ?? 0} rows, in a fresh start`, signIn, 'time'),
      ]),
    );
    print('\n');
    print(table(describing(description)));
    print('\n');
    const profileId = await makeVersions(sandbox, server, manyVersions);
    const versions = [versionsHead];
    for (const by of who) {
      const measured = await run({ kind: 'versions', by, server, profileId }, 5);
      assertWhole(measured, manyVersions);
      versions.push(versionsRow(by, measured));
    }
    const profiles = [profilesHead];
    for (const [count, runs] of sizes) {
      await sandbox.control('profiles', { count });
      for (const by of who) {
        const measured = await run({ kind: 'list', by, server }, runs);
        assertWhole(measured, count);
        profiles.push([count.toLocaleString('en'), ...profilesRow(by, measured)]);
      }
    }
    print(table(profiles));
    print('\n');
    print(table(versions));
  } finally {
    await sandbox.stop();
  }
  print(legend);
}

const legend = `
All are medians but for "least". Processor: the time in which the host had processors at work, whatever else the machine
did meanwhile. view: the extension in a fake editor, all that VS Code would ask it for to draw
included, its own drawing not. client: asks, decodes, drops doubles and sorts. fetch: the bare fetch and JSON.parse of
the same answer. From a key: exchange and list, in a process that did nothing yet, libraries loaded on the way. List:
of that, from the question to rows. Again: the same once more, as Refresh does. Filter: one letter, over all rows. Sort:
by last upload. Go to Profile: until it can be typed into. Memory kept: heap and buffers after a collection, with the
rows still held, and whatever the libraries hold of the answer while its connection is kept alive. Peak: growth of the
process until there are rows.
`;

const profilesHead = [
  'profiles',
  'by',
  'from a key',
  'list',
  'least',
  'again',
  'filter',
  'sort',
  'Go to Profile',
  'memory kept',
  'peak',
  'runs',
];

function profilesRow(by: By, measured: readonly Measured[]): string[] {
  return [
    by,
    time(measured, 'fresh'),
    time(measured, 'time'),
    least(measured, 'time'),
    time(measured, 'again'),
    time(measured, 'filter'),
    time(measured, 'sort'),
    time(measured, 'goTo'),
    memory(measured, 'kept'),
    memory(measured, 'peak'),
    String(measured.length),
  ];
}

const versionsHead = [
  `${manyVersions.toLocaleString('en')} versions of a profile`,
  'to rows',
  'least',
  'again',
  'memory kept',
  'peak',
  'runs',
];

function versionsRow(by: By, measured: readonly Measured[]): string[] {
  return [
    by,
    time(measured, 'time'),
    least(measured, 'time'),
    time(measured, 'again'),
    memory(measured, 'kept'),
    memory(measured, 'peak'),
    String(measured.length),
  ];
}

function assertWhole(measured: readonly Measured[], count: number): void {
  if (measured.some(({ rows }) => rows !== count)) {
    throw new Error(`Not all of ${count} rows are there.`);
  }
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

/** The extension as it is published, and what measures it beside it, so that both load the same files. */
async function buildWith(outdir: string, more: Record<string, string>): Promise<void> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the build is plain CommonJS
  const { options } = require('../../esbuild.js') as {
    options: (wanted: { production: boolean; outdir: string; more: Record<string, string> }) => BuildOptions;
  };
  await build({ ...options({ production: true, outdir, more }), logLevel: 'warning' });
}

/** Nine starts of a real extension host. */
async function starts(): Promise<Measured[]> {
  const built = path.join(root, 'out', 'bench-host');
  await buildWith(built, { firstRequest: 'test/bench/firstRequest.ts' });
  const place = runFolder('bench');
  const measured = await measureInHost(built, place, 9);
  rmSync(place, { recursive: true, force: true });
  return measured;
}

function starting(measured: readonly Measured[]): string[][] {
  const both = (name: string, value: string) => [
    times(name, measured, value),
    times(`${name}: processor`, measured, `${value}Work`),
  ];
  return [
    ["in VS Code's extension host", 'median', 'least', 'most', 'runs'],
    ...both('activate an empty extension', 'empty'),
    ...both('activate this extension', 'activate'),
    ...both('more than the empty one', 'above'),
    ...both('libraries of the first request', 'request'),
  ];
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
