/**
 * Access tokens: made for an account and an organization, and known until they expire or are dropped. A token is good
 * because the sandbox remembers handing it out, so a forged one is as unknown as an old one.
 */
import { SignJWT } from 'jose';
import type { Account, Organization } from './accounts';
import type { Clock } from './clock';
import type { Mode } from './mode';

export interface Session {
  token: string;
  account: Account;
  organization: Organization;
  /** Seconds since 1970, by the sandbox's clock. */
  issuedAt: number;
  expiresAt: number;
  dropped: boolean;
}

/** What the sandbox thinks of a token that it was sent. */
export type TokenState = 'valid' | 'expired' | 'dropped' | 'unknown';

const signingKey = new TextEncoder().encode('the sandbox signs with a key that anyone may know');

export class Sessions {
  private readonly byToken = new Map<string, Session>();
  private readonly refreshTokens: string[] = [];
  private issued = 0;

  constructor(
    private readonly clock: Clock,
    private readonly authEndpoint: () => string,
  ) {}

  async issue(account: Account, organization: Organization, mode: Mode): Promise<Session> {
    this.issued += 1;
    const issuedAt = Math.floor(this.clock.now() / 1000);
    const expiresAt = issuedAt + mode.tokenLifetimeSeconds;
    const token = await this.makeToken(account, organization, mode, issuedAt, expiresAt);
    const session = { token, account, organization, issuedAt, expiresAt, dropped: false };
    this.byToken.set(token, session);
    return session;
  }

  /** Appcircle is not known to issue any; this one exists to prove that it is not kept. */
  issueRefreshToken(): string {
    const token = `sandbox-refresh-${this.refreshTokens.length + 1}+/==`;
    this.refreshTokens.push(token);
    return token;
  }

  find(token: string): Session | undefined {
    return this.byToken.get(token);
  }

  judge(token: string): TokenState {
    const session = this.byToken.get(token);
    if (session === undefined) {
      return 'unknown';
    }
    if (session.dropped || session.account.revoked) {
      return 'dropped';
    }
    return session.expiresAt * 1000 <= this.clock.now() ? 'expired' : 'valid';
  }

  /** Forgets every session, as a restarted server might, or all but the newest. Answers how many were good until now. */
  drop({ butNewest = false } = {}): number {
    let dropped = 0;
    for (const session of [...this.byToken.values()].slice(0, butNewest ? -1 : undefined)) {
      dropped += session.dropped ? 0 : 1;
      session.dropped = true;
    }
    return dropped;
  }

  /** Every token ever issued, for a search over files and logs. */
  tokens(): string[] {
    return [...this.byToken.keys()];
  }

  issuedRefreshTokens(): string[] {
    return [...this.refreshTokens];
  }

  private async makeToken(
    account: Account,
    organization: Organization,
    mode: Mode,
    issuedAt: number,
    expiresAt: number,
  ): Promise<string> {
    if (mode.token === 'opaque') {
      return `sandbox-opaque-${account.id}-${this.issued}`;
    }
    // `sub`, `currentOrganizationId` and `exp` are proven by use (appcircle-api 1.4, A); the others are Keycloak's
    // usual ones and unproven. `jti` keeps two tokens of one second apart.
    const unproven = {
      iss: `${this.authEndpoint()}/auth/realms/appcircle`,
      iat: issuedAt,
      jti: `sandbox-${this.issued}`,
      email: account.email,
      preferred_username: account.username,
      name: account.displayName,
    };
    const claims = {
      ...(mode.token === 'withoutOwner' ? {} : { sub: account.sub, currentOrganizationId: organization.id }),
      ...(mode.token === 'withoutExp' ? {} : { exp: expiresAt }),
      ...(['provenClaims', 'withoutOwner'].includes(mode.token) ? { jti: unproven.jti } : unproven),
    };
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: 'sandbox' })
      .sign(signingKey);
  }
}
