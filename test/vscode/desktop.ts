import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { buildExtension } from './build';
import { bundledSuites, bundleSuites } from './bundle';
import { testEnvironment } from './environment';
import { root, runFolder } from './paths';
import { isGreen, readReport } from './report';
import { startSandbox } from './sandbox';
import { calmSettings, offlineSettings, sandboxSettings, writeSettings } from './settings';
import { followFile, grepOf } from './suiteOutput';
import { makeWorkspace } from './workspace';

/**
 * Runs the integration suites in a desktop VS Code. VSCODE_EXECUTABLE names one that is installed; otherwise the version
 * in VSCODE_VERSION is fetched: a number, `stable`, or `floor` for the oldest that the manifest promises.
 */
export async function runDesktop(args: readonly string[]): Promise<boolean> {
  await Promise.all([buildExtension(), bundleSuites()]);
  const folder = runFolder('desktop');
  const sandbox = await startSandbox();
  const reportFile = process.env['APPCIRCLE_TEST_REPORT'] ?? path.join(folder, 'report.json');
  const outputFile = path.join(folder, 'output.txt');
  writeSettings(folder, { ...calmSettings, ...offlineSettings, ...sandboxSettings(sandbox.info) });
  const printing = followFile(outputFile);
  const { VSCODE_EXECUTABLE: executable, VSCODE_VERSION: version = 'stable' } = process.env;
  const clean = testEnvironment({
    APPCIRCLE_SANDBOX: JSON.stringify(sandbox.info),
    APPCIRCLE_TEST_REPORT: reportFile,
    APPCIRCLE_TEST_OUTPUT: outputFile,
    APPCIRCLE_TEST_GREP: grepOf(args),
  });
  // What is to be absent has to be said: test-electron adds this to the whole environment of this process.
  const absent = Object.fromEntries(Object.keys(process.env).map((name) => [name, undefined]));
  let complaint: unknown;
  try {
    await runTests({
      ...(executable
        ? { vscodeExecutablePath: executable }
        : { version: version === 'floor' ? floor() : version }),
      cachePath: path.join(root, '.vscode-test', 'desktop'),
      extensionDevelopmentPath: root,
      extensionTestsPath: bundledSuites,
      extensionTestsEnv: { ...absent, ...clean },
      launchArgs: [
        makeWorkspace(path.join(folder, 'workspace')),
        `--user-data-dir=${path.join(folder, 'data')}`,
        `--extensions-dir=${path.join(folder, 'extensions')}`,
        // Machines without a keyring would be asked for one.
        '--password-store=basic',
      ],
    });
  } catch (error) {
    complaint = error;
  } finally {
    printing.stop();
    await sandbox.stop();
  }
  const succeeded = complaint === undefined && isGreen(readReport(reportFile));
  if (succeeded) rmSync(folder, { recursive: true, force: true });
  else process.stdout.write(`${String(complaint)}\nLogs of this run: ${path.relative(root, folder)}\n`);
  return succeeded;
}

/** The lower end of `engines.vscode`. */
function floor(): string {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    engines: { vscode: string };
  };
  return manifest.engines.vscode.replace('^', '');
}
