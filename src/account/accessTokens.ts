import type { TokenSource } from '../api/client';
import { Failure, isConnectionFault, isInconclusive, isOfServer, toFailure } from '../api/failure';
import { RefusedPaths } from '../api/refusedPaths';
import type { Disposable } from '../support/emitter';
import type { Redactor } from '../support/redact';
import { lazy } from '../support/lazy';
import { abortable, monotonicClock, type Clock } from '../support/time';
import type { AccessToken } from './accessToken';
import type { Account } from './account';
import type { CredentialStore } from './credentialStore';
import type { Exchange, InFlightExchange } from './renewal/lazyExchange';
import type { StoredExchange } from './renewal/storedExchange';
import { HeldTokens } from './renewal/heldTokens';
import { RenewalPauses } from './renewal/renewalPauses';
import type { SessionStore } from './sessionStore';

/**
 * Access tokens, in memory alone: renewed on demand and ahead of their end, with at most one exchange per account
 * under way however many callers wait (rules 3, 4).
 */
export class AccessTokens implements Disposable {
  private readonly held: HeldTokens;
  private readonly inFlight = new Map<string, InFlightExchange>();
  /** Credentials that the server refused. Asked again only when the user says so (R15). */
  private readonly refusals = new Map<string, { account: Account; failure: Failure }>();
  private readonly refusedPaths = new RefusedPaths();
  private readonly exchange: () => Promise<StoredExchange>;
  private readonly pauses: RenewalPauses;
  private ended = false;

  constructor(
    credentials: CredentialStore,
    exchange: Exchange,
    private readonly sessions: SessionStore,
    redactor: Redactor,
    clock: Clock = Date.now,
    monotonic: Clock = monotonicClock,
  ) {
    const load = () => import('./renewal/storedExchange');
    this.exchange = lazy(async () => new (await load()).StoredExchange(credentials, exchange));
    this.held = new HeldTokens(redactor, clock, monotonic);
    this.pauses = new RenewalPauses(clock, monotonic);
  }

  /** The tokens of one account, as an API client takes them. */
  sourceFor(account: Account): TokenSource {
    return {
      current: async (signal) => (await this.token(account, signal)).value,
      replace: async (refused, signal, path) => {
        const token = this.held.isHeld(account.id, refused)
          ? abortable(this.renewRefused(account, path), signal)
          : this.token(account, signal);
        return (await token)?.value;
      },
      onRequestEnd: (failure, path) => this.reportRequestEnd(account, failure, path),
    };
  }

  /** A token of the account, renewed when it is used up. The signal ends the wait, not an exchange others wait for. */
  async token(account: Account, signal?: AbortSignal): Promise<AccessToken> {
    const held = this.cachedToken(account.id);
    if (held) {
      return held;
    }
    return abortable(this.renew(account), signal);
  }

  /** A token that is had at this moment, for what cannot renew its own. The environment's is the only one of its kind. */
  async mint(account: Account): Promise<AccessToken> {
    return account.kind === 'environment' ? this.token(account) : this.renew(account);
  }

  /** Told by who asks another host than the API that it took the account's token: a renewal was of use. */
  confirmAccepted(account: Account, request: string): void {
    this.pauses.addSuccess(account, request);
  }

  /** Takes over the token that a sign-in was checked with, so that a sign-in costs one exchange. */
  adopt(account: Account, token: AccessToken): void {
    this.forget(account.credentialId);
    this.hold(account, token);
  }

  /** The token that is held for an account, if it is still good. Asks nobody. */
  cachedToken(id: string): AccessToken | undefined {
    return this.held.fresh(id);
  }

  /** Lets a refused credential, or one whose tokens are refused, be tried again, for its sub-organizations too. */
  clearRefusal(credentialId: string): void {
    this.pauses.clear(credentialId);
    // A sub-organization with a key of its own has the same id by way of its root's.
    this.refusals.delete(credentialId);
    for (const [id, { account }] of this.refusals) {
      if (account.credentialId === credentialId) {
        this.refusals.delete(id);
      }
    }
  }

  /** Drops all that is known of a credential and its sub-organizations, exchanges under way included. */
  forget(credentialId: string): void {
    this.clearRefusal(credentialId);
    for (const [id, exchange] of this.inFlight) {
      if (exchange.account.credentialId === credentialId) {
        exchange.abort.abort();
        this.inFlight.delete(id);
      }
    }
    for (const account of this.held.accounts) {
      if (account.credentialId === credentialId) {
        this.held.drop(account.id);
        this.refusedPaths.forget(account.id);
      }
    }
  }

  /** Drops what is known of credentials that are no more; a token from the environment has none. */
  retainAccounts(credentialIds: readonly string[]): void {
    for (const account of this.accounts) {
      if (account.kind !== 'environment' && !credentialIds.includes(account.credentialId)) {
        this.forget(account.credentialId);
      }
    }
  }

  /** Drops all that is known of every credential. */
  forgetAll(): void {
    for (const account of this.accounts) {
      this.forget(account.credentialId);
    }
  }

  /** Ends exchanges that are under way. From here on there are none, and whoever asks for a token is told `cancelled`. */
  dispose(): void {
    this.ended = true;
    this.forgetAll();
  }

  /** Of whom a token is held or asked for. */
  private get accounts(): Account[] {
    return [...this.held.accounts, ...[...this.inFlight.values()].map(({ account }) => account)];
  }

  /** Renews a token that the server refused; gives none where that has helped nothing lately. */
  private async renewRefused(account: Account, path?: string): Promise<AccessToken | undefined> {
    // Of the environment's there is no other, and one that is good for something stays.
    const isKept = account.kind === 'environment' && this.refusedPaths.hasSucceeded(account.id);
    if (isKept || this.pauses.isPaused(account, path)) {
      return undefined;
    }
    this.held.drop(account.id);
    const token = await this.renew(account);
    this.pauses.addRenewal(account, path);
    return token;
  }

  private renew(account: Account): Promise<AccessToken> {
    if (this.ended) {
      return Promise.reject(new Failure('cancelled'));
    }
    const underWay = this.inFlight.get(account.id);
    if (underWay) {
      return underWay.token;
    }
    const refusal = this.refusals.get(account.id);
    if (refusal) {
      this.sessions.setHealth(account, { kind: 'needsAttention', failure: refusal.failure });
      return Promise.reject(refusal.failure);
    }
    const abort = new AbortController();
    const exchange: InFlightExchange = { account, abort, token: this.runExchange(account, abort.signal) };
    this.inFlight.set(account.id, exchange);
    const clearInFlight = () => {
      if (this.inFlight.get(account.id) === exchange) {
        this.inFlight.delete(account.id);
      }
    };
    exchange.token.then(clearInFlight, clearInFlight);
    return exchange.token;
  }

  private async runExchange(account: Account, signal: AbortSignal): Promise<AccessToken> {
    try {
      const token = await (await this.exchange()).run(account, signal);
      if (signal.aborted) {
        throw new Failure('cancelled');
      }
      this.hold(account, token);
      return token;
    } catch (error) {
      const failure = toFailure(error);
      if (!signal.aborted) {
        this.reportRenewalFailure(account, failure);
      }
      throw failure;
    }
  }

  private hold(account: Account, token: AccessToken): void {
    if (this.ended) {
      return;
    }
    this.held.hold(account, token);
    this.sessions.setTokenLife(account, token);
  }

  private reportRenewalFailure(account: Account, failure: Failure): void {
    if (failure.kind === 'cancelled') {
      return;
    }
    if (failure.kind === 'rejectedCredential') {
      this.refusals.set(account.id, { account, failure });
    }
    this.sessions.setHealth(account, {
      kind: isInconclusive(failure) ? 'offline' : 'needsAttention',
      failure,
    });
  }

  /** Gives the failure to tell: a request that is refused as all others are tells of the session, and not of itself. */
  private reportRequestEnd(account: Account, failure?: Failure, path = ''): Failure | undefined {
    if (!this.held.has(account.id)) {
      return failure;
    }
    if (!failure) {
      this.pauses.addSuccess(account, path);
      this.refusedPaths.clear(account.id);
      this.sessions.setHealth(account, { kind: 'good' });
    } else if (isConnectionFault(failure)) {
      this.sessions.setHealth(account, { kind: 'offline', failure });
    } else if (failure.kind === 'expiredSession') {
      this.sessions.setHealth(account, { kind: 'needsAttention', failure });
    } else if (failure.kind === 'refusedRequest' && this.refusedPaths.areAll(account.id, path)) {
      const ofSession = new Failure('expiredSession', failure.facts);
      this.sessions.setHealth(account, { kind: 'needsAttention', failure: ofSession });
      return ofSession;
    } else if (isOfServer(failure)) {
      if (failure.kind !== 'refusedRequest') {
        // Whatever else the server said no to, it took the token.
        this.pauses.addSuccess(account, path);
      }
      this.sessions.setReached(account);
    }
    return failure;
  }
}
