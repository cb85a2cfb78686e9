import type { TokenSource } from '../api/client';
import { Failure, isConnectionFault, isFailure, isInconclusive, toFailure } from '../api/failure';
import type { Disposable } from '../support/emitter';
import type { Redactor } from '../support/redact';
import { abortable, type Clock } from '../support/time';
import { isFresh, type AccessToken } from './accessToken';
import { hostOf } from '../support/url';
import { isSubOrganization, type Account } from './account';
import type { CredentialStore, Read, StoredAccount } from './credentialStore';
import type { SessionStore } from './sessionStore';
import type { TokenExchange } from './tokenExchange';

interface Held {
  readonly account: Account;
  readonly token: AccessToken;
  readonly masking: Disposable;
}

interface InFlightExchange {
  readonly account: Account;
  readonly token: Promise<AccessToken>;
  readonly abort: AbortController;
}

/**
 * Access tokens, in memory alone: renewed on demand and ahead of their end, with at most one exchange per account
 * under way however many callers wait (rules 3, 4).
 */
export class AccessTokens implements Disposable {
  private readonly tokens = new Map<string, Held>();
  private readonly inFlight = new Map<string, InFlightExchange>();
  /** Credentials that the server refused. Asked again only when the user says so (R15). */
  private readonly refusals = new Map<string, { account: Account; failure: Failure }>();

  constructor(
    private readonly credentials: CredentialStore,
    private readonly exchange: TokenExchange,
    private readonly sessions: SessionStore,
    private readonly redactor: Redactor,
    private readonly clock: Clock = Date.now,
  ) {}

  /** The tokens of one account, as an API client takes them. */
  sourceFor(account: Account): TokenSource {
    return {
      current: async (signal) => (await this.token(account, signal)).value,
      replace: async (refused, signal) => {
        if (this.tokens.get(account.id)?.token.value === refused) {
          this.drop(account.id);
        }
        return (await this.token(account, signal)).value;
      },
      onRequestEnd: (failure) => {
        this.reportRequestEnd(account, failure);
      },
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

  /** Takes over the token that a sign-in was checked with, so that a sign-in costs one exchange. */
  adopt(account: Account, token: AccessToken): void {
    this.forget(account.credentialId);
    this.hold(account, token);
  }

  /** The token that is held for an account, if it is still good. Asks nobody. */
  cachedToken(id: string): AccessToken | undefined {
    const token = this.tokens.get(id)?.token;
    return token && isFresh(token, this.clock()) ? token : undefined;
  }

  /** Lets a refused credential be tried again, for its sub-organizations too. */
  clearRefusal(credentialId: string): void {
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
    for (const [id, { account }] of this.tokens) {
      if (account.credentialId === credentialId) {
        this.drop(id);
      }
    }
  }

  /** Drops what is known of credentials that are no more; a token from the environment has none. */
  retainAccounts(credentialIds: readonly string[]): void {
    for (const { account } of [...this.tokens.values(), ...this.inFlight.values()]) {
      if (account.kind !== 'environment' && !credentialIds.includes(account.credentialId)) {
        this.forget(account.credentialId);
      }
    }
  }

  dispose(): void {
    for (const { account } of [...this.tokens.values(), ...this.inFlight.values()]) {
      this.forget(account.credentialId);
    }
  }

  private renew(account: Account): Promise<AccessToken> {
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
      const token = await this.exchangeCredential(account, signal);
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

  /** A refused credential is read again once: another window may have replaced it (R13). */
  private async exchangeCredential(account: Account, signal: AbortSignal): Promise<AccessToken> {
    if (account.kind === 'environment') {
      // There is nothing to renew it with.
      throw new Failure('expiredSession', { host: hostOf(account.hosts.auth) });
    }
    const options = { signal, ...(isSubOrganization(account) && { organization: account.organizationId }) };
    const { credential } = requireFound(await this.credentials.read(account.credentialId));
    try {
      return await this.exchange.exchange(credential, account.hosts.auth, options);
    } catch (error) {
      if (!isFailure(error, 'rejectedCredential')) {
        throw error;
      }
      const now = requireFound(await this.credentials.read(account.credentialId)).credential;
      if (JSON.stringify(now) === JSON.stringify(credential)) {
        throw error;
      }
      return this.exchange.exchange(now, account.hosts.auth, options);
    }
  }

  private hold(account: Account, token: AccessToken): void {
    this.drop(account.id);
    this.tokens.set(account.id, { account, token, masking: this.redactor.protect(token.value) });
    this.sessions.setTokenLife(account, token);
  }

  private drop(id: string): void {
    this.tokens.get(id)?.masking.dispose();
    this.tokens.delete(id);
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

  private reportRequestEnd(account: Account, failure: Failure | undefined): void {
    if (!this.tokens.has(account.id)) {
      return;
    }
    if (!failure) {
      this.sessions.setHealth(account, { kind: 'good' });
    } else if (isConnectionFault(failure)) {
      this.sessions.setHealth(account, { kind: 'offline', failure });
    } else if (failure.kind === 'expiredSession') {
      this.sessions.setHealth(account, { kind: 'needsAttention', failure });
    }
  }
}

function requireFound(read: Read<StoredAccount>): StoredAccount {
  if (read.kind === 'found') {
    return read.value;
  }
  // Absent: signed out in another window, which this one learns of by itself.
  throw new Failure(read.kind === 'unreadable' ? 'storage' : 'cancelled');
}
