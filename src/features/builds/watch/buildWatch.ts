import type { Account } from '../../../account/account';
import type { ScopeSource } from '../../../account/commandScope';
import type { StartedBuild, UnderWayItem } from '../../../api/builds/model';
import { isFailure, toFailure, type Failure } from '../../../api/failure';
import { Disposables } from '../../../support/disposables';
import type { AutoRefresh } from '../../../ui/lists/autoRefresh';
import { Emitter, type Disposable } from '../../../support/emitter';
import { BuildStates } from './buildStates';
import type { BuildState, BuildSubject, Look } from './buildState';
import { FIRST_PAUSE, startLookLoop } from './lookLoop';
import type { RememberedStarts } from './rememberedStarts';
import { takeLook, type WatchRequests } from './takeLook';

/** A look that is under way; without `look` it has not begun. */
interface UnderWayLook {
  readonly work: Promise<void>;
  look?: Look;
  isListWanted?: boolean;
}

/**
 * The one loop of everything that shows builds: looks what is under way, with growing pauses, while the window has the
 * focus and somebody wants to know, or a build that was begun here has not ended. It looks for one account, and forgets
 * all when another one becomes active.
 */
export class BuildWatch implements Disposable {
  private readonly disposables = new Disposables();
  private readonly changes = this.disposables.add(new Emitter<undefined>());
  private readonly ends = this.disposables.add(new Emitter<BuildState>());
  /** Told true when pauses start over, false when there may be less to look for. */
  private readonly activity = this.disposables.add(new Emitter<boolean>());
  /** Told when what is under way, the state of a build, or the failure of looks is another one. */
  readonly onDidChange = this.changes.event;
  /** Told once of each build that this window saw under way and that is over. */
  readonly onDidEnd = this.ends.event;

  private states: BuildStates;
  private account: Account | undefined;
  private abort = new AbortController();
  private looking: UnderWayLook | undefined;
  private wanted = 0;
  private lastLook = -Infinity;
  private isListRefused = false;
  private lastFailure: Failure | undefined;
  private told = '';
  private readonly loop: AutoRefresh;

  constructor(
    private readonly source: ScopeSource,
    private readonly requests: WatchRequests,
    private readonly starts: Pick<RememberedStarts, 'of' | 'add' | 'remove'>,
  ) {
    this.account = source.sessions.account;
    this.states = this.newStates();
    this.disposables.add(
      source.sessions.onDidChange(() => {
        this.followAccount();
      }),
    );
    this.loop = this.disposables.add(
      startLookLoop({
        isWanted: () => this.account !== undefined && (this.wanted > 0 || this.states.hasOwn),
        isBusy: () => this.underWay.length > 0 || this.states.hasOwn,
        activity: this.activity.event,
        look: () => this.look(),
      }),
    );
    this.lookSoon();
  }

  /** What waits and runs: what was started here from that moment on, all else by the last look. */
  get underWay(): readonly UnderWayItem[] {
    return this.states.rows;
  }

  /** Why the last look could not tell what is under way. */
  get failure(): Failure | undefined {
    return this.lastFailure;
  }

  /** Where a build is that was under way in this window, by the id of the queue, the task or the build. */
  stateOf(id: string): BuildState | undefined {
    return this.states.of(id);
  }

  /** Somebody shows what is under way until the result is disposed. */
  want(): Disposable {
    this.wanted++;
    this.activity.fire(true);
    if (this.wanted === 1) {
      this.lookSoon();
    }
    let isOver = false;
    return {
      dispose: () => {
        this.wanted -= isOver ? 0 : 1;
        isOver = true;
        this.activity.fire(false);
      },
    };
  }

  /** A build was started here: it waits from now on, before the server is asked. */
  trackStarted(started: StartedBuild, subject: BuildSubject): void {
    this.states.addStarted(started, subject);
    void (this.account && this.starts.add(this.account, started, subject));
    this.announce();
  }

  /** The server agreed to cancel a build, which from now on is canceled, whatever is still said of it. */
  announceCanceled(id: string, subject: BuildSubject): void {
    this.states.cancel(id, subject);
    void (this.account && this.starts.remove(this.account, id));
    this.announce();
  }

  /** Looks at once what is under way, whatever the last look came to: a person wants it. Fails as a request does. */
  async refresh(): Promise<void> {
    this.isListRefused = false;
    const want = this.want();
    // This look is the one that comes at once.
    this.activity.fire(true);
    await this.look().finally(() => {
      want.dispose();
    });
  }

  /** Stops looking. Nobody is told of anything after that. */
  dispose(): void {
    this.abort.abort();
    this.disposables.dispose();
  }

  /** Joins a look that is under way, unless it tells less than is wanted now, or something was done here since it began. */
  private look(): Promise<void> {
    const { looking } = this;
    if (looking && this.tellsAll(looking)) {
      return looking.work;
    }
    const begin = async () => {
      await looking?.work.catch(() => undefined);
      await this.lookOnce(next);
    };
    const work = Promise.resolve()
      .then(begin)
      .finally(() => {
        this.looking = this.looking === next ? undefined : this.looking;
      });
    const next: UnderWayLook = { work };
    this.looking = next;
    return work;
  }

  private get isListWanted(): boolean {
    return this.wanted > 0 && !this.isListRefused;
  }

  private tellsAll({ look, isListWanted = false }: UnderWayLook): boolean {
    return !look || (this.states.isNewest(look) && (isListWanted || !this.isListWanted));
  }

  private async lookOnce(looking: UnderWayLook): Promise<void> {
    const { source, requests, account, states, isListWanted, isListRefused } = this;
    const { signal } = this.abort;
    if (!account) {
      return;
    }
    this.lastLook = Date.now();
    const look = states.begin();
    Object.assign(looking, { look, isListWanted });
    try {
      await takeLook({ client: source.clientFor(account), requests, states, look, isListWanted, signal });
      this.lastFailure = isListRefused ? this.lastFailure : undefined;
    } catch (error) {
      if (!signal.aborted) {
        this.takeFailure(toFailure(error));
      }
      throw error;
    } finally {
      if (!signal.aborted) {
        this.tell();
      }
    }
  }

  private takeFailure(failure: Failure): void {
    this.lastFailure = failure;
    this.loop.hold((failure.facts.retryAfter ?? 0) * 1000);
    // Who may not see what is under way is not asked for it again and again.
    this.isListRefused ||= isFailure(failure, 'forbidden', 'notFound', 'methodNotAllowed', 'refusedRequest');
  }

  /** Tells of what has changed. Where that is something of a build, the next look is soon. */
  private tell(): void {
    const rows = JSON.stringify(this.underWay);
    const now = `${rows} ${this.lastFailure?.message ?? ''}`;
    if (now !== this.told) {
      if (!this.told.startsWith(`${rows} `)) {
        this.activity.fire(true);
      }
      this.told = now;
      this.changes.fire(undefined);
    }
  }

  private announce(): void {
    this.activity.fire(true);
    this.tell();
  }

  /** Where the last look was just now, the next one comes soon enough. */
  private lookSoon(): void {
    if (Date.now() - this.lastLook >= FIRST_PAUSE) {
      this.loop.lookNow();
    }
  }

  private followAccount(): void {
    const { account } = this.source.sessions;
    if (account === this.account) {
      return;
    }
    this.abort.abort();
    this.abort = new AbortController();
    this.looking = undefined;
    this.isListRefused = false;
    this.lastFailure = undefined;
    this.lastLook = -Infinity;
    const isOther = account?.id !== this.account?.id;
    this.account = account;
    if (isOther) {
      this.states = this.newStates();
    }
    this.announce();
    this.lookSoon();
  }

  private newStates(): BuildStates {
    const states = new BuildStates((end) => {
      this.ends.fire(end);
    });
    for (const start of this.account ? this.starts.of(this.account.id) : []) {
      states.addRemembered(start);
    }
    return states;
  }
}
