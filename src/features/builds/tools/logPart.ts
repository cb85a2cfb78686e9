import {
  excerptAround,
  excerptOfFailure,
  excerptOfRange,
  type LineRange,
  type LogExcerpt,
} from '../../../api/builds/log/logExcerpt';
import type { LogFailure } from '../../../api/builds/log/logFailure';
import type { LogStep } from '../../../api/builds/log/logSteps';
import type { LogText } from '../../../api/builds/log/logText';
import { foldText } from '../../../support/foldText';
import { ToolInputError } from '../../../ui/tools/toolError';
import { stepName } from '../log/stepText';
import { knownNamesText } from '../../../ui/tools/parameters';

/** What of a log is wanted. Lines count from 1. Without any of it the log is read where the build failed. */
export interface LogWish {
  /** Name or number of a step. */
  readonly step: string | undefined;
  readonly fromLine: number | undefined;
  readonly toLine: number | undefined;
  readonly aroundLine: number | undefined;
}

/** What of it is shown, and what that is in words. */
export interface LogPart {
  readonly excerpt: LogExcerpt;
  readonly shows: string;
}

/** Lines on both sides of one that is asked for. */
const AROUND = 40;

/** The part of a log that is wanted. Throws `ToolInputError` for lines and steps that there are not. */
export function logPartOf(log: LogText, wish: LogWish, failure: LogFailure | undefined): LogPart {
  const { aroundLine, fromLine, toLine, step: wantedStep } = wish;
  const last = log.lines.length - 1;
  if (aroundLine !== undefined) {
    return {
      excerpt: excerptAround(log, lineIn(log, aroundLine), AROUND),
      shows: `the lines around line ${aroundLine}`,
    };
  }
  if (fromLine !== undefined || toLine !== undefined) {
    const first = lineIn(log, fromLine ?? 1);
    const end = toLine === undefined ? last : Math.min(toLine - 1, last);
    if (end < first) {
      throw new ToolInputError('Send a toLine that is not before fromLine.');
    }
    return { excerpt: excerptOfRange(log, { first, last: end }), shows: `lines from line ${first + 1} on` };
  }
  if (wantedStep !== undefined) {
    const step = findStep(log.steps, wantedStep);
    return {
      excerpt: excerptOfFailure(log, rangeOf(step, last), problemOf(step)),
      shows: `step ${log.steps.indexOf(step) + 1}: what looks like an error, and its last lines`,
    };
  }
  const range = failure?.step ? rangeOf(failure.step, last) : { first: 0, last };
  return {
    excerpt: excerptOfFailure(log, range, failure?.line),
    shows: failure
      ? 'the failure: the lines around its first error, what else looks like an error, and the last lines of its step'
      : 'no failure was found: what looks like an error, and the last lines',
  };
}

function lineIn({ lines }: LogText, line: number): number {
  if (line > lines.length) {
    throw new ToolInputError(`The log has ${lines.length} lines. Send a line within it.`);
  }
  return line - 1;
}

function rangeOf({ firstLine, lastLine }: LogStep, last: number): LineRange {
  return { first: firstLine, last: lastLine ?? last };
}

function problemOf({ firstErrorLine, firstFaultLine }: LogStep): number | undefined {
  const lines = [firstErrorLine, firstFaultLine].filter((line) => line !== undefined);
  return lines.length > 0 ? Math.min(...lines) : undefined;
}

/** By its number or its name; of several with one name the one that failed. */
function findStep(steps: readonly LogStep[], wanted: string): LogStep {
  const numbered = /^\d{1,4}$/.test(wanted) ? steps[Number(wanted) - 1] : undefined;
  const folded = foldText(wanted);
  const named = steps.filter((step) => foldText(stepName(step)) === folded);
  const found = numbered ?? named.find(({ state }) => state === 'failed') ?? named[0];
  if (!found) {
    const names = steps.map((step) => ({ id: '', name: stepName(step) }));
    throw new ToolInputError(
      `There is no such step; send the number or the name of one of ${steps.length}. ${knownNamesText(names)}`,
    );
  }
  return found;
}
