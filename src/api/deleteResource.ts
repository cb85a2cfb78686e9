import type { ApiClient } from './client';
import { JsonObject } from './decode';
import { Failure } from './failure';
import { awaitTask, type TaskPace } from './tasks';

/**
 * Deletes, and comes back when it is done. Whether a server does it at once or answers with a task is unknown
 * (api/README 2.1); both are taken. A task that fails is `serverFault` with the code `TASK_FAILED`, one that does not
 * end `timeout` with `TASK`.
 */
export async function deleteResource(
  client: ApiClient,
  path: string,
  signal?: AbortSignal,
  pace?: TaskPace,
): Promise<void> {
  const answer = await client.send({ method: 'DELETE', path, ...(signal && { signal }) });
  await awaitAnsweredTask(client, answer, signal, pace);
}

/** Comes back when what a response began is done: at once where it names no task. Fails as `deleteResource` does. */
export async function awaitAnsweredTask(
  client: ApiClient,
  answer: unknown,
  signal?: AbortSignal,
  pace?: TaskPace,
): Promise<void> {
  const taskId = JsonObject.of(answer)?.text('taskId');
  if (taskId === undefined) {
    return;
  }
  const { host } = client;
  const end = await awaitTask(client, taskId, { ...(signal && { signal }), ...(pace && { pace }) });
  switch (end.kind) {
    case 'done':
      return;
    case 'failed':
      throw new Failure('serverFault', {
        host,
        code: 'TASK_FAILED',
        ...(end.serverText !== undefined && { serverMessage: end.serverText }),
      });
    case 'timeout':
      throw new Failure('timeout', { host, code: 'TASK' });
  }
}
