import * as vscode from 'vscode';
import { isFailure, type Failure } from '../../../api/failure';
import { taskIdIn } from '../../../api/response/taskId';
import { awaitTask, defaultTaskPace, type TaskPace } from '../../../api/tasks';
import type { ApiClient } from '../../../api/client';
import type { Account } from '../../../account/account';
import { withCancellableProgress } from '../../../ui/dialogs/withCancellableProgress';
import { failureText } from '../../../ui/failures/failureText';
import { showStatus } from '../../../ui/statusBar';
import type { ResponseDocuments, ShownResponse } from '../responses/responseDocuments';
import type { OuterProgress } from '../requests/sendWithProgress';
import { taskText, type TaskState } from '../responses/taskText';

/** What following a task takes. */
export interface TaskFollowDeps {
  readonly responses: ResponseDocuments;
  readonly clientFor: (account: Account) => ApiClient;
}

/**
 * Follows the task that a response names to its end, in growing pauses and within a limit (R34), and says in the document
 * of the response how far it is and how it ended. Undefined where it names none. It can be cancelled: the task itself
 * goes on at the server.
 */
export async function followTask(
  { responses, clientFor }: TaskFollowDeps,
  shown: ShownResponse,
  { within, pace = defaultTaskPace }: { within?: OuterProgress | undefined; pace?: TaskPace } = {},
): Promise<TaskState | undefined> {
  const taskId = taskIdIn(shown.response);
  if (taskId === undefined || responses.of(shown.uri)?.task?.kind === 'following') {
    return undefined;
  }
  const stopped = new AbortController();
  const began = pace.clock();
  const note = (task: TaskState) => {
    responses.note(shown, { task });
  };
  const follow = async ({ signal, progress }: OuterProgress): Promise<TaskState> => {
    const tell = (elapsed: number) => {
      note({
        kind: 'following',
        elapsed,
        stop: () => {
          stopped.abort();
        },
      });
      progress.report({ message: taskText({ kind: 'following', elapsed }) });
    };
    tell(0);
    try {
      const end = await awaitTask(clientFor(shown.account), taskId, {
        signal: AbortSignal.any([signal, stopped.signal]),
        pace,
        onProgress: tell,
      });
      return { ...end, elapsed: pace.clock() - began };
    } catch (error) {
      return endOf(error, pace.clock() - began);
    }
  };
  const title = vscode.l10n.t('Following the task of {0}', `${shown.request.method} ${shown.request.path}`);
  const state = await (within
    ? follow(within)
    : withCancellableProgress(title, (signal, progress) => follow({ signal, progress })));
  note(state);
  // The document takes no focus: this is what a screen reader says of it.
  showStatus(taskText(state));
  return state;
}

function endOf(error: unknown, elapsed: number): TaskState {
  if (!isFailure(error)) {
    throw error;
  }
  return error.kind === 'cancelled'
    ? { kind: 'cancelled', elapsed }
    : { kind: 'lost', elapsed, serverText: sentenceOf(error) };
}

function sentenceOf(failure: Failure): string {
  return failureText(failure).sentence;
}
