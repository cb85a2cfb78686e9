import { JsonObject } from '../api/decode';

/** The claims that are read, none of them verified: text for display and identity, never a reason to trust. */
export interface TokenClaims {
  subject: string | undefined;
  organizationId: string | undefined;
  userName: string | undefined;
  /** Address of the realm that made the token. */
  issuer: string | undefined;
  /** Seconds since 1970, by the server's clock, or whatever number stands there: `momentOfSeconds` tells. */
  issued: number | undefined;
  expires: number | undefined;
}

/** A session token. Lives in memory alone. */
export interface AccessToken {
  readonly value: string;
  readonly claims: TokenClaims;
  /** When it was had, in milliseconds since 1970 by this machine's clock. */
  readonly obtainedAt: number;
  /** When it dies by this machine's clock; undefined where nothing tells that can be believed. */
  readonly expiresAt: number | undefined;
}

/** Seconds before its end at which a token counts as used up; a tenth of its life if that is shorter. */
const RENEW_AHEAD = 120;

/** Milliseconds for which a token that was just had counts as good, whatever is said of its end: else each call had one. */
const MIN_LIFE = 60_000;

/** The moment from which a token counts as used up; undefined where its end is not known. */
export function usableUntil({ obtainedAt, expiresAt }: AccessToken): number | undefined {
  if (expiresAt === undefined) {
    return undefined;
  }
  const ahead = Math.min(RENEW_AHEAD * 1000, (expiresAt - obtainedAt) / 10);
  return Math.max(expiresAt - ahead, obtainedAt + MIN_LIFE);
}

/** Whether a request sent now would still be accepted, with time to arrive, as far as is known. */
export function isFresh(token: AccessToken, now: number): boolean {
  const end = usableUntil(token);
  return end === undefined || now < end;
}

/**
 * Reads the second part of a JWT. `sub`, `currentOrganizationId` and `exp` are proven by use (api/README 1.4, A),
 * the others likely (D). A token that is no JWT has no claims, and may be good all the same.
 */
export function claimsOf(token: string): TokenClaims {
  const row = JsonObject.of(payloadOf(token));
  return {
    subject: row?.text('sub'),
    organizationId: row?.text('currentOrganizationId'),
    userName: row?.text('email', 'preferred_username', 'name'),
    issuer: row?.text('iss'),
    issued: row?.number('iat'),
    expires: row?.number('exp'),
  };
}

/** Everything that a token says of itself, for a person to read; undefined for what is no JWT. */
export function payloadOf(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
