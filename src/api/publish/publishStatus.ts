/**
 * How a run of a publish flow, or a step of one, is. `unknown` is a number that nobody documented, or none: it is no
 * end, and no failure either.
 */
export type PublishStatus =
  | 'succeeded'
  | 'failed'
  | 'canceled'
  | 'timedOut'
  | 'stopped'
  | 'skipped'
  | 'waiting'
  | 'running'
  | 'awaitingApproval'
  | 'notStarted'
  | 'unknown';

/** Numbers of `Build.status` as the publish module uses them (api/README 2.9, 12.3): 100 is *skipped* here. */
const statuses: Partial<Record<number, PublishStatus>> = {
  0: 'succeeded',
  1: 'failed',
  2: 'canceled',
  3: 'timedOut',
  90: 'waiting',
  91: 'running',
  92: 'running',
  100: 'skipped',
  200: 'notStarted',
  201: 'stopped',
  202: 'running',
  203: 'awaitingApproval',
};

export function decodePublishStatus(value: unknown): PublishStatus {
  return (typeof value === 'number' ? statuses[value] : undefined) ?? 'unknown';
}

/** Whether a run is over for good: only 0, 1, 2, 3 and 201 are ends of one, whatever else is one of a step. */
export function isRunOver(status: PublishStatus): boolean {
  return ['succeeded', 'failed', 'canceled', 'timedOut', 'stopped'].includes(status);
}

/** Whether a run changes by itself: it waits, runs, or a person is asked. An approval may take ten days. */
export function isRunUnderWay(status: PublishStatus): boolean {
  return ['waiting', 'running', 'awaitingApproval'].includes(status);
}
