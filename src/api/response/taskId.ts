import { JsonObject, parseJson } from '../decode';
import type { HttpResponse } from '../transport/model';

/** A response with a task has a few fields; in bytes. */
const MAX_TASK_BYTES = 100_000;

/** The task of the server that a response names, `{taskId}` (api/README 2.8): what the request began is not done yet. */
export function taskIdIn({ body }: Pick<HttpResponse, 'body'>): string | undefined {
  const id =
    body.length > MAX_TASK_BYTES
      ? undefined
      : JsonObject.of(parseJson(Buffer.from(body).toString('utf8')))?.text('taskId');
  // Where nothing is begun some servers name the task of zeros.
  return id !== undefined && /[^0-]/.test(id) ? id : undefined;
}
