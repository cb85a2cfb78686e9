import { JsonObject } from '../decode';

/**
 * What a build is, in the words of the product. `unknown` is a number that nobody documented, or none: it is no end, and
 * no failure either.
 */
export type BuildStatus =
  | 'succeeded'
  | 'succeededWithWarnings'
  | 'failed'
  | 'canceled'
  | 'timedOut'
  | 'waiting'
  | 'running'
  | 'unknown';

/** Numbers of `Build.status` (api/README 2.9). 100 is a success with warnings in reports of builds, in publish steps it is not. */
const statuses: Partial<Record<number, BuildStatus>> = {
  0: 'succeeded',
  1: 'failed',
  2: 'canceled',
  3: 'timedOut',
  90: 'waiting',
  91: 'running',
  92: 'running',
  100: 'succeededWithWarnings',
};

/** The status that a number, or an object with one as `status` or `buildStatus` and its own `hasWarning`, tells. */
export function decodeBuildStatus(value: unknown, hasWarning = false): BuildStatus {
  const row = JsonObject.of<'status' | 'buildStatus' | 'hasWarning'>(value);
  const number = row ? (row.number('status') ?? row.number('buildStatus')) : value;
  const status = (typeof number === 'number' ? statuses[number] : undefined) ?? 'unknown';
  const warns = hasWarning || row?.flag('hasWarning');
  return status === 'succeeded' && warns ? 'succeededWithWarnings' : status;
}

/** Whether it is over for good: only 0, 1, 2 and 3 are ends, whatever else a server may say. */
export function isOver(status: BuildStatus): boolean {
  return ['succeeded', 'succeededWithWarnings', 'failed', 'canceled', 'timedOut'].includes(status);
}
