import { toMoment } from '../../support/moment';
import type { JsonObject } from '../decode';
import { decodeBuildStatus, isOver } from './buildStatus';
import { idIn, type BuildField } from './fields';
import type { Build } from './model';

/**
 * Fields that nobody is known to send with a build (D). They are read where they come, under the names that other rows
 * of Appcircle have for the same.
 */
type HopedField = 'workflowName' | 'commitHash' | 'commitMessage' | 'commitAuthor' | 'author';

/** A build from a row of a commit or of a branch; undefined when it has no id. */
export function decodeBuild(row: JsonObject<BuildField | HopedField>): Build | undefined {
  const id = idIn(row, 'id');
  if (id === undefined) {
    return undefined;
  }
  const startedAt = row.date('startDate');
  const endedAt = row.date('endDate');
  return {
    id,
    commitId: idIn(row, 'commitId'),
    hash: row.text('hash', 'commitHash'),
    status: decodeBuildStatus(row.raw['status'], row.flag('hasWarning')),
    startedAt,
    endedAt,
    duration: durationOf(row.raw['duration']) ?? between(startedAt, endedAt),
    workflowName: row.text('workflowName'),
    subject: subjectOf(row.text('commitMessage') ?? '') || undefined,
    author: row.text('commitAuthor', 'author'),
    raw: row.raw,
  };
}

/** First line of a message. */
export function subjectOf(message: string): string {
  return message
    .trimStart()
    .split(/[\r\n]/, 1)
    .join('')
    .trimEnd();
}

/**
 * Milliseconds of a `duration`: a text as .NET writes a time span, `[d.]hh:mm:ss[.fffffff]`, or a number of
 * milliseconds, which is what the official command line takes one for (api/README 11.1). Undefined for anything else.
 */
export function durationOf(value: unknown): number | undefined {
  if (typeof value === 'number') {
    return value >= 0 && toMoment(value + Date.UTC(2000, 0, 1)) !== undefined ? value : undefined;
  }
  const parts =
    typeof value === 'string'
      ? /^\s*(?:(\d{1,6})\.)?(\d{1,4}):(\d{1,2}):(\d{1,2})(\.\d{1,9})?\s*$/.exec(value)
      : undefined;
  if (!parts) {
    return undefined;
  }
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1, 5)
    .map((part: string | undefined) => Number(part ?? 0));
  const fraction = Number(parts[5] ?? 0);
  return Math.round((((days * 24 + hours) * 60 + minutes) * 60 + seconds + fraction) * 1000);
}

function between(startedAt: number | undefined, endedAt: number | undefined): number | undefined {
  return startedAt === undefined || endedAt === undefined || endedAt < startedAt
    ? undefined
    : endedAt - startedAt;
}

/** Newest first; what has not begun yet before all else, and what is over without a date last. */
export function newestFirst(a: Build, b: Build): number {
  return beginning(b) - beginning(a);
}

function beginning({ startedAt, status }: Build): number {
  return startedAt ?? (isOver(status) ? 0 : Number.MAX_SAFE_INTEGER);
}
