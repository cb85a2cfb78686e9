import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from './chromium';
import { packageExtension } from './package';
import { root, runFolder } from './paths';
import { exitOf, lifeline, spawnOwned } from './processes';
import { isGreen, readReport } from './report';
import { program } from './unit';

/** What src loads by `import()` is TypeScript too, which `tsx/cjs` does not reach. */
const tsx = ['--import', 'tsx'];

/** Packs the extension once and runs mocha suites that drive it in a real window. */
export async function runUi(args: readonly string[], suites: string): Promise<boolean> {
  const folder = runFolder('ui');
  await findChromium();
  const vsix = process.env['APPCIRCLE_TEST_VSIX'] ?? (await packageExtension(folder));
  const reportFile = process.env['APPCIRCLE_TEST_REPORT'] ?? path.join(folder, 'report.json');
  const named = args.filter((argument) => argument.endsWith('.ts') && existsSync(path.join(root, argument)));
  const options = [
    // Each step of a test is waited for in itself: what takes long is many of them on a busy machine.
    ...['--no-config', '--require', 'tsx/cjs', '--forbid-only', '--timeout', '180000', '--exit'],
    ...['--reporter', path.join(__dirname, 'reporter.ts')],
    ...args.filter((argument) => !named.includes(argument)),
    ...(named.length > 0 ? named : [`${suites}/**/*.test.ts`]),
  ];
  const child = spawnOwned(
    process.execPath,
    [...lifeline, ...tsx, program('mocha', 'bin/mocha.js'), ...options],
    {
      cwd: root,
      env: {
        ...process.env,
        APPCIRCLE_TEST_VSIX: vsix,
        APPCIRCLE_TEST_RUN: folder,
        APPCIRCLE_TEST_REPORT: reportFile,
      },
      stdio: 'inherit',
    },
  );
  const code = await exitOf(child);
  const report = readReport(reportFile);
  const succeeded = code === 0 && isGreen(report);
  if (succeeded) rmSync(folder, { recursive: true, force: true });
  else process.stdout.write(`Logs of this run: ${path.relative(root, folder)}\n`);
  return succeeded;
}
