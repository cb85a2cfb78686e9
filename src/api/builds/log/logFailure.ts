import { messageOfLine } from './logMarkers';
import type { LogStep } from './logSteps';
import type { LogText } from './logText';

/** Where a build failed: the step, the line to begin reading at, and what that says. Untrusted texts. */
export interface LogFailure {
  readonly step: LogStep | undefined;
  readonly line: number;
  readonly message: string;
}

/** The last step of every workflow, which cannot fail it. */
const closing = /^Completing workflow$/i;

/**
 * The first failing step of a build that failed, and its first error; undefined for an empty log. Where no step marked an
 * error it is the step that did not end, else the last one with a fault in the words of a tool, else the last one.
 */
export function findFailure(log: LogText): LogFailure | undefined {
  const step = failingStep(log.steps);
  const last = lastLineWithText(log, step?.firstLine ?? 0, step?.lastLine ?? log.lines.length - 1);
  const line = step ? (firstProblem(step) ?? last) : last;
  return line === undefined ? undefined : { step, line, message: messageOfLine(log.lines[line] ?? '') };
}

function failingStep(steps: readonly LogStep[]): LogStep | undefined {
  return (
    steps.find(({ firstErrorLine }) => firstErrorLine !== undefined) ??
    steps.findLast(({ state }) => state === 'running' || state === 'unknown') ??
    steps.findLast(({ firstFaultLine }) => firstFaultLine !== undefined) ??
    steps.findLast(({ name }) => !closing.test(name))
  );
}

/** Tools say what is wrong before the step marks that something was. */
function firstProblem({ firstErrorLine, firstFaultLine }: LogStep): number | undefined {
  return firstErrorLine === undefined || firstFaultLine === undefined
    ? (firstErrorLine ?? firstFaultLine)
    : Math.min(firstErrorLine, firstFaultLine);
}

/** What a step says at its end is why it ended. */
function lastLineWithText(log: LogText, first: number, last: number): number | undefined {
  for (let line = last; line >= first; line--) {
    if (log.kindOf(line) !== 'section' && (log.lines[line] ?? '').trim() !== '') {
      return line;
    }
  }
  return log.lines.length > first ? first : undefined;
}
