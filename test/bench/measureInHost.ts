import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { launchBrowser } from '../vscode/browser';
import { testEnvironment } from '../vscode/environment';
import { root } from '../vscode/paths';
import { runInHost } from '../vscode/runInHost';
import { startServer } from '../vscode/server';
import { calmSettings, offlineSettings, writeSettings } from '../vscode/settings';
import { addUnpackedExtension } from '../vscode/unpacked';
import { makeWorkspace } from '../vscode/workspace';
import type { Measured } from './measured';

/**
 * Starts of a real extension host, with what each measured (`inHost.ts`): the extension, from a folder of built files,
 * and an empty one beside it, each activated when it is asked for and not by itself.
 */
export async function measureInHost(built: string, folder: string, runs: number): Promise<Measured[]> {
  const dataFolder = path.join(folder, 'vscode');
  const results = path.join(folder, 'results.jsonl');
  const development = path.join(folder, 'development');
  const tests = path.join(development, 'inHost.js');
  installExtensions(built, folder, dataFolder);
  writeSettings(dataFolder, { ...calmSettings, ...offlineSettings });
  writeFileSync(results, '');
  await build({
    entryPoints: [path.join(__dirname, 'inHost.ts')],
    outfile: tests,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    external: ['vscode'],
    logLevel: 'warning',
  });
  const environment = testEnvironment({ APPCIRCLE_BENCH_RESULTS: results });
  const server = await startServer({ dataFolder, environment, driver: true });
  const context = await launchBrowser({ profile: path.join(folder, 'browser') });
  try {
    for (let run = 0; run < runs; run += 1) {
      const code = await runInHost(context, {
        port: server.port,
        workspace: makeWorkspace(path.join(folder, 'workspace')),
        extension: development,
        tests,
        limit: 60_000,
        log: path.join(folder, 'browser.log'),
      });
      if (code !== 0) throw new Error(`The measurement failed; ${folder} has its logs.`);
    }
  } finally {
    await context.close();
    await server.stop();
  }
  return readFileSync(results, 'utf8')
    .trim()
    .split('\n')
    .map((line) => above(JSON.parse(line) as Measured));
}

/** With what the extension takes more than the empty one of the same start. */
function above(measured: Measured): Measured {
  const more = (name: string) => (measured[`activate${name}`] ?? NaN) - (measured[`empty${name}`] ?? NaN);
  return { ...measured, above: more(''), aboveWork: more('Work') };
}

function installExtensions(built: string, folder: string, dataFolder: string): void {
  const place = path.join(folder, 'extensions');
  const ours = path.join(place, 'ours');
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as object;
  writeManifest(ours, { ...manifest, activationEvents: [] });
  cpSync(path.join(root, 'package.nls.json'), path.join(ours, 'package.nls.json'));
  cpSync(built, path.join(ours, 'dist'), { recursive: true });

  const empty = path.join(place, 'empty');
  const common = { publisher: 'bench', version: '0.0.0', engines: { vscode: '^1.105.0' } };
  writeManifest(empty, { ...common, name: 'empty', main: './index.js', activationEvents: [] });
  writeFileSync(path.join(empty, 'index.js'), 'exports.activate = () => undefined;\n');

  writeManifest(path.join(folder, 'development'), { ...common, name: 'development' });
  mkdirSync(path.join(dataFolder, 'extensions'), { recursive: true });
  writeFileSync(path.join(dataFolder, 'extensions', 'extensions.json'), '[]');
  for (const extension of [ours, empty]) addUnpackedExtension(extension, dataFolder);
}

function writeManifest(folder: string, manifest: object): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
}
