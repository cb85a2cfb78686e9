import { startSandbox, type Sandbox } from '../vscode/sandbox';
import { makeVersions } from './manyVersions';
import type { By } from './measure';
import type { Measured, Server } from './measured';
import { repeated } from './processes';
import { least, memory, time, times } from './report';
import { table } from './table';

/** Profiles in the list, and how often each of `who` asks for it. */
const sizes: readonly (readonly [profiles: number, runs: number])[] = [
  [100, 5],
  [10_000, 5],
  [100_000, 3],
];
const who: readonly By[] = ['view', 'client', 'fetch'];
const manyVersions = 1_000;
const manyIdentities = 1_000;

/** Gives work a sandbox, and what it takes to sign in to it. */
export async function withSandbox(
  options: Parameters<typeof startSandbox>[0],
  work: (server: Server, sandbox: Sandbox) => Promise<string>,
): Promise<string> {
  const sandbox = await startSandbox(options);
  const { apiEndpoint: api, authEndpoint: auth, personalAccessKey: key } = sandbox.info;
  try {
    return await work({ addresses: { api, auth }, key }, sandbox);
  } finally {
    await sandbox.stop();
  }
}

export function signInPart(): Promise<string> {
  return withSandbox({ profiles: 40 }, async (server) => {
    const signIn = await repeated({ kind: 'signIn', server }, 9);
    return table([
      ['', 'median', 'least', 'most', 'runs'],
      times(`accepted key to ${signIn[0]?.['rows'] ?? 0} rows, in a fresh start`, signIn, 'time'),
    ]);
  });
}

export function profilesPart(): Promise<string> {
  return withSandbox({}, async (server, sandbox) => {
    const profiles = [profilesHead];
    for (const [count, runs] of sizes) {
      await sandbox.control('profiles', { count });
      for (const by of who) {
        const measured = await repeated({ kind: 'list', by, server }, runs);
        assertWhole(measured, count);
        profiles.push([count.toLocaleString('en'), ...profilesRow(by, measured)]);
      }
    }
    return table(profiles);
  });
}

export function versionsPart(): Promise<string> {
  return withSandbox({ profiles: 40 }, async (server, sandbox) => {
    const profileId = await makeVersions(sandbox, server, manyVersions);
    const versions = [[`${manyVersions.toLocaleString('en')} versions of a profile`, ...rowsHead]];
    for (const by of who) {
      const measured = await repeated({ kind: 'versions', by, server, profileId }, 5);
      assertWhole(measured, manyVersions);
      versions.push(rowsRow(by, measured));
    }
    return table(versions);
  });
}

export function identitiesPart(): Promise<string> {
  return withSandbox({ profiles: 40 }, async (server, sandbox) => {
    await sandbox.control('signing/reset', { certificates: manyIdentities });
    const identities = [[`${manyIdentities.toLocaleString('en')} signing identities`, ...rowsHead]];
    for (const by of who) {
      const measured = await repeated({ kind: 'identities', by, server }, 5);
      assertWhole(measured, manyIdentities);
      identities.push(rowsRow(by, measured));
    }
    return table(identities);
  });
}

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

const rowsHead = ['to rows', 'least', 'again', 'memory kept', 'peak', 'runs'];

function rowsRow(by: By, measured: readonly Measured[]): string[] {
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

export function assertWhole(measured: readonly Measured[], count: number): void {
  if (measured.some(({ rows }) => rows !== count)) {
    throw new Error(`Not all of ${count} rows are there.`);
  }
}
