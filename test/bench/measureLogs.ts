import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { launchBrowser } from '../vscode/browser';
import { emptyHome, testEnvironment } from '../vscode/environment';
import { root, runFolder } from '../vscode/paths';
import { runInHost } from '../vscode/runInHost';
import { startSandbox } from '../vscode/sandbox';
import { startServer } from '../vscode/server';
import { calmSettings, offlineSettings, sandboxSettings, writeSettings } from '../vscode/settings';
import { makeWorkspace } from '../vscode/workspace';
import type { Measured } from './measured';

/** Logs in a real extension host (`logsInHost.ts`), each run in a fresh one, with the extension from a folder of built files. */
export async function measureLogs(built: string, runs: number): Promise<Measured[]> {
  const folder = runFolder('bench-logs');
  const extension = path.join(folder, 'extension');
  const tests = path.join(extension, 'bench', 'logsInHost.js');
  const results = path.join(folder, 'results.jsonl');
  mkdirSync(extension);
  for (const name of ['package.json', 'package.nls.json', 'media']) {
    cpSync(path.join(root, name), path.join(extension, name), { recursive: true });
  }
  cpSync(built, path.join(extension, 'dist'), { recursive: true });
  await build({
    entryPoints: [path.join(__dirname, 'logsInHost.ts')],
    outfile: tests,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    external: ['vscode'],
    logLevel: 'warning',
  });
  writeFileSync(results, '');
  for (let run = 0; run < runs; run += 1) {
    const sandbox = await startSandbox();
    try {
      const dataFolder = path.join(folder, `vscode-${run}`);
      writeSettings(dataFolder, { ...calmSettings, ...offlineSettings, ...sandboxSettings(sandbox.info) });
      const environment = testEnvironment({
        ...emptyHome(folder),
        APPCIRCLE_BENCH_RESULTS: results,
        APPCIRCLE_SANDBOX: JSON.stringify(sandbox.info),
      });
      const server = await startServer({ dataFolder, environment, driver: true });
      try {
        const context = await launchBrowser({ profile: path.join(folder, `browser-${run}`) });
        try {
          const code = await runInHost(context, {
            port: server.port,
            workspace: makeWorkspace(path.join(folder, 'workspace')),
            extension,
            tests,
            limit: 400_000,
            log: path.join(folder, 'browser.log'),
          });
          if (code !== 0) throw new Error(`The measurement failed; ${folder} has its logs.`);
        } finally {
          await context.close();
        }
      } finally {
        await server.stop();
      }
    } finally {
      await sandbox.stop();
    }
  }
  const lines = readFileSync(results, 'utf8').trim().split('\n');
  rmSync(folder, { recursive: true, force: true });
  return lines.map((line) => JSON.parse(line) as Measured);
}
