import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Runner } from 'mocha';
import type { Report } from './report';

/**
 * The one mocha reporter of this project: readable lines, and a report in a file that the summary adds up. It runs in
 * plain Node and in an extension host alike, where standard output leads nowhere; APPCIRCLE_TEST_OUTPUT names a file
 * for the lines then.
 */
class ProjectReporter {
  constructor(runner: Runner) {
    const { APPCIRCLE_TEST_REPORT: reportFile, APPCIRCLE_TEST_OUTPUT: outputFile } = process.env;
    const write = (line: string): void => {
      if (outputFile) appendFileSync(outputFile, `${line}\n`);
      else process.stdout.write(`${line}\n`);
    };
    const failures: string[] = [];
    const count = { passed: 0, failed: 0, skipped: 0 };
    let depth = 0;
    const indent = (): string => '  '.repeat(depth);
    runner.on('suite', (suite) => {
      if (!suite.root) write(`${indent()}${suite.title}`);
      depth += suite.root ? 0 : 1;
    });
    runner.on('suite end', (suite) => (depth -= suite.root ? 0 : 1));
    runner.on('pass', (test) => {
      count.passed += 1;
      const slow = (test.duration ?? 0) > 75 ? ` (${String(test.duration)} ms)` : '';
      write(`${indent()}✓ ${test.title}${slow}`);
    });
    runner.on('pending', (test) => {
      count.skipped += 1;
      write(`${indent()}- ${test.title}`);
    });
    runner.on('fail', (test, error: unknown) => {
      count.failed += 1;
      failures.push(`${test.fullTitle()}\n${describeError(error)}`);
      write(`${indent()}✗ ${test.title}`);
    });
    runner.once('end', () => {
      for (const [index, failure] of failures.entries()) write(`\n${index + 1}) ${failure}`);
      const { passed, failed, skipped } = count;
      write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
      if (!reportFile) return;
      mkdirSync(path.dirname(reportFile), { recursive: true });
      writeFileSync(reportFile, JSON.stringify({ ...count, failures } satisfies Report, null, 2));
    });
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
