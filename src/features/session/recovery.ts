import type * as vscode from 'vscode';
import type { Account } from '../../account/account';
import type { Accounts } from '../../account/accounts';
import type { Session, SessionStore } from '../../account/sessionStore';
import { GrowingPause } from '../../support/growingPause';
import type { Clock } from '../../support/time';
import type { Refreshes } from '../../ui/lists/refreshes';

/** Milliseconds between two tries that nobody asked for: the least, and the most. */
const PAUSES = [10_000, 300_000] as const;

/**
 * Getting well again after the server could not be reached. Whatever request succeeds first has the views ask again for
 * what failed; a window that gets the focus while its session is offline tries one itself, and says nothing about it.
 */
export class Recovery implements vscode.Disposable {
  private readonly probes: GrowingPause;
  private readonly retries: GrowingPause;
  private isProbing = false;
  private timer: NodeJS.Timeout | undefined;
  private readonly subscription;

  constructor(
    private readonly accounts: Pick<Accounts, 'probe'>,
    private readonly sessions: SessionStore,
    private readonly refreshes: Pick<Refreshes, 'retryFailed'>,
    /** What it begins with: the session that became ill, since nobody needs it before. */
    private last: Session = sessions.current,
    clock: Clock = Date.now,
  ) {
    this.probes = new GrowingPause(...PAUSES, clock);
    this.retries = new GrowingPause(...PAUSES, clock);
    if (isOffline(last)) {
      this.probes.hold(serverDelay(last));
    }
    this.subscription = sessions.onDidChange((session) => {
      this.follow(session);
    });
    this.follow(sessions.current);
  }

  /** Asks the server whether it is back, where the session is offline and the last try is long enough ago. */
  async probe(): Promise<void> {
    const session = this.sessions.current;
    if (session.kind !== 'signedIn' || !isOffline(session) || this.isProbing || this.probes.left > 0) {
      return;
    }
    this.isProbing = true;
    this.probes.begin();
    await this.accounts.probe(session.account).finally(() => {
      this.isProbing = false;
    });
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
  }

  private follow(session: Session): void {
    const { last } = this;
    this.last = session;
    if (accountOf(session) !== accountOf(last)) {
      this.probes.reset();
      this.retries.reset();
      clearTimeout(this.timer);
    } else if (isIll(last) && isGood(session)) {
      this.probes.reset();
      this.planRetry();
    } else if (isOffline(session) && !isOffline(last)) {
      this.probes.hold(serverDelay(session));
    }
  }

  /** At once, or where it was only just tried in vain, after a pause that grows. */
  private planRetry(): void {
    clearTimeout(this.timer);
    const { left } = this.retries;
    if (left === 0) {
      void this.retry();
    } else {
      this.timer = setTimeout(() => {
        if (isGood(this.sessions.current)) {
          void this.retry();
        }
      }, left);
    }
  }

  private async retry(): Promise<void> {
    this.retries.begin();
    await this.refreshes.retryFailed();
    if (isGood(this.sessions.current)) {
      this.retries.reset();
    }
  }
}

function accountOf(session: Session): Account | undefined {
  return session.kind === 'signedIn' ? session.account : undefined;
}

function isGood(session: Session): boolean {
  return session.kind === 'signedIn' && session.health.kind === 'good';
}

function isOffline(session: Session): boolean {
  return session.kind === 'signedIn' && session.health.kind === 'offline';
}

function isIll(session: Session): boolean {
  return session.kind === 'signedIn' && 'failure' in session.health;
}

/** How long the server wanted to be left alone, in milliseconds. */
function serverDelay(session: Session): number {
  return session.kind === 'signedIn' && 'failure' in session.health
    ? (session.health.failure.facts.retryAfter ?? 0) * 1000
    : 0;
}
