import type { CommandScope } from '../../../account/commandScope';
import { toFailure } from '../../../api/failure';
import { mayHaveTakenEffect } from '../../../api/mayHaveTakenEffect';
import type { HttpRequest } from '../../../api/request/request';
import { touchedBy } from '../../../api/request/touched';
import { taskIdIn } from '../../../api/response/taskId';
import { awaitTask, defaultTaskPace, type TaskPace } from '../../../api/tasks';
import type { HttpResponse } from '../../../api/transport/transport';
import type { Refreshes } from '../../../ui/lists/refreshes';

/** Milliseconds until the second look at what a server does later and names no task for. */
const SECOND_LOOK = 5000;

type Sent = Pick<HttpResponse, 'status' | 'body'> | undefined;

/** Tells the views what a person's own requests changed, at once and when a task of the server has ended. */
export class WriteNotices {
  private readonly closing = new AbortController();

  constructor(
    private readonly refreshes: Refreshes,
    private readonly pace: TaskPace = defaultTaskPace,
  ) {}

  /**
   * Sends a request that may change something, and tells of it where it did or may have. `send` gives undefined where
   * a response came and could not be kept. Fails as `send` does.
   */
  async follow<T extends { response: Sent }>(
    scope: CommandScope,
    request: HttpRequest,
    send: () => Promise<T | undefined>,
  ): Promise<T | undefined> {
    let came;
    try {
      came = await send();
    } catch (error) {
      if (mayHaveTakenEffect(error)) {
        this.announce(scope, request, undefined);
      }
      throw error;
    }
    const status = came?.response?.status ?? 200;
    // A gateway may fail after the work.
    if ((status >= 200 && status < 300) || status >= 500) {
      this.announce(scope, request, came?.response);
    }
    return came;
  }

  dispose(): void {
    this.closing.abort();
  }

  private announce(scope: CommandScope, request: HttpRequest, response: Sent): void {
    const touched = touchedBy(request);
    if (!touched) {
      return;
    }
    const { account } = scope;
    this.refreshes.announceWrite({ account, touched });
    const end = response && this.endOf(scope, response);
    void end?.then(() => {
      if (!this.closing.signal.aborted) {
        this.refreshes.announceWrite({ account, touched });
      }
    });
  }

  /** When the server is done with what it answered for; undefined where that is now. However it ends, somebody looks. */
  private endOf({ client }: CommandScope, response: NonNullable<Sent>): Promise<void> | undefined {
    const { signal } = this.closing;
    const taskId = taskIdIn(response);
    if (taskId === undefined) {
      return response.status === 202 ? quietly(this.pace.wait(SECOND_LOOK, signal)) : undefined;
    }
    return quietly(
      awaitTask(client, taskId, { signal, pace: this.pace }).catch((error: unknown) => {
        client.log.warn(`Task of a request: ${toFailure(error).message}`);
      }),
    );
  }
}

/** An aborted wait has ended as well. */
async function quietly(wait: Promise<unknown>): Promise<void> {
  await wait.catch(() => undefined);
}
