import * as vscode from 'vscode';
import type { BuildStatus } from '../../../api/builds/buildStatus';
import type { SecretFinder } from '../../../api/builds/log/logMask';
import type { LogProgress, LogSink, LogSource } from '../../../api/builds/log/logSource';
import { LogStore } from '../../../api/builds/log/logStore';
import type { LogText } from '../../../api/builds/log/logText';
import { Disposables } from '../../../support/disposables';
import { Emitter, type Disposable } from '../../../support/emitter';
import type { LogAddress } from '../../../ui/documents/logAddress';
import { DocumentWriter, FIRST_LINES } from './documentWriter';
import { Following } from './following';
import { LogPump } from './logPump';
import { isUnderWay, sentenceOf, type LogState, type LogSubjectKind } from './logState';

/** One log that is open: what comes of it, and the document that shows it. */
export class LogDocument implements LogSink, Disposable {
  readonly following: Following;
  private readonly disposables = new Disposables();
  private readonly changes = this.disposables.add(new Emitter<undefined>());
  /** Told when there are new lines, or the state is another one. */
  readonly onDidChange = this.changes.event;
  private readonly store: LogStore;
  private readonly writer: DocumentWriter;
  private readonly pump: LogPump;
  private abort: AbortController | undefined;
  private current: LogState = { kind: 'loading' };
  private isOver = false;

  constructor(
    readonly address: LogAddress,
    readonly uri: vscode.Uri,
    /** Keeps the editor from taking the document for one that it had open before. */
    readonly size: number,
    secrets: SecretFinder,
  ) {
    this.store = new LogStore(secrets);
    this.writer = new DocumentWriter(uri);
    this.following = this.disposables.add(new Following(uri));
    this.pump = this.disposables.add(
      new LogPump({
        store: this.store,
        writer: this.writer,
        sentence: () => this.sentence(this.current),
        onRewrite: () => {
          this.following.handleRewrite();
        },
        onChange: () => {
          this.following.reveal();
          this.changes.fire(undefined);
        },
      }),
    );
  }

  /** Of what it is. */
  get subject(): LogSubjectKind {
    return this.address.publishId === undefined ? 'build' : 'publish';
  }

  get text(): LogText {
    return this.store.text;
  }

  get state(): LogState {
    return this.current;
  }

  /** How the build ended, once it has. */
  get status(): BuildStatus | undefined {
    return 'status' in this.current ? this.current.status : undefined;
  }

  /** Whether the document has all that came so far. */
  get isWritten(): boolean {
    return !this.store.isBehind && this.writer.pending(this.text) === 0;
  }

  /** Whether all of it is there. */
  get isRead(): boolean {
    return !isUnderWay(this.current) && !this.store.isBehind;
  }

  /** Where it can be seen. */
  get editors(): vscode.TextEditor[] {
    const name = this.uri.toString();
    return vscode.window.visibleTextEditors.filter(({ document }) => document.uri.toString() === name);
  }

  /** What the editor is given when it opens the document. */
  get shownText(): string {
    return this.writer.textFor(this.text, this.sentence(this.current));
  }

  /** Whether a request for it is, or will be, under way. */
  get isFollowed(): boolean {
    return this.abort !== undefined;
  }

  /** Gets the log from this source, in place of any other. */
  async follow(source: LogSource): Promise<void> {
    this.stop();
    const abort = new AbortController();
    this.abort = abort;
    this.setState({ kind: 'loading' });
    try {
      const end = await source.follow(this, abort.signal);
      if (!abort.signal.aborted) {
        this.store.end();
        this.setState(end);
      }
    } catch (error) {
      if (!abort.signal.aborted) {
        throw error;
      }
    } finally {
      this.abort = this.abort === abort ? undefined : this.abort;
    }
  }

  /** Ends every request. What is there stays. */
  stop(): void {
    this.abort?.abort();
    this.abort = undefined;
  }

  /** It may not be loaded now, for this reason. */
  refuse(kind: 'signedOut' | 'otherAccount' | 'unreadable'): void {
    this.stop();
    this.setState({ kind });
  }

  append(text: string): void {
    this.store.append(text);
    this.setState({ kind: 'running' });
    this.pump.wake();
  }

  replace(whole: string, isFinal?: boolean): void {
    this.store.replace(whole, isFinal);
    this.pump.wake();
  }

  tell(progress: LogProgress): void {
    this.setState(progress);
  }

  /** The editor opened the document. */
  handleOpen(document: vscode.TextDocument): void {
    this.writer.adopt(document, this.text);
    this.pump.restart();
  }

  /** Comes back when there is enough to open it with, or nothing to wait for. */
  async awaitFirstLines(): Promise<void> {
    await this.awaitChange(
      () => this.store.length > 0 || (this.current.kind !== 'loading' && this.current.kind !== 'running'),
    );
    this.pump.readLines(FIRST_LINES);
  }

  /** Comes back when all that came so far is read, or at the signal. */
  awaitRead(signal?: AbortSignal): Promise<void> {
    const isRead = () =>
      signal?.aborted === true || (!this.store.isBehind && this.current.kind !== 'loading');
    return this.awaitChange(isRead, signal);
  }

  /** Comes back when it is so, or at the end of the document. It is looked at again at the signal. */
  awaitChange(happened: () => boolean, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (this.isOver || happened()) {
          watch.dispose();
          this.waiting.delete(check);
          signal?.removeEventListener('abort', check);
          resolve();
        }
      };
      const watch = this.changes.event(check);
      this.waiting.add(check);
      signal?.addEventListener('abort', check);
      check();
    });
  }

  dispose(): void {
    this.isOver = true;
    this.stop();
    this.disposables.dispose();
    for (const check of [...this.waiting]) {
      check();
    }
  }

  private readonly waiting = new Set<() => void>();

  private sentence(state: LogState): string {
    return sentenceOf(state, this.subject);
  }

  private setState(state: LogState): void {
    const isSame = state.kind === this.current.kind && this.sentence(state) === this.sentence(this.current);
    this.current = state;
    if (!isSame) {
      this.changes.fire(undefined);
      this.pump.wake();
    }
  }
}
