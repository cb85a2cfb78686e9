import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Runner } from 'mocha';
import { summaryLine, type Report } from './report';

/**
 * The one mocha reporter of this project: readable lines, and a report in a file that the summary adds up. It runs in
 * plain Node and in an extension host alike, where standard output leads nowhere; APPCIRCLE_TEST_OUTPUT names a file
 * for the lines then.
 */
class ProjectReporter {
  private readonly count = { passed: 0, failed: 0, skipped: 0 };
  private readonly failures: string[] = [];
  private readonly outputFile = process.env['APPCIRCLE_TEST_OUTPUT'];
  private readonly reportFile = process.env['APPCIRCLE_TEST_REPORT'];
  private depth = 0;

  constructor(runner: Runner) {
    runner.on('suite', (suite) => {
      if (suite.root) return;
      this.write(suite.title);
      this.depth += 1;
    });
    runner.on('suite end', (suite) => {
      if (!suite.root) this.depth -= 1;
    });
    runner.on('pass', (test) => {
      this.count.passed += 1;
      const duration = test.duration ?? 0;
      this.write(`✓ ${test.title}${duration > 75 ? ` (${duration} ms)` : ''}`);
    });
    runner.on('pending', (test) => {
      this.count.skipped += 1;
      this.write(`- ${test.title}`);
    });
    runner.on('fail', (test, error: unknown) => {
      this.count.failed += 1;
      this.failures.push(`${test.fullTitle()}\n${describeError(error)}`);
      this.write(`✗ ${test.title}`);
    });
    runner.once('end', () => {
      this.finish();
    });
  }

  private finish(): void {
    const report: Report = { ...this.count, failures: this.failures };
    for (const [index, failure] of this.failures.entries()) this.write(`\n${index + 1}) ${failure}`);
    this.write(`\n${summaryLine([report])}`);
    if (!this.reportFile) return;
    mkdirSync(path.dirname(this.reportFile), { recursive: true });
    writeFileSync(this.reportFile, JSON.stringify(report, null, 2));
  }

  private write(text: string): void {
    const line = `${'  '.repeat(this.depth)}${text}\n`;
    if (this.outputFile) appendFileSync(this.outputFile, line);
    else process.stdout.write(line);
  }
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { expected, actual } = error as { expected?: unknown; actual?: unknown };
  const compared =
    expected === undefined && actual === undefined
      ? ''
      : `\n  expected: ${JSON.stringify(expected)}\n  actual:   ${JSON.stringify(actual)}`;
  return `${error.stack ?? error.message}${compared}`;
}

// mocha takes the module itself as the reporter's class.
export = ProjectReporter;
