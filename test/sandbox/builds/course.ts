/** The course of a build: where it is follows from the clock alone (api/README 2.9, 4.7). */
import type { Commit } from '../data/builds';
import { makeLog, type BuildLog, type LogMessage } from './log/buildLog';
import type { BuildEnd, Platform } from './log/steps';

/** Of a build (api/README 2.9). */
export const buildStatus = {
  success: 0,
  failed: 1,
  canceled: 2,
  timeout: 3,
  waiting: 90,
  running: 91,
  completing: 92,
} as const;

/** A build that was started here. Times are milliseconds since 1970, lengths milliseconds. */
export interface Run {
  queueItemId: string;
  taskId: string;
  buildId: string;
  commit: Commit;
  platform: Platform;
  profileName: string;
  branchName: string;
  workflowName: string;
  /** E-mail address of who started it. */
  startedBy: string;
  startedAt: number;
  wait: number;
  run: number;
  end: BuildEnd;
  logBytes: number;
  canceledAt?: number;
}

/** Where a build is. */
export interface RunState {
  /** Null for a moment after the start: the queue does not know yet. */
  status: number | null;
  hasWarning: boolean;
  isOver: boolean;
  /** Whether it has a build: from the moment on at which it runs. */
  hasBuild: boolean;
  /** Milliseconds since it began to run, not beyond its end; 0 while it waits. */
  ran: number;
  /** Milliseconds since 1970; undefined before. */
  ranFrom: number | undefined;
  endedAt: number | undefined;
}

/** How long the queue knows nothing of a build, and from which part of its run on it completes. */
const UNKNOWN_FOR = 400;
const COMPLETING_FROM = 0.95;

const ends: Record<BuildEnd, number> = {
  success: buildStatus.success,
  warning: buildStatus.success,
  failure: buildStatus.failed,
  timeout: buildStatus.timeout,
};

export function stateOf(run: Run, now: number): RunState {
  const ranFrom = run.startedAt + run.wait;
  const until = Math.min(ranFrom + run.run, run.canceledAt ?? Infinity);
  const isOver = now >= until;
  const began = Math.min(now, until) >= ranFrom && !(until === run.canceledAt && until <= ranFrom);
  const ran = began ? Math.min(now, until) - ranFrom : 0;
  return {
    status: statusOf(run, now, { isOver, began, ran }),
    hasWarning: isOver && run.end === 'warning' && run.canceledAt === undefined,
    isOver,
    hasBuild: began,
    ran,
    ranFrom: began ? ranFrom : undefined,
    endedAt: isOver ? until : undefined,
  };
}

function statusOf(
  run: Run,
  now: number,
  { isOver, began, ran }: { isOver: boolean; began: boolean; ran: number },
): number | null {
  if (isOver) {
    return run.canceledAt === undefined ? ends[run.end] : buildStatus.canceled;
  }
  if (began) {
    return ran >= run.run * COMPLETING_FROM ? buildStatus.completing : buildStatus.running;
  }
  return now < run.startedAt + Math.min(UNKNOWN_FOR, run.wait / 2) ? null : buildStatus.waiting;
}

const logs = new WeakMap<Run, BuildLog>();

/** All that it will have written at its end, if nobody cancels it. */
export function logOf(run: Run): BuildLog {
  const log =
    logs.get(run) ??
    makeLog({
      platform: run.platform,
      end: run.end,
      commit: run.commit,
      branchName: run.branchName,
      startedAt: run.startedAt + run.wait,
      length: run.run,
      bytes: run.logBytes,
    });
  logs.set(run, log);
  return log;
}

/** What it has written until now, in order. */
export function messagesUntil(run: Run, now: number): readonly LogMessage[] {
  const { hasBuild, ran } = stateOf(run, now);
  return hasBuild ? logOf(run).until(ran) : [];
}

/** The step that runs. */
export function stepNameOf(run: Run, now: number): string | null {
  return messagesUntil(run, now).at(-1)?.stepName ?? null;
}
