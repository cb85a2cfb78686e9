import { l10n } from 'vscode';
import { isOver } from '../../../api/builds/buildStatus';
import { LogRequests, type LogSubject } from '../../../api/builds/log/logRequests';
import { parseLog } from '../../../api/builds/log/parseLog';
import type { JsonObject } from '../../../api/decode';
import { isFailure } from '../../../api/failure';
import { quotedId } from '../../../ui/tools/quoted';
import { readTool, type Tool, type ToolAnswer, type ToolCall } from '../../../ui/tools/tool';
import { ToolInputError } from '../../../ui/tools/toolError';
import { statusFactsOf } from './buildAnswer';
import { logAnswer } from './logAnswer';
import type { LogWish } from './logPart';
import { numberParameter, textParameter } from '../../../ui/tools/parameters';

interface Input extends LogWish {
  readonly buildId: string | undefined;
  readonly commitId: string | undefined;
  readonly queueItemId: string | undefined;
}

/** `appcircle_readBuildLog`: a part of the log of a build, as it is now (R70). */
export function logTool(): Tool {
  return readTool<Input>({
    parse,
    running: () => l10n.t('Reading the build log'),
    run: async (input, call) => {
      const subject = await askForSubject(input, call);
      const text = await new LogRequests(call.scope.client).text(subject, call.signal);
      const log = await parseLog(text ?? '', call.scope.client.redactor, {
        isWhole: isOver(subject.status),
        signal: call.signal,
      });
      const build = buildOf(subject);
      return log.lines.length === 0
        ? { found: false, build, ...absenceOf(subject) }
        : { found: true, build, ...logAnswer(log, subject.status, input) };
    },
  });
}

function parse(input: JsonObject): Input {
  const step = input.raw['step'];
  const ids = {
    buildId: textParameter(input, 'buildId'),
    commitId: textParameter(input, 'commitId'),
    queueItemId: textParameter(input, 'queueItemId'),
  };
  if (ids.buildId === undefined && ids.queueItemId === undefined) {
    throw new ToolInputError('Send buildId, or queueItemId: appcircle_getBranchBuild tells them.');
  }
  return {
    ...ids,
    step: typeof step === 'number' ? String(numberParameter(input, 'step')) : textParameter(input, 'step'),
    fromLine: numberParameter(input, 'fromLine'),
    toLine: numberParameter(input, 'toLine'),
    aroundLine: numberParameter(input, 'aroundLine'),
  };
}

/** How the build is. Without its commit it is asked for by the id of the queue, which is the same (api/README 11.3, D). */
async function askForSubject(
  { buildId, commitId, queueItemId }: Input,
  { scope, signal }: ToolCall,
): Promise<LogSubject> {
  const id = queueItemId ?? (commitId === undefined ? buildId : undefined);
  try {
    return await new LogRequests(scope.client).subject({ buildId, commitId, queueItemId: id }, signal);
  } catch (error) {
    if (isFailure(error, 'notFound')) {
      throw new ToolInputError(
        'Appcircle knows no build with these ids, or no longer. Call appcircle_getBranchBuild for the ids of one.',
      );
    }
    throw error;
  }
}

function buildOf({ buildId, commitId, queueItemId, status }: LogSubject): ToolAnswer {
  return {
    ...(buildId !== undefined && { buildId: quotedId(buildId) }),
    ...(commitId !== undefined && { commitId: quotedId(commitId) }),
    ...(queueItemId !== undefined && { queueItemId: quotedId(queueItemId) }),
    ...statusFactsOf(status),
  };
}

function absenceOf({ status }: LogSubject): ToolAnswer {
  switch (status) {
    case 'waiting':
      return {
        reason: 'The build waits and has no log yet.',
        nextStep: 'Call this tool again once the build runs.',
      };
    case 'canceled':
      return { reason: 'The build was canceled, and has no log where it never ran.' };
    default:
      return isOver(status)
        ? {
            reason:
              'The log is not stored: it is some moments after the end of a build, and is deleted after a time.',
            nextStep: 'If the build ended just now, call this tool again in a minute.',
          }
        : { reason: 'The build has written no log so far.', nextStep: 'Call this tool again in a while.' };
  }
}
