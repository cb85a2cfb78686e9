import { createHash } from 'node:crypto';
import { hostOf } from '../support/url';
import type { CredentialKind } from './credential';

/** How an account gets its tokens. One from the environment has a token and nothing to renew it with. */
export type AccountKind = CredentialKind | 'environment';

/** Normalised base addresses, fixed when the account is added (rule 5). */
export interface Hosts {
  api: string;
  auth: string;
  dashboard: string;
  /** Of the MCP server, where the account has one. */
  mcp?: string;
  /** Of the server that sends live logs of builds, where the account has one. */
  hook?: string;
}

/**
 * A credential with the hosts, organization and subject that it belongs to, without the credential itself.
 * Immutable: a replaced key makes a new object, so that answers for the old one can be told by identity.
 */
export interface Account {
  readonly id: string;
  /** Id of the stored account whose credential it uses: its own, unless it is a sub-organization of that one. */
  readonly credentialId: string;
  readonly kind: AccountKind;
  readonly hosts: Readonly<Hosts>;
  /** From the token's `currentOrganizationId`; empty where the token has none. */
  readonly organizationId: string;
  /** From the token's `sub`; empty where the token has none. */
  readonly subject: string;
  /** E-mail address or user name by the token's claims. Untrusted text. */
  readonly userName: string | undefined;
  /** A random text, where nobody tells whose the credential is: keeps it apart from others of the same server. No secret. */
  readonly distinct?: string;
}

/** What an account is made of: whatever does not follow from the rest. */
export type AccountIdentity = Omit<Account, 'id' | 'credentialId'>;

/**
 * The identity of an account (R11): auth base URL, kind, organization and subject, as a short safe text; where one of
 * them is not known, with what keeps the account apart all the same.
 */
export function accountId({
  kind,
  hosts,
  organizationId,
  subject,
  distinct,
}: Omit<AccountIdentity, 'userName'>): string {
  const known = [hosts.auth, kind, organizationId, subject];
  const identity = JSON.stringify(distinct === undefined ? known : [...known, distinct]);
  return createHash('sha256').update(identity).digest('hex').slice(0, 32);
}

/** An account with its own credential. */
export function makeAccount(identity: AccountIdentity): Account {
  const id = accountId(identity);
  return Object.freeze({ id, credentialId: id, ...identity });
}

/** The same credential, acting in a sub-organization of the account's own. */
export function inSubOrganization(stored: Account, organizationId: string): Account {
  const identity = { ...stored, organizationId };
  return Object.freeze({ ...identity, id: accountId(identity), credentialId: stored.credentialId });
}

export function isSubOrganization(account: Account): boolean {
  return account.id !== account.credentialId;
}

/** What an account is called, as far as it is known. Untrusted text, both. */
export interface AccountNames {
  /** Of the organization that the account acts in, from the API. */
  readonly organizationName?: string | undefined;
  /** What the user calls the account. */
  readonly label?: string | undefined;
}

/**
 * What a person calls the account: its organization's name; until that is known its user, else its server. Never an id,
 * which tells a person nothing. Untrusted text.
 */
export function accountName(account: Account, { organizationName, label }: AccountNames = {}): string {
  return label ?? organizationName ?? account.userName ?? hostOf(account.hosts.auth);
}

export function sameAccount(a: Account, b: Account): boolean {
  return a.id === b.id && JSON.stringify(a.hosts) === JSON.stringify(b.hosts) && a.userName === b.userName;
}
