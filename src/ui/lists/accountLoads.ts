import type { Account } from '../../account/account';
import type { SessionStore } from '../../account/sessionStore';
import { isFailure, mayHavePassed, meetsAll, toFailure, type Failure } from '../../api/failure';
import { Emitter, type Disposable } from '../../support/emitter';

/** What is known of the rows below something: with a failure, those of the last answer. */
export interface KnownRows<T> {
  readonly rows: readonly T[];
  readonly failure?: Failure;
  /** When the last answer came, in milliseconds since 1970, where there was one and a failure after it. */
  readonly loadedAt?: number;
}

interface Load<T> {
  rows?: Promise<readonly T[]> | undefined;
  /** Why there is no answer; a row is drawn more often than a server wants to be asked (R16). */
  failure?: Failure | undefined;
  /** The last answer. It outlives a renewal that fails (rule 17). */
  last?: Required<Omit<KnownRows<T>, 'failure'>>;
}

/**
 * Lists of the active account that are below other rows, by what they are of: each is asked for when it is first
 * wanted. What belongs to another account is dropped.
 */
export class AccountLoads<T, K = string> implements Disposable {
  private readonly loads = new Map<string, Load<T>>();
  private account: Account | undefined;
  private leaving = new AbortController();
  private readonly subscription;
  private readonly failureChanges = new Emitter<undefined>();
  /** Told when there is a `failure`, or none any more. */
  readonly onDidChangeFailure = this.failureChanges.event;
  private toldFailure: Failure | undefined;

  constructor(
    private readonly sessions: SessionStore,
    private readonly ask: (account: Account, of: K, signal: AbortSignal) => Promise<readonly T[]>,
    /** Tells apart what the lists are of. */
    private readonly keyOf: (of: K) => string = String,
  ) {
    this.account = sessions.account;
    this.subscription = sessions.onDidChange(() => this.current());
  }

  /** The rows of one list; asked for once until they are forgotten. Fails as a request does. */
  rowsOf(of: K): Promise<readonly T[]> {
    const account = this.current();
    if (!account) {
      return Promise.resolve([]);
    }
    const load = this.loads.get(this.keyOf(of)) ?? {};
    this.loads.set(this.keyOf(of), load);
    return (load.rows ??= this.startLoad(load, account, of));
  }

  /**
   * The same for a row that is drawn: what failed is not asked for again until it is forgotten, and does not hide what
   * was known before. Undefined when the account left meanwhile.
   */
  async loadForRows(of: K): Promise<KnownRows<T> | undefined> {
    const account = this.current();
    const failure = this.loads.get(this.keyOf(of))?.failure;
    const known = failure
      ? this.withFailure(of, failure)
      : await this.rowsOf(of).then(
          (rows): KnownRows<T> => ({ rows }),
          (error: unknown) => this.withFailure(of, toFailure(error)),
        );
    return this.current() === account ? known : undefined;
  }

  /** The rows of the last answer, without asking; undefined where there was none. */
  lastRowsOf(of: K): readonly T[] | undefined {
    return this.current() && this.loads.get(this.keyOf(of))?.last?.rows;
  }

  /** Why no list can be had, whatever it is of. */
  get failure(): Failure | undefined {
    return [...this.loads.values()].map(({ failure }) => failure).find((one) => one && meetsAll(one));
  }

  /** This list is asked for again when it is next wanted; without what it is of, all of them. */
  forget(of?: K): void {
    const loads = of === undefined ? [...this.loads.values()] : [this.loads.get(this.keyOf(of))];
    this.forgetLoads(loads.filter((load) => load !== undefined));
  }

  /** The same for those that failed in a way that may have passed. Whether there were any. */
  forgetFailed(): boolean {
    const failed = [...this.loads.values()].filter(({ failure }) => failure && mayHavePassed(failure));
    this.forgetLoads(failed);
    return failed.length > 0;
  }

  dispose(): void {
    this.subscription.dispose();
    this.failureChanges.dispose();
    this.drop();
  }

  private forgetLoads(loads: readonly Load<T>[]): void {
    for (const load of loads) {
      load.rows = undefined;
      load.failure = undefined;
    }
    this.tellFailure();
  }

  private tellFailure(): void {
    const { failure, toldFailure } = this;
    this.toldFailure = failure;
    if (failure?.message !== toldFailure?.message) {
      this.failureChanges.fire(undefined);
    }
  }

  private withFailure(of: K, failure: Failure): KnownRows<T> {
    return { ...(this.loads.get(this.keyOf(of))?.last ?? { rows: [] }), failure };
  }

  private startLoad(load: Load<T>, account: Account, of: K): Promise<readonly T[]> {
    const rows = this.ask(account, of, this.leaving.signal);
    rows.then(
      (known) => {
        // A newer answer may have overtaken it.
        if (load.rows === undefined || load.rows === rows) {
          load.last = { rows: known, loadedAt: Date.now() };
          load.failure = undefined;
          this.tellFailure();
        }
      },
      (error: unknown) => {
        if (load.rows === rows) {
          load.rows = undefined;
          load.failure = isFailure(error) && error.kind !== 'cancelled' ? error : undefined;
          this.tellFailure();
        }
      },
    );
    return rows;
  }

  private current(): Account | undefined {
    const { account } = this.sessions;
    if (account !== this.account) {
      this.account = account;
      this.drop();
    }
    return account;
  }

  private drop(): void {
    this.leaving.abort();
    this.leaving = new AbortController();
    this.loads.clear();
    this.tellFailure();
  }
}
