import { rmSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from './chromium';
import { root, runFolder } from './paths';
import { exitOf, spawnOwned } from './processes';
import { isGreen, readReport, summaryLine, type Report } from './report';

interface Section {
  readonly title: string;
  readonly command: readonly [string, ...string[]];
  /** Whether it runs tests, of which there must then be at least one. */
  readonly tests: boolean;
}

const script = (title: string): Section => ({
  title,
  command: ['npm', 'run', '--silent', title],
  tests: false,
});
const part = (title: string): Section => ({
  title,
  command: [process.execPath, path.join(root, 'test', 'run.mjs'), title],
  tests: true,
});

const sections = [script('lint'), script('typecheck'), part('unit'), part('integration'), part('ui')];

/** `npm test`: every section, also after one that failed, and in the end one line that adds up what the tests counted. */
export async function runAll(): Promise<boolean> {
  const folder = runFolder('all');
  await findChromium();
  const reports: Report[] = [];
  const outcomes: string[] = [];
  let succeeded = true;
  for (const { title, command, tests } of sections) {
    process.stdout.write(`\n── ${title} ──\n`);
    const started = Date.now();
    const reportFile = path.join(folder, `${title}.json`);
    const [program, ...args] = command;
    const child = spawnOwned(program, args, {
      cwd: root,
      env: { ...process.env, APPCIRCLE_TEST_REPORT: tests ? reportFile : undefined },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const code = await exitOf(child);
    const report = tests ? readReport(reportFile) : undefined;
    if (report) reports.push(report);
    const good = code === 0 && (!tests || isGreen(report));
    // A failure that no runner counted (types, lint, a host that did not start) still has to show in the last line.
    if (!good && !report?.failed) reports.push({ passed: 0, failed: 1, skipped: 0, failures: [title] });
    const counted = report ? `, ${summaryLine([report])}` : tests ? ', ran no test' : '';
    outcomes.push(`${good ? '✓' : '✗'} ${title}: ${((Date.now() - started) / 1000).toFixed(1)} s${counted}`);
    succeeded &&= good;
  }
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write(`\n${outcomes.join('\n')}\n\n${summaryLine(reports)}\n`);
  return succeeded;
}
