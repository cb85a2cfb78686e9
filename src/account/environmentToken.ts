import { momentOfSeconds } from '../support/moment';
import { originOf } from '../support/url';
import { claimsOf, type AccessToken } from './accessToken';
import { makeAccount, type Account, type Hosts } from './account';

/** The names that the token goes by; the first that is set counts. */
export const TOKEN_VARIABLES = ['AC_ACCESS_TOKEN', 'APPCIRCLE_ACCESS_TOKEN'];

/** Set in our own terminals: an editor that is started there must not take our token for one of the user's. */
export const OWN_TERMINAL_VARIABLE = 'APPCIRCLE_EXPLORER_TERMINAL';

/** An access token that was found in the environment, with the account that it speaks for. */
export interface EnvironmentAccount {
  account: Account;
  token: AccessToken;
  /** Whether it may be used: only when the auth host of the settings is its issuer's (rule 5). */
  usable: boolean;
}

/**
 * Reads the access token of the environment (R2). It is listed with its end, never active by itself, cannot be
 * renewed, and is not sent anywhere but to the API that belongs to its issuer. A token that names no issuer is
 * listed without being usable: `iss` is likely but not proven (api/README 1.4, D).
 */
export function environmentAccount(
  environment: Readonly<Record<string, string | undefined>>,
  hosts: Hosts,
  now: number,
): EnvironmentAccount | undefined {
  const value = TOKEN_VARIABLES.map((name) => environment[name]?.trim()).find((text) => text);
  if (!value || environment[OWN_TERMINAL_VARIABLE] !== undefined) {
    return undefined;
  }
  const claims = claimsOf(value);
  const [issuedAt, expiresAt] = [momentOfSeconds(claims.issued), momentOfSeconds(claims.expires)];
  const identity = {
    kind: 'environment' as const,
    hosts,
    organizationId: claims.organizationId ?? '',
    subject: claims.subject ?? '',
  };
  return {
    account: makeAccount({ ...identity, userName: claims.userName }),
    token: {
      value,
      claims,
      // One that has ended was not just had.
      obtainedAt: issuedAt ?? Math.min(now, expiresAt ?? now),
      expiresAt,
    },
    usable: claims.issuer !== undefined && originOf(claims.issuer) === originOf(hosts.auth),
  };
}
