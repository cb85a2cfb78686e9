import { Failure } from '../api/failure';
import type { AccessToken } from './accessToken';
import { makeAccount, type Account, type Hosts } from './account';
import type { Credential } from './credential';
import type { SessionStore } from './sessionStore';
import type { TokenExchange } from './tokenExchange';

/** What a credential turned out to be good for. */
export interface CheckedCredential {
  account: Account;
  credential: Credential;
  token: AccessToken;
}

/** Checks credentials that somebody gave, while the session tells that a sign-in is under way. */
export class CredentialCheck {
  constructor(
    private readonly exchange: TokenExchange,
    private readonly sessions: SessionStore,
  ) {}

  /** Asks the server whose a credential is, by one exchange. Stores nothing. */
  async run(credential: Credential, hosts: Hosts, signal: AbortSignal): Promise<CheckedCredential> {
    this.sessions.setSigningIn(true);
    try {
      const token = await this.exchange.exchange(credential, hosts.auth, { signal });
      if (signal.aborted) {
        throw new Failure('cancelled');
      }
      const { subject = '', organizationId = '', userName } = token.claims;
      const account = makeAccount({ kind: credential.kind, hosts, organizationId, subject, userName });
      return { account, credential, token };
    } finally {
      this.sessions.setSigningIn(false);
    }
  }
}
