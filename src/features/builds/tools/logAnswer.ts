import { isOver, type BuildStatus } from '../../../api/builds/buildStatus';
import { countLines, type ExcerptBlock, type LineRange } from '../../../api/builds/log/logExcerpt';
import { findFailure } from '../../../api/builds/log/logFailure';
import type { LogStep } from '../../../api/builds/log/logSteps';
import type { LogText } from '../../../api/builds/log/logText';
import { spokenDuration } from '../../../ui/text/durations';
import { boundedList } from '../../../ui/tools/boundedList';
import { quoted, quotedLines } from '../../../ui/tools/quoted';
import type { ToolAnswer } from '../../../ui/tools/tool';
import { stepName } from '../log/stepText';
import { failureFactsOf } from './buildAnswer';
import { logPartOf, type LogWish } from './logPart';

const MAX_STEPS = 30;
const MAX_RANGES = 15;
/** Characters of a block; what is in one has room for no more. */
const MAX_BLOCK = 12_000;

/** What is told of a log that has lines. Throws `ToolInputError` for a part that there is not. */
export function logAnswer(log: LogText, status: BuildStatus, wish: LogWish): ToolAnswer {
  const mayHaveFailed = status === 'failed' || status === 'timedOut' || log.errorLines.length > 0;
  const failure = mayHaveFailed ? findFailure(log) : undefined;
  const { excerpt, shows } = logPartOf(log, wish, failure);
  const { blocks, leftOut } = excerpt;
  return {
    ...(!isOver(status) && {
      note: 'The build is not over: this is its log as far as it was written when it was asked for.',
    }),
    totalLines: log.lines.length,
    ...(failure && { failure: failureFactsOf(failure, log.steps) }),
    shows,
    excerpts: blocks.map(blockFacts),
    ...(leftOut.length > 0 && {
      leftOut: {
        lines: countLines(leftOut),
        ranges: boundedList(leftOut.map(rangeText), MAX_RANGES),
        howToGet:
          'Call this tool with the same ids and fromLine and toLine, aroundLine, or step. One line by itself is shown longer than among others.',
      },
    }),
    steps: boundedList(
      log.steps.map((step, at) => stepFactsOf(step, at, log.lines.length)),
      MAX_STEPS,
    ),
  };
}

function blockFacts({ first, last, lines }: ExcerptBlock): ToolAnswer {
  return { fromLine: first + 1, toLine: last + 1, logText: quotedLines(lines.join('\n'), MAX_BLOCK) };
}

function stepFactsOf(step: LogStep, at: number, count: number): ToolAnswer {
  const { firstLine, lastLine = count - 1, startedAt, endedAt, state } = step;
  const took = startedAt === undefined || endedAt === undefined ? undefined : endedAt - startedAt;
  return {
    number: at + 1,
    name: quoted(stepName(step), 60),
    state: state === 'unknown' ? 'did not end' : state,
    lines: rangeText({ first: firstLine, last: lastLine }),
    ...(took !== undefined && { took: spokenDuration(Math.max(0, took)) }),
  };
}

function rangeText({ first, last }: LineRange): string {
  return first === last ? String(first + 1) : `${first + 1}-${last + 1}`;
}
