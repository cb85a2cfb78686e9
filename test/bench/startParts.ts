import { rmSync } from 'node:fs';
import path from 'node:path';
import { root, runFolder } from '../vscode/paths';
import { buildWith } from './buildWith';
import type { Measured } from './measured';
import { measureInHost } from './measureInHost';
import { repeated } from './processes';
import { megabytes, times } from './report';
import { table } from './table';

/** GitHub's description of its REST API, which is as large as they come. */
const gitHub = path.join(root, 'node_modules', '@octokit', 'openapi', 'generated', 'api.github.com.json');

export async function startPart(): Promise<string> {
  return table(starting(await starts()));
}

export async function descriptionPart(): Promise<string> {
  return table(describing(await repeated({ kind: 'description', file: gitHub }, 5)));
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

export async function completionPart(): Promise<string> {
  const measured = await repeated({ kind: 'completion', file: gitHub }, 3);
  const lists = measured[0]?.['lists'] ?? 0;
  return table([
    [`completion in GitHub's API, ${String(lists)} lists`, 'median', 'least', 'most', 'runs'],
    times('the very first list', measured, 'first'),
    times('half of the lists within', measured, 'middle'),
    times('95 of 100 within', measured, 'p95'),
    times('the slowest', measured, 'slowest'),
  ]);
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
