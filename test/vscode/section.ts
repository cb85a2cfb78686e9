import { appendFileSync, closeSync, openSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './paths';
import { exitOf, spawnOwned } from './processes';
import { isGreen, readReport, summaryLine, type Report } from './report';

/** A piece of `npm test` that runs as a process of its own. */
export interface Section {
  readonly title: string;
  readonly command: readonly [string, ...string[]];
  /** Whether it runs tests, of which there must then be at least one. */
  readonly tests?: boolean;
  /** Gets what the others leave of the processors: for what computes and waits for nobody. */
  readonly yields?: boolean;
}

/** What became of a section. */
export interface Outcome {
  readonly good: boolean;
  /** What it printed, under its title. */
  readonly output: string;
  /** What it counts in the sum. */
  readonly report: Report;
  /** Its line in the list of all sections. */
  readonly line: string;
}

/** Where sections that still run write, by their titles. */
const running = new Map<string, string>();

/** Runs a section. What it prints is kept until it has ended: those that run beside it do not come between its lines. */
export async function runSection(
  section: Section,
  folder: string,
  environment: Record<string, string> = {},
): Promise<Outcome> {
  const { title, command, tests = false, yields = false } = section;
  const started = Date.now();
  const [program, ...args] = command;
  const reportFile = path.join(folder, `${title}.json`);
  const outputFile = path.join(folder, `${title}.txt`);
  const output = openSync(outputFile, 'w');
  running.set(title, outputFile);
  const child = spawnOwned(program, args, {
    cwd: root,
    env: { ...process.env, ...environment, APPCIRCLE_TEST_REPORT: tests ? reportFile : undefined },
    stdio: ['ignore', output, output],
  });
  if (yields && child.pid !== undefined) os.setPriority(child.pid, os.constants.priority.PRIORITY_LOW);
  const code = await exitOf(child).catch((error: unknown) => {
    appendFileSync(outputFile, `${String(error)}\n`);
    return 1;
  });
  closeSync(output);
  running.delete(title);
  const report = tests ? readReport(reportFile) : undefined;
  const good = code === 0 && (!tests || isGreen(report));
  const counted = report ? `, ${summaryLine([report])}` : tests ? ', ran no test' : '';
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const all = printed(title, outputFile);
  return {
    good,
    output: all,
    report: inSum(title, good, report, all),
    line: `${good ? '✓' : '✗'} ${title}: ${seconds} s${counted}`,
  };
}

/** What the sections that still run have printed so far: for a run that is ended from outside. */
export function unfinished(): string[] {
  return [...running].map(([title, outputFile]) => printed(title, outputFile));
}

/** A failure that no runner counted (types, lint, a host that did not start) still has to show in the sum. */
function inSum(title: string, good: boolean, report: Report | undefined, output: string): Report {
  const { passed = 0, failed = 0, skipped = 0, failures = [] } = report ?? {};
  if (good || failed > 0) {
    return { passed, failed, skipped, failures: failures.map((failure) => `${title}: ${failure}`) };
  }
  return { passed, failed: 1, skipped, failures: [`${title}, whose last lines are:\n${lastLines(output)}`] };
}

function lastLines(output: string): string {
  return output.trimEnd().split('\n').slice(-30).join('\n');
}

function printed(title: string, outputFile: string): string {
  return `\n── ${title} ──\n${readFileSync(outputFile, 'utf8')}`;
}
