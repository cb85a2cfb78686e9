import path from 'node:path';
import { root } from '../vscode/paths';
import { buildWith } from './buildWith';
import { assertWhole, withSandbox } from './listParts';
import type { By } from './measure';
import type { Measured } from './measured';
import { measureLogs } from './measureLogs';
import { repeated } from './processes';
import { least, megabytes, memory, time } from './report';
import { table } from './table';

const who: readonly By[] = ['view', 'client', 'fetch'];
const profiles = 200;
const branches = 50;
const runs = 5;
const logRuns = 3;

/** Rows of profiles and of all their branches. */
export function buildsPart(): Promise<string> {
  return withSandbox({ builds: { profiles, branches } }, async (server) => {
    const head = ['from a key', 'open all', 'least', 'draw again', 'memory kept', 'peak', 'runs'];
    const rows = [[`${profiles} build profiles of ${branches} branches`, ...head]];
    for (const by of who) {
      const measured = await repeated({ kind: 'builds', by, server }, runs);
      assertWhole(measured, profiles * (branches + 1));
      rows.push([
        by,
        time(measured, 'fresh'),
        time(measured, 'open'),
        least(measured, 'open'),
        time(measured, 'again'),
        memory(measured, 'kept'),
        memory(measured, 'peak'),
        String(measured.length),
      ]);
    }
    return table(rows);
  });
}

/** A long log in a real extension host. */
export async function logsPart(): Promise<string> {
  const built = path.join(root, 'out', 'bench-host');
  await buildWith(built);
  const measured = await measureLogs(built, logRuns);
  const [{ bytes = NaN, lines = NaN } = {}] = measured;
  const head = ['first line', 'all lines', 'least', 'lines a second', 'host blocked', 'heap more', 'runs'];
  return table([
    [`a log of ${megabytes(bytes)}, ${lines.toLocaleString('en')} lines`, ...head],
    ['fetched', '–', time(measured, 'fetched'), least(measured, 'fetched'), '–', '–', '–', String(logRuns)],
    logRow('editor: all at once', 'atOnce', measured, lines),
    logRow('editor: piece after piece', 'inPieces', measured, lines),
    logRow('opened', 'opened', measured, lines),
    logRow('followed, a build of 20 seconds', 'followed', measured, lines),
    logRow('followed, a build of an hour', 'hour', measured, lines),
  ]);
}

function logRow(name: string, prefix: string, measured: readonly Measured[], lines: number): string[] {
  const rates = measured.map((one) => ({ rate: lines / ((one[`${prefix}.all`] ?? NaN) / 1000) }));
  const middle = rates.map(({ rate }) => rate).sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? NaN;
  return [
    name,
    time(measured, `${prefix}.first`),
    time(measured, `${prefix}.all`),
    least(measured, `${prefix}.all`),
    Math.round(middle).toLocaleString('en'),
    time(measured, `${prefix}.blocked`),
    memory(measured, `${prefix}.heap`),
    String(measured.length),
  ];
}
