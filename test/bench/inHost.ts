/**
 * One start in a real extension host: what it takes to activate the extension and an empty one, and then what the
 * first request takes before it is sent. Who comes first may pay for what both need: they take turns.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';
import { calm } from './calm';
import { timed, type Measured } from './measured';

const ours = 'appcircle-explorer.appcircle-explorer';
const empty = 'bench.empty';

/** Called by the extension host in the place of tests. Adds a line of JSON to the file of results. */
export async function run(): Promise<void> {
  const file = process.env['APPCIRCLE_BENCH_RESULTS'] ?? '';
  const earlier = readFileSync(file, 'utf8').split('\n').length - 1;
  const measured: Measured = {};
  for (const id of earlier % 2 === 0 ? [empty, ours] : [ours, empty]) {
    Object.assign(measured, await cost(id === ours ? 'activate' : 'empty', () => activated(id)));
  }
  const fromThere = createRequire(path.join(extension(ours).extensionPath, 'dist', 'extension.js'));
  const { firstRequest } = fromThere('./firstRequest.js') as { firstRequest: () => Promise<void> };
  Object.assign(measured, await cost('request', firstRequest));
  appendFileSync(file, `${JSON.stringify(measured)}\n`);
}

/** Milliseconds on the clock, and those of the processors: what is left of it where others are at work too. */
async function cost(name: string, work: () => PromiseLike<unknown>): Promise<Measured> {
  // A host that has just started has more to do for a while.
  await calm();
  const before = process.cpuUsage();
  const [, time] = await timed(work);
  const { user, system } = process.cpuUsage(before);
  return { [name]: time, [`${name}Work`]: (user + system) / 1000 };
}

function activated(id: string): PromiseLike<unknown> {
  const found = extension(id);
  if (found.isActive) {
    throw new Error(`${id} is active already.`);
  }
  return found.activate();
}

function extension(id: string): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(id);
  if (!found) {
    throw new Error(`${id} is not there.`);
  }
  return found;
}
