import type { Account } from '../../account/account';
import type { SessionStore } from '../../account/sessionStore';
import { Failure } from '../../api/failure';
import { Disposables } from '../../support/disposables';
import { Emitter, type Disposable, type Event } from '../../support/emitter';
import type { Clock } from '../../support/time';

/** What is known of a list of the active account. Rows outlive a failed refresh, with the time they are from. */
export type ListState<T> =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'ready';
      readonly rows: readonly T[];
      readonly loadedAt: number;
      readonly stale?: Failure;
    }
  | { readonly kind: 'failed'; readonly failure: Failure };

type Amendment<T> = (rows: readonly T[]) => readonly T[];

interface Load<T> {
  readonly account: Account;
  readonly rows: Promise<readonly T[]>;
  readonly abort: AbortController;
  readonly amendments: Amendment<T>[];
}

/**
 * A list that belongs to the active account: asked for once when it is first needed, again on refresh, and
 * dropped with all that is under way when another account becomes active.
 */
export class AccountList<T> implements Disposable {
  private value: ListState<T> = { kind: 'unknown' };
  private account: Account | undefined;
  private load: Load<T> | undefined;
  private readonly changes = new Emitter<ListState<T>>();
  private readonly disposables = new Disposables();
  readonly onDidChange: Event<ListState<T>> = this.changes.event;

  constructor(
    private readonly sessions: SessionStore,
    private readonly ask: (account: Account, signal: AbortSignal) => Promise<readonly T[]>,
    private readonly clock: Clock = Date.now,
  ) {
    this.account = sessions.account;
    this.disposables.add(this.changes);
    this.disposables.add(
      sessions.onDidChange(() => {
        if (sessions.account !== this.account) {
          this.account = sessions.account;
          this.forget();
        }
      }),
    );
  }

  get state(): ListState<T> {
    return this.value;
  }

  /** The rows, asked for when they are not known yet. Callers at the same time share one request. */
  async rows(): Promise<readonly T[]> {
    return this.value.kind === 'ready' ? this.value.rows : this.refresh();
  }

  /** Asks again. Joins a request that is under way. */
  async refresh(): Promise<readonly T[]> {
    if (!this.account) {
      throw new Failure('cancelled');
    }
    return (this.load ?? this.begin(this.account)).rows;
  }

  /**
   * Asks again for what changed a moment ago: a request that is under way began before that, and is waited for. Nobody
   * is asked for a list that nobody wanted yet.
   */
  async renew(): Promise<void> {
    const { account, load } = this;
    if (this.value.kind === 'unknown') {
      return;
    }
    await load?.rows.catch(() => undefined);
    await (this.account === account ? this.refresh() : undefined);
  }

  /**
   * Shows rows that a write has changed, without asking. A load that began before the write may not know of it; rows
   * that are not known at all come with the first load.
   */
  amend(change: Amendment<T>): void {
    this.load?.amendments.push(change);
    if (this.value.kind === 'ready') {
      this.change({ ...this.value, rows: change(this.value.rows) });
    }
  }

  dispose(): void {
    this.load?.abort.abort();
    this.disposables.dispose();
  }

  private begin(account: Account): Load<T> {
    const abort = new AbortController();
    const amendments: Amendment<T>[] = [];
    const rows = this.ask(account, abort.signal).then(
      (answer) => {
        const amended = amendments.reduce((amended, amend) => amend(amended), answer);
        this.finish(load, { kind: 'ready', rows: amended, loadedAt: this.clock() });
        return amended;
      },
      (error: unknown) => {
        // A defect of ours is told by whoever asked; the list must not wait for ever because of it.
        const failure = error instanceof Failure ? error : new Failure('unreadableAnswer');
        const kept = this.value;
        this.finish(load, kept.kind === 'ready' ? { ...kept, stale: failure } : { kind: 'failed', failure });
        throw error;
      },
    );
    const load: Load<T> = { account, abort, amendments, rows };
    this.load = load;
    if (this.value.kind !== 'ready') {
      this.change({ kind: 'loading' });
    }
    return load;
  }

  /** An answer for an account that is no longer the active one says nothing. */
  private finish(load: Load<T>, state: ListState<T>): void {
    if (this.load === load) {
      this.load = undefined;
      this.change(state);
    }
  }

  private forget(): void {
    this.load?.abort.abort();
    this.load = undefined;
    this.change({ kind: 'unknown' });
  }

  private change(state: ListState<T>): void {
    this.value = state;
    this.changes.fire(state);
  }
}
