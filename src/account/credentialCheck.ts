import { Failure } from '../api/failure';
import type { Transport } from '../api/transport/transport';
import type { Disposable } from '../support/emitter';
import type { Redactor } from '../support/redact';
import type { AccessToken } from './accessToken';
import type { Account, AccountIdentity, Hosts } from './account';
import type { Credential } from './credential';
import type { SecretPersistence } from './credentialStore';
import type { Exchange } from './renewal/lazyExchange';
import type { SessionStore } from './sessionStore';

/** What a credential turned out to be good for. */
export interface CheckedCredential {
  /** Whose it is, as far as somebody tells: subject and organization may be empty. */
  identity: AccountIdentity;
  credential: Credential;
  token: AccessToken;
}

/** What a sign-in came to. */
export interface SignedInResult {
  account: Account;
  persistence: SecretPersistence;
  /** Ends when the name of the organization was heard of, or will not be. */
  named: Promise<void>;
}

/** Checks credentials that somebody gave, while the session tells that a sign-in is under way. */
export class CredentialCheck implements Disposable {
  private readonly closing = new AbortController();

  constructor(
    private readonly exchange: Exchange,
    private readonly sessions: SessionStore,
    private readonly transport: Pick<Transport, 'send'>,
    private readonly redactor: Redactor,
  ) {}

  /**
   * Asks the server whose a credential is, by one exchange, and by what else tells where its token does not. Stores
   * nothing. Ends with `cancelled` when the window closes.
   */
  async run(credential: Credential, hosts: Hosts, wanted: AbortSignal): Promise<CheckedCredential> {
    const signal = AbortSignal.any([wanted, this.closing.signal]);
    this.sessions.setSigningIn(true);
    try {
      const token = await this.exchange.exchange(credential, hosts.auth, { signal });
      const identity = await this.identify(token, credential, hosts, signal);
      if (signal.aborted) {
        throw new Failure('cancelled');
      }
      return { identity, credential, token };
    } finally {
      this.sessions.setSigningIn(false);
    }
  }

  dispose(): void {
    this.closing.abort();
  }

  private async identify(
    { value, claims }: AccessToken,
    { kind }: Credential,
    hosts: Hosts,
    signal: AbortSignal,
  ): Promise<AccountIdentity> {
    const { subject = '', organizationId = '', userName } = claims;
    // Loaded at the first sign-in: a start needs none of it (R30).
    const { completeOwner } = await import('../api/tokenOwner');
    const masking = this.redactor.protect(value);
    try {
      const owner = await completeOwner(
        this.transport,
        { hosts, bearer: value, signal },
        { subject, organizationId, userName },
      );
      return { kind, hosts, ...owner };
    } finally {
      masking.dispose();
    }
  }
}
