import type { Failure } from '../api/failure';
import { Emitter, type Disposable, type Event } from '../support/emitter';
import type { Account, AccountNames } from './account';

/** How good the session of the active account is, as far as the last attempt told. */
export type Health =
  | { readonly kind: 'unchecked' }
  | { readonly kind: 'good' }
  | { readonly kind: 'needsAttention'; readonly failure: Failure }
  | { readonly kind: 'offline'; readonly failure: Failure };

/** When a token was had and when it dies, in milliseconds since 1970 by this machine's clock. */
export interface TokenLife {
  readonly obtainedAt: number;
  readonly expiresAt: number | undefined;
}

export interface SignedIn {
  readonly kind: 'signedIn';
  readonly account: Account;
  readonly names: AccountNames;
  readonly health: Health;
  /** Of the current token, as in `TokenLife`; undefined where unknown. */
  readonly obtainedAt: number | undefined;
  readonly expiresAt: number | undefined;
  readonly signingIn: boolean;
}

/** Nobody is signed in. `damaged`: how many stored accounts cannot be used any more, where there are any. */
export interface SignedOut {
  readonly kind: 'signedOut';
  readonly signingIn: boolean;
  readonly damaged?: number;
}

/** `starting`: the storage was not read yet. Neither it nor an unreadable storage means signed out. */
export type Session =
  { readonly kind: 'starting' } | { readonly kind: 'storageUnreadable' } | SignedOut | SignedIn;

/**
 * The one truth of who is signed in: an immutable value, replaced whole. Status bar, views and context keys each
 * derive from it by one subscription (R9). Whoever waited for something compares the account by identity
 * afterwards, and drops an answer that belongs to another.
 */
export class SessionStore implements Disposable {
  private session: Session = { kind: 'starting' };
  private readonly changes = new Emitter<Session>();
  readonly onDidChange: Event<Session> = this.changes.event;

  get current(): Session {
    return this.session;
  }

  get account(): Account | undefined {
    return this.session.kind === 'signedIn' ? this.session.account : undefined;
  }

  setStorageUnreadable(): void {
    this.replace({ kind: 'storageUnreadable' });
  }

  /** `damaged`: how many stored accounts cannot be used any more. Changes nothing where it is so already. */
  setSignedOut(damaged = 0): void {
    const { session } = this;
    if (session.kind !== 'signedOut' || (session.damaged ?? 0) !== damaged) {
      const signingIn = session.kind === 'signedOut' && session.signingIn;
      this.replace({ kind: 'signedOut', signingIn, ...(damaged > 0 && { damaged }) });
    }
  }

  /** Makes an account the active one, with the token that is held for it, if any. */
  setSignedIn(account: Account, names: AccountNames = {}, token?: TokenLife): void {
    this.replace({
      kind: 'signedIn',
      account,
      names,
      health: { kind: token ? 'good' : 'unchecked' },
      obtainedAt: token?.obtainedAt,
      expiresAt: token?.expiresAt,
      signingIn: false,
    });
  }

  /** Whether a credential is with the server, at the user's wish. */
  setSigningIn(underWay: boolean): void {
    if (this.session.kind === 'signedOut' || this.session.kind === 'signedIn') {
      this.change(this.session, { signingIn: underWay });
    }
  }

  setNames(account: Account, names: AccountNames): void {
    if (this.session.kind === 'signedIn' && sameNames(this.session.names, names)) {
      return;
    }
    this.changeOf(account, { names });
  }

  setTokenLife(account: Account, token: TokenLife): void {
    const { obtainedAt, expiresAt } = token;
    this.changeOf(account, { obtainedAt, expiresAt, health: { kind: 'good' } });
  }

  setHealth(account: Account, health: Health): void {
    if (this.session.kind === 'signedIn' && this.session.health.kind === health.kind) {
      if (!('failure' in health) || sameFailure(this.session.health, health)) {
        return;
      }
    }
    this.changeOf(account, { health });
  }

  /** The server answered: whatever else is true of the session, it is not offline. */
  setReached(account: Account): void {
    if (this.session.kind === 'signedIn' && this.session.health.kind === 'offline') {
      this.changeOf(account, { health: { kind: 'good' } });
    }
  }

  dispose(): void {
    this.changes.dispose();
  }

  private changeOf(account: Account, change: Partial<Omit<SignedIn, 'kind' | 'account'>>): void {
    if (this.session.kind === 'signedIn' && this.session.account === account) {
      this.change(this.session, change);
    }
  }

  private change<S extends Session>(session: S, change: Partial<S>): void {
    this.replace({ ...session, ...change });
  }

  private replace(session: Session): void {
    this.session = Object.freeze(session);
    this.changes.fire(session);
  }
}

function sameNames(a: AccountNames, b: AccountNames): boolean {
  return a.organizationName === b.organizationName && a.label === b.label;
}

function sameFailure(a: Health, b: Health): boolean {
  return 'failure' in a && 'failure' in b && a.failure.message === b.failure.message;
}
