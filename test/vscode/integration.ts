import { rmSync } from 'node:fs';
import path from 'node:path';
import { coarse, launchBrowser, withoutSpinning } from './browser';
import { buildExtension } from './build';
import { bundledSuites, bundleSuites } from './bundle';
import { companyEnvironment } from './company';
import { emptyHome, testEnvironment } from './environment';
import { root, runFolder } from './paths';
import { isGreen, readReport } from './report';
import { runInHost } from './runInHost';
import { startSandbox } from './sandbox';
import { startServer, type Channel } from './server';
import { calmSettings, offlineSettings, sandboxSettings, writeSettings } from './settings';
import { followFile, grepOf } from './suiteOutput';
import { makeWorkspace } from './workspace';

/** A host that hangs says nothing more: the wait for it ends after so long a silence. */
const silence = 120_000;

/** Runs the integration suites in the extension host of the VS Code from npm. */
export async function runIntegration(args: readonly string[]): Promise<boolean> {
  const channel: Channel = args.includes('--floor') ? 'floor' : 'stable';
  await Promise.all([buildExtension(), bundleSuites()]);
  const folder = runFolder(`integration-${channel}`);
  const sandbox = await startSandbox();
  const reportFile = process.env['APPCIRCLE_TEST_REPORT'] ?? path.join(folder, 'report.json');
  const outputFile = path.join(folder, 'output.txt');
  const environment = testEnvironment({
    ...emptyHome(folder),
    APPCIRCLE_SANDBOX: JSON.stringify(sandbox.info),
    APPCIRCLE_TEST_REPORT: reportFile,
    APPCIRCLE_TEST_OUTPUT: outputFile,
    APPCIRCLE_TEST_GREP: grepOf(args),
    ...(await companyEnvironment(folder, channel)),
  });
  const dataFolder = path.join(folder, 'vscode');
  writeSettings(dataFolder, { ...calmSettings, ...offlineSettings, ...sandboxSettings(sandbox.info) });
  const printing = followFile(outputFile);
  let code: number;
  try {
    const server = await startServer({ channel, dataFolder, environment, driver: true });
    try {
      const browser = await launchBrowser({ ...coarse, profile: path.join(folder, 'browser') });
      const context = await withoutSpinning(browser);
      try {
        code = await runInHost(context, {
          port: server.port,
          workspace: makeWorkspace(path.join(folder, 'workspace')),
          extension: root,
          tests: bundledSuites,
          limit: silence,
          lastAt: printing.lastAt,
          log: path.join(folder, 'browser.log'),
        });
      } finally {
        await context.close();
      }
    } finally {
      await server.stop();
    }
  } finally {
    printing.stop();
    await sandbox.stop();
  }
  const report = readReport(reportFile);
  const succeeded = code === 0 && isGreen(report);
  if (succeeded) rmSync(folder, { recursive: true, force: true });
  else process.stdout.write(`Logs of this run: ${path.relative(root, folder)}\n`);
  return succeeded;
}
