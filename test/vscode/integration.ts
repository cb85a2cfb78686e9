import { appendFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './browser';
import { buildExtension } from './build';
import { bundledSuites, bundleSuites } from './bundle';
import { companyEnvironment } from './company';
import { testEnvironment } from './environment';
import { root, runFolder } from './paths';
import { isGreen, readReport } from './report';
import { startSandbox } from './sandbox';
import { startServer, type Channel } from './server';
import { calmSettings, offlineSettings, sandboxSettings, writeSettings } from './settings';
import { followFile, grepOf } from './suiteOutput';
import { workbenchAddress } from './workbenchAddress';
import { makeWorkspace } from './workspace';

/** A host that never comes up never reports: the wait for it ends here. */
const limit = 300_000;

/** Runs the integration suites in the extension host of the VS Code from npm. */
export async function runIntegration(args: readonly string[]): Promise<boolean> {
  const channel: Channel = args.includes('--floor') ? 'floor' : 'stable';
  await Promise.all([buildExtension(), bundleSuites()]);
  const folder = runFolder(`integration-${channel}`);
  const sandbox = await startSandbox();
  const reportFile = process.env['APPCIRCLE_TEST_REPORT'] ?? path.join(folder, 'report.json');
  const outputFile = path.join(folder, 'output.txt');
  const environment = testEnvironment({
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
      code = await runInBrowser(
        server.port,
        path.join(folder, 'browser'),
        makeWorkspace(path.join(folder, 'workspace')),
      );
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

/** Opens the workbench with the tests in its payload and waits for the code that it ends them with. */
async function runInBrowser(port: number, profile: string, workspace: string): Promise<number> {
  const origin = `http://127.0.0.1:${port}`;
  const remote = (file: string): string => `vscode-remote://127.0.0.1:${port}${file}`;
  const payload = JSON.stringify([
    ['extensionDevelopmentPath', remote(root)],
    ['extensionTestsPath', remote(bundledSuites)],
  ]);
  const context = await launchBrowser({ profile });
  const log = `${profile}.log`;
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    let expire: NodeJS.Timeout | undefined;
    const ended = new Promise<number>((resolve, reject) => {
      const started = page.exposeFunction('codeAutomationExit', resolve);
      started.catch(reject);
      expire = setTimeout(() => {
        reject(new Error(`The integration tests did not end within ${limit / 1000} s.`));
      }, limit);
    });
    ended.catch(() => undefined);
    const keep = (kind: string, text: string): void => {
      appendFileSync(log, `[${kind}] ${text}\n`);
    };
    page.on('console', (message) => {
      keep(message.type(), message.text());
    });
    await page.exposeFunction('codeAutomationLog', (kind: string, values: unknown) => {
      keep(`host ${kind}`, JSON.stringify(values));
    });
    await page.goto(workbenchAddress(origin, workspace, { payload }));
    const code = await ended;
    clearTimeout(expire);
    return code;
  } finally {
    await context.close();
  }
}
