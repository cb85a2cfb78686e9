/**
 * Logs of builds in a real extension host, by the extension as it is published, and beside them the least that the editor
 * takes for the same text. Bundled into the extension's own folder, where both share one `vscode` object.
 */
import { appendFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';
import { BuildApi, type BuildPlace } from '../integration/support/buildApi';
import { asUsual, control, sandbox } from '../integration/support/sandbox';
import { signIn, UserFixture } from '../integration/support/userFixture';
import { linesOf, registerFloors, showAtOnce, showInPieces } from './logFloors';
import { closeAll, watched } from './logWatch';
import { timed, type Measured } from './measured';

/** Bytes of each log. */
const LONG = 20_000_000;
/** For how long a build runs that is followed, in seconds. */
const FOLLOWED = 20;
/** A build of an hour, in seconds; by so many steps does the clock of the sandbox go on, in milliseconds each. */
const HOUR = 3600;
const STEPS = 60;
const STEP = 250;

/** Called by the extension host in the place of tests. Adds a line of JSON to the file of results. */
export async function run(): Promise<void> {
  const user = new UserFixture();
  const floors = registerFloors();
  await asUsual();
  await signIn(user, sandbox.personalAccessKey);
  const api = await BuildApi.signIn();
  const place = await api.place();
  const measured: Measured = {};
  const add = (name: string, more: Measured) => {
    for (const [key, value] of Object.entries(more)) {
      measured[`${name}.${key}`] = value;
    }
  };

  const id = await start(api, place, 1);
  await setTimeout(3000);
  await api.log(place, id);
  const [text, fetched] = await timed(() => api.log(place, id));
  const lines = linesOf(text).length;
  Object.assign(measured, { bytes: Buffer.byteLength(text), lines, fetched });
  add('atOnce', await watched(() => showAtOnce(text), lines));
  await closeAll();
  add('inPieces', await watched(() => showInPieces(text), lines));
  await closeAll();
  add('opened', await watched(() => showLog(place, id), lines));
  await closeAll();

  add('followed', await watched(async () => showLog(place, await start(api, place, FOLLOWED)), lines));
  await closeAll();
  add(
    'hour',
    await watched(async () => {
      await showLog(place, await start(api, place, HOUR));
      for (let step = 1; step <= STEPS; step += 1) {
        await control('clock', { offsetSeconds: (step * HOUR) / STEPS });
        await setTimeout(STEP);
      }
    }, lines),
  );
  await closeAll();
  appendFileSync(process.env['APPCIRCLE_BENCH_RESULTS'] ?? '', `${JSON.stringify(measured)}\n`);
  floors.dispose();
  user.leave();
}

/** A build that runs for so many seconds from now on; the id of its place in the queue. */
async function start(api: BuildApi, place: BuildPlace, seconds: number): Promise<string> {
  const mode = { buildWaitSeconds: 0, buildRunSeconds: seconds, buildEnd: 'success', logBytes: LONG };
  await control('mode', mode);
  return api.start(place);
}

/** As a click on a row of the view does. */
async function showLog({ profile, branch, commit }: BuildPlace, id: string): Promise<void> {
  const build = { id, commitId: commit.id, hash: commit.hash, status: 'unknown' };
  const row = { kind: 'build', id, profile, branch, build, queueItemId: id };
  await vscode.commands.executeCommand('appcircle.showBuildLog', row);
}
