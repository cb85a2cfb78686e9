import { JsonObject, parseJson } from '../../decode';

/** What one message of a running build says (api/README 11.6). Untrusted texts. */
export interface BuildMessage {
  readonly taskId: string;
  /** Lines of the log, with whatever ends them. */
  readonly text: string;
  /** Counts from 1; whether over the whole build or within a step is not known. */
  readonly index: number | undefined;
  readonly stepName: string;
  readonly stepIndex: number | undefined;
  /** Whether its step is over with it. */
  readonly isStepEnd: boolean;
  /** Whether the workflow is over with it. */
  readonly isEnd: boolean;
}

/** Statuses of messages that end a step, and the workflow. */
const STEP_ENDED = 2;
const WORKFLOW_COMPLETED = 9;

type MessageField =
  'taskId' | 'message' | 'messageIndex' | 'stepName' | 'stepIndex' | 'workflowStatus' | 'uiOnly';

/**
 * The messages in the data of a `build-log` event: one object, or an array of them. What is for a dashboard alone, and what
 * cannot be read, is left out.
 */
export function readMessages(data: string): BuildMessage[] {
  const body = parseJson(data);
  const values: unknown[] = Array.isArray(body) ? body : [body];
  return values.flatMap((value) => {
    const row = JsonObject.of<MessageField>(value);
    const taskId = row?.text('taskId');
    if (!row || taskId === undefined) {
      return [];
    }
    return [
      {
        taskId,
        text: row.flag('uiOnly') ? '' : (row.text('message') ?? ''),
        index: row.flag('uiOnly') ? undefined : row.number('messageIndex'),
        stepName: row.text('stepName') ?? '',
        stepIndex: row.number('stepIndex'),
        isStepEnd: row.number('workflowStatus') === STEP_ENDED,
        isEnd: row.number('workflowStatus') === WORKFLOW_COMPLETED,
      },
    ];
  });
}
