import type { Failure } from '../../failure';
import type { BuildStatus } from '../buildStatus';

/** Of what a log is, by the ids that are known of it: one of build and queue item at least. */
export interface LogPlace {
  readonly commitId?: string | undefined;
  readonly buildId?: string | undefined;
  readonly queueItemId?: string | undefined;
  /** Where it is known to be another one than that of the queue item. */
  readonly taskId?: string | undefined;
}

/** Why there is no log: not there yet, deleted after its time, of a build that never ran, of one that nobody knows. */
export type LogAbsence = 'notYet' | 'gone' | 'neverRan' | 'unknownBuild';

/** What is known of a build whose log comes. `since` in milliseconds since 1970. */
export type LogProgress =
  | { readonly kind: 'waiting'; readonly since: number | undefined }
  | { readonly kind: 'running' }
  /** The build is over, and the last lines of its log may be on their way. */
  | { readonly kind: 'closing'; readonly status: BuildStatus }
  /** Asked again in a while. */
  | { readonly kind: 'retrying'; readonly failure: Failure };

/** How the following of a log ended. `status` is the one of the build. */
export type LogEnd =
  | { readonly kind: 'complete'; readonly status: BuildStatus }
  | { readonly kind: 'absent'; readonly why: LogAbsence; readonly status: BuildStatus }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Where a log goes while it comes. `LogStore` is one, but for `tell`. */
export interface LogSink {
  /** What came next by events, in order, behind what came by them before. */
  append(text: string): void;
  /** The whole text as the server has it now. `isFinal`: it will not change any more. */
  replace(whole: string, isFinal?: boolean): void;
  tell(progress: LogProgress): void;
}

/** Gives the log of a build, to its end. */
export interface LogSource {
  /** Comes back when there is no more to come. Fails with nothing but the reason of the signal. */
  follow(sink: LogSink, signal: AbortSignal): Promise<LogEnd>;
}

/** Who is told what events of a build say. */
export interface LogListener {
  /** Text of the log, in order and each once, from the first that was told on. */
  append(text: string): void;
  /** Something is missing before what comes next: the text by route is wanted now. */
  reportGap(): void;
  /** The workflow has ended. */
  reportEnd(): void;
}

/**
 * The events of a build, where the server has them: an addition to the text by route, which is asked for all the same
 * where nothing comes (rule 11).
 */
export interface LogEvents {
  /** Comes back when no more will come, or the signal is aborted. Never fails. `taskId`: else the id of the queue item. */
  listen(taskId: string, listener: LogListener, signal: AbortSignal): Promise<void>;
}
