import type { Event } from '../../../support/emitter';
import type { Clock } from '../../../support/time';
import { isFailure, isInconclusive, toFailure, type Failure } from '../../failure';
import { isOver, type BuildStatus } from '../buildStatus';
import { LogPauses } from './logPauses';
import type { LogRequests, LogSubject } from './logRequests';
import type { LogAbsence, LogEnd, LogEvents, LogPlace, LogSink, LogSource } from './logSource';

/** So long events are trusted to go on after the last one, in milliseconds. */
const EVENT_TRUST_MS = 60_000;
/** A log is stored some moments after the end of its build: so often it is asked for then, and counts as stored soon. */
const MAX_TRIES_AFTER_END = 5;
const STORED_WITHIN_MS = 10 * 60_000;

/** What a log is followed with. */
export interface RouteLogOptions {
  readonly requests: Pick<LogRequests, 'subject' | 'text'>;
  readonly place: LogPlace;
  /** As it was last known; a build that is over is not asked for again. */
  readonly status?: BuildStatus | undefined;
  /** Milliseconds since 1970, both. */
  readonly waitingSince?: number | undefined;
  readonly endedAt?: number | undefined;
  /** Told when others learn that the build is in another state: it is looked at then. */
  readonly news?: Event<undefined> | undefined;
  readonly events?: LogEvents | undefined;
  readonly clock?: Clock;
}

/**
 * Gives the log of a build by its text, asked for again in growing pauses until the build is over, and by events where
 * there are any: while those come the text is asked for only where something is missing. What was begun ends with the
 * signal.
 */
export class RouteLog implements LogSource {
  private readonly pauses = new LogPauses();
  private readonly clock: Clock;
  private subject: LogSubject;
  /** Whether it was over when it was first heard of. */
  private wasOver: boolean;
  private isKnown = false;
  private triesAfterEnd = 0;
  private length = -1;
  private lastEvent = -Infinity;
  private hasEvents = false;
  private isTextWanted = true;

  constructor(private readonly options: RouteLogOptions) {
    const { place, status = 'unknown', clock = Date.now } = options;
    this.subject = { ...place, status };
    this.wasOver = isOver(status);
    this.clock = clock;
  }

  async follow(sink: LogSink, signal: AbortSignal): Promise<LogEnd> {
    const inner = new AbortController();
    const stop = AbortSignal.any([signal, inner.signal]);
    const news = this.options.news?.(() => {
      this.pauses.interrupt();
    });
    const listening = this.listen(sink, stop);
    try {
      for (;;) {
        const end = await this.look(sink, stop);
        if (end) {
          return end;
        }
      }
    } finally {
      news?.dispose();
      inner.abort();
      await listening;
    }
  }

  /** One look, and the pause after it. */
  private async look(sink: LogSink, signal: AbortSignal): Promise<LogEnd | undefined> {
    let wish = 0;
    try {
      const end = await this.ask(sink, signal);
      if (end) {
        return end;
      }
    } catch (error) {
      signal.throwIfAborted();
      const failure = toFailure(error);
      if (!isInconclusive(failure) || failure.facts.code === 'TOO_LARGE') {
        return this.endOf(failure);
      }
      sink.tell({ kind: 'retrying', failure });
      wish = (failure.facts.retryAfter ?? 0) * 1000;
    }
    await this.pauses.wait(signal, wish);
    return undefined;
  }

  private async ask(sink: LogSink, signal: AbortSignal): Promise<LogEnd | undefined> {
    await this.learn(signal);
    const { status } = this.subject;
    if (status === 'waiting') {
      sink.tell({ kind: 'waiting', since: this.options.waitingSince });
      return undefined;
    }
    if (!isOver(status)) {
      sink.tell({ kind: 'running' });
      if (this.isTextWanted || this.clock() - this.lastEvent > EVENT_TRUST_MS) {
        this.isTextWanted = false;
        await this.askText(sink, signal);
      }
      return undefined;
    }
    return this.askAfterEnd(sink, signal);
  }

  private async learn(signal: AbortSignal): Promise<void> {
    const before = this.subject.status;
    if (isOver(before)) {
      return;
    }
    this.subject = await this.options.requests.subject(this.subject, signal);
    this.wasOver = !this.isKnown && isOver(this.subject.status);
    this.isKnown = true;
    if (this.subject.status !== before) {
      this.pauses.reset();
    }
  }

  /** The text counts as stored when it was the same twice after the end; that of an older build at once. */
  private async askAfterEnd(sink: LogSink, signal: AbortSignal): Promise<LogEnd | undefined> {
    const { status } = this.subject;
    const before = this.length;
    const isFirst = this.triesAfterEnd === 0;
    this.triesAfterEnd++;
    const isThere = await this.askText(sink, signal, this.wasOver || !isFirst);
    if (!this.wasOver) {
      sink.tell({ kind: 'closing', status });
    }
    const isSame = this.wasOver || (!isFirst && this.length === before);
    if (isThere && (isSame || this.triesAfterEnd >= MAX_TRIES_AFTER_END)) {
      return { kind: 'complete', status };
    }
    const { endedAt = this.clock() } = this.options;
    const mayCome = !this.wasOver || this.clock() - endedAt < STORED_WITHIN_MS;
    if (isThere || (mayCome && this.triesAfterEnd < MAX_TRIES_AFTER_END)) {
      return undefined;
    }
    if (this.length > 0 || this.hasEvents) {
      return { kind: 'complete', status };
    }
    return { kind: 'absent', why: this.whyAbsent(mayCome), status };
  }

  private whyAbsent(mayCome: boolean): LogAbsence {
    const isNew = !this.wasOver || this.options.endedAt !== undefined;
    return this.subject.status === 'canceled' ? 'neverRan' : mayCome && isNew ? 'notYet' : 'gone';
  }

  /** Whether there is a text. */
  private async askText(sink: LogSink, signal: AbortSignal, isFinal = false): Promise<boolean> {
    const text = await this.options.requests.text(this.subject, signal);
    if (text === undefined) {
      return false;
    }
    if (text.length !== this.length) {
      this.pauses.reset();
    }
    this.length = text.length;
    sink.replace(text, isFinal);
    return true;
  }

  private endOf(failure: Failure): LogEnd {
    return isFailure(failure, 'notFound')
      ? { kind: 'absent', why: 'unknownBuild', status: this.subject.status }
      : { kind: 'failed', failure };
  }

  private async listen(sink: LogSink, signal: AbortSignal): Promise<void> {
    const { events, place } = this.options;
    const taskId = place.taskId ?? place.queueItemId ?? place.buildId;
    if (!events || taskId === undefined || this.wasOver) {
      return;
    }
    const wantText = () => {
      this.isTextWanted = true;
      this.pauses.interrupt();
    };
    await events.listen(
      taskId,
      {
        append: (text) => {
          this.lastEvent = this.clock();
          this.hasEvents = true;
          sink.append(text);
        },
        reportGap: wantText,
        reportEnd: wantText,
      },
      signal,
    );
    this.lastEvent = -Infinity;
    wantText();
  }
}
