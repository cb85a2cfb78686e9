import { existsSync, readFileSync } from 'node:fs';

/** What each runner leaves behind for the summary. */
export interface Report {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly string[];
}

/** The report of a runner, or undefined when it ended before it could write one. */
export function readReport(file: string): Report | undefined {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

/** A runner that ran no test proves nothing. */
export function isGreen(report: Report | undefined): boolean {
  return report?.failed === 0 && report.passed > 0;
}

/** The one line that the whole run ends in. */
export function summaryLine(reports: readonly Report[]): string {
  const sum = (pick: (report: Report) => number): number => reports.reduce((all, one) => all + pick(one), 0);
  const skipped = sum((report) => report.skipped);
  const line = `${sum((report) => report.passed)} passed, ${sum((report) => report.failed)} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}
