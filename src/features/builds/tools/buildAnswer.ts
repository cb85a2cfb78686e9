import { isOver, type BuildStatus } from '../../../api/builds/buildStatus';
import type { LogFailure } from '../../../api/builds/log/logFailure';
import type { LogStep } from '../../../api/builds/log/logSteps';
import { isoText } from '../../../support/moment';
import { spokenDuration } from '../../../ui/text/durations';
import { buildStatusText } from '../../../ui/text/statusText';
import { quoted, quotedId, quotedIfAny } from '../../../ui/tools/quoted';
import type { ToolAnswer } from '../../../ui/tools/tool';
import { stepName } from '../log/stepText';
import type { NewestBuild } from './newestBuild';

/** How a build is, and whether that is for good (R72). */
export function statusFactsOf(status: BuildStatus): ToolAnswer {
  return { status: buildStatusText(status), isOver: isOver(status) };
}

/** A build with what it is of, and the ids that other tools take. */
export function buildFactsOf(
  { build, queueItemId, item }: NewestBuild,
  { now, checkedOutHash }: { now: number; checkedOutHash: string | undefined },
): ToolAnswer {
  const { id, commitId, hash, status, startedAt, endedAt, subject, author, workflowName } = build;
  const since = !isOver(status) && startedAt !== undefined ? Math.max(0, now - startedAt) : undefined;
  const duration = since ?? build.duration;
  return {
    buildId: quotedId(id),
    ...(commitId !== undefined && { commitId: quotedId(commitId) }),
    ...(queueItemId !== undefined && { queueItemId: quotedId(queueItemId) }),
    ...statusFactsOf(status),
    ...(startedAt !== undefined && { startedAt: isoText(startedAt) }),
    ...(endedAt !== undefined && { endedAt: isoText(endedAt) }),
    ...(duration !== undefined && {
      [since === undefined ? 'took' : 'takesSince']: spokenDuration(duration),
    }),
    ...(item?.stepName !== undefined && { runningStep: quoted(item.stepName, 100) }),
    ...(item?.startedBy !== undefined && { startedBy: quoted(item.startedBy, 100) }),
    workflow: quotedIfAny(workflowName, 100),
    commit: {
      ...(hash !== undefined && { hash: quotedId(hash) }),
      ...(hash !== undefined && checkedOutHash !== undefined && { isCheckedOut: hash === checkedOutHash }),
      subject: quotedIfAny(subject, 200),
      author: quotedIfAny(author, 100),
    },
  };
}

/** Where a build failed: lines and steps count from 1. */
export function failureFactsOf({ step, line, message }: LogFailure, steps: readonly LogStep[]): ToolAnswer {
  const at = step ? steps.findIndex(({ firstLine }) => firstLine === step.firstLine) : -1;
  return {
    ...(step && { step: quoted(stepName(step), 100) }),
    ...(at >= 0 && { stepNumber: at + 1 }),
    line: line + 1,
    firstError: quoted(message, 600),
  };
}
