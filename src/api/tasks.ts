import type { Redactor } from '../support/redact';
import { visibleText } from '../support/visibleText';
import { delay, type Clock } from '../support/time';
import type { components } from './appcircle';
import { serverMessageOf } from './classify';
import type { ApiClient } from './client';
import { JsonObject, type KnownField } from './decode';
import { Failure, isFailure, isInconclusive } from './failure';
import { segment } from './paths';

type TaskField = KnownField<components['schemas']['Task']>;

/** How a task of the server ended, as far as it was waited for. */
export type TaskResult =
  | { kind: 'done' }
  /** Canceled and failed are one state. `serverText`: what the server says of it, cleaned, where it says anything. */
  | { kind: 'failed'; serverText: string | undefined }
  /** It was still under way, or in a state that nobody documented, when the patience was over. */
  | { kind: 'timeout' };

/** How patiently a task is waited for. Times in milliseconds. */
export interface TaskPace {
  firstPause: number;
  maxPause: number;
  /** For all of it. */
  timeout: number;
  /** How many answers in a row may say nothing: not known yet (404), or a passing fault. */
  misses: number;
  wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  clock: Clock;
  random: () => number;
}

/** The clients of Appcircle ask every one or two seconds, some of them for ever (api/README 4.1). */
export const defaultTaskPace: TaskPace = {
  firstPause: 1000,
  maxPause: 10_000,
  timeout: 20 * 60_000,
  misses: 5,
  wait: delay,
  clock: Date.now,
  random: Math.random,
};

/** What waiting for a task takes. */
export interface TaskOptions {
  signal?: AbortSignal;
  pace?: TaskPace;
  /** Told after each answer how long it has been waited for, in milliseconds. */
  onProgress?: (elapsed: number) => void;
}

/**
 * Waits until a task of the server is over, with growing pauses. `GET task/v1/tasks/{id}`: 0 and 1 are under way,
 * 2 is canceled or failed, 3 is done (api/README 2.8, 2.9, A). Fails as the request does: with `notFound` when the
 * task stays unknown, with `cancelled` at the signal.
 */
export async function awaitTask(
  client: ApiClient,
  taskId: string,
  { signal, pace = defaultTaskPace, onProgress }: TaskOptions = {},
): Promise<TaskResult> {
  const path = `/task/v1/tasks/${segment(taskId)}`;
  const begun = pace.clock();
  let misses = 0;
  for (let polls = 0; ; polls++) {
    let asked = 0;
    try {
      const end = taskResultOf(
        JsonObject.of(await client.get({ path, ...(signal && { signal }) })),
        client.redactor,
      );
      if (end) {
        return end;
      }
      misses = 0;
    } catch (error) {
      misses++;
      if (!mayPass(error) || misses > pace.misses) {
        throw error;
      }
      asked = (error.facts.retryAfter ?? 0) * 1000;
    }
    const elapsed = pace.clock() - begun;
    onProgress?.(elapsed);
    const pause = Math.max(asked, pauseAfter(polls, pace));
    if (elapsed + pause > pace.timeout) {
      return { kind: 'timeout' };
    }
    await waitForPause(pace.wait(pause, signal), client.host, signal);
  }
}

function taskResultOf(row: JsonObject<TaskField> | undefined, redactor: Redactor): TaskResult | undefined {
  switch (row?.number('stateValue')) {
    case 3:
      return { kind: 'done' };
    case 2:
      return { kind: 'failed', serverText: messageOf(row, redactor) };
    default:
      return undefined;
  }
}

/** `stateName` is not among them: it says no more than the number. */
function messageOf(row: JsonObject<TaskField> | undefined, redactor: Redactor): string | undefined {
  const said = serverMessageOf(row?.raw, redactor);
  return said === undefined ? undefined : visibleText(said);
}

function mayPass(error: unknown): error is Failure {
  return isFailure(error) && (error.kind === 'notFound' || isInconclusive(error));
}

/** Half as long again each time, with jitter, so that many windows do not ask at the same moment (R16). */
function pauseAfter(polls: number, { firstPause, maxPause, random }: TaskPace): number {
  return Math.min(firstPause * 1.5 ** polls, maxPause) * (0.75 + random() / 2);
}

async function waitForPause(pause: Promise<void>, host: string, signal?: AbortSignal): Promise<void> {
  try {
    await pause;
  } catch (error) {
    throw signal?.aborted ? new Failure('cancelled', { host }) : error;
  }
}
