import { setImmediate as turn } from 'node:timers/promises';
import type { LogStore } from '../../../api/builds/log/logStore';
import type { Disposable } from '../../../support/emitter';
import { MAX_LINES_AT_ONCE, type DocumentWriter } from './documentWriter';

/** From one change of the document to the next, in milliseconds: folding and outline wait for a pause (measured). */
const WRITE_INTERVAL_MS = 500;
/** The same above this many characters. */
const LONG_INTERVAL_MS = 1_500;
const LONG_LOG = 10_000_000;
/** So many characters are read at once, for so many milliseconds, before anybody else has a turn. */
const READ_PIECE = 64 * 1024;
const READ_TURN_MS = 15;

/** What a pump takes. */
export interface LogPumpOptions {
  readonly store: LogStore;
  readonly writer: DocumentWriter;
  /** What a log without lines says. */
  readonly sentence: () => string;
  /** What was read before turned out to be something else. */
  readonly onRewrite: () => void;
  /** Lines were read, and stand in the document where that is open. */
  readonly onChange: () => void;
}

/**
 * Reads what came of a log and writes it into its document: what comes live each half second, what was there in pieces
 * without pauses. Nobody else in the host waits for more than a few milliseconds.
 */
export class LogPump implements Disposable {
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;
  private isWanted = false;
  private isOver = false;
  private lastWrite = -Infinity;

  constructor(private readonly options: LogPumpOptions) {}

  /** Something came. */
  wake(): void {
    this.isWanted = true;
    if (this.timer ?? this.working ?? this.isOver) {
      return;
    }
    const { store } = this.options;
    const interval = store.length > LONG_LOG ? LONG_INTERVAL_MS : WRITE_INTERVAL_MS;
    const pause = Math.max(0, this.lastWrite + interval - performance.now());
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.working = this.work();
    }, pause);
  }

  /** The document was opened: it is written to at once. */
  restart(): void {
    this.lastWrite = -Infinity;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.wake();
  }

  /** Reads until there are so many lines, or nothing is left. */
  readLines(count: number): void {
    const { store } = this.options;
    while (store.isBehind && store.text.lines.length < count) {
      store.advance(READ_PIECE);
    }
  }

  dispose(): void {
    this.isOver = true;
    clearTimeout(this.timer);
  }

  private async work(): Promise<void> {
    const { store, writer, onChange } = this.options;
    this.isWanted = false;
    let isWritten = true;
    do {
      this.read();
      const isDue = performance.now() - this.lastWrite >= WRITE_INTERVAL_MS;
      if (!store.isBehind || isDue || writer.pending(store.text) >= MAX_LINES_AT_ONCE) {
        isWritten = await writer.write(store.text, this.options.sentence());
        this.lastWrite = performance.now();
        if (!this.isOver) {
          onChange();
        }
      }
      await turn();
    } while (!this.isOver && (store.isBehind || (isWritten && writer.pending(store.text) > 0)));
    this.working = undefined;
    this.rest(isWritten);
  }

  /** What came meanwhile is waited for no longer than usual. */
  private rest(isWritten: boolean): void {
    // The editor refuses an edit of a document that somebody else changes at the same time.
    if (this.isWanted || (!isWritten && this.options.writer.document)) {
      this.wake();
    }
  }

  private read(): void {
    const { store, onRewrite } = this.options;
    const { text } = store;
    const began = performance.now();
    while (store.isBehind && performance.now() - began < READ_TURN_MS) {
      store.advance(READ_PIECE);
    }
    if (store.text !== text) {
      onRewrite();
    }
  }
}
