import { createHash } from 'node:crypto';
import type { CredentialKind } from './credential';

/** Normalised base addresses, fixed when the account is added (design 4.5). */
export interface Hosts {
  api: string;
  auth: string;
  dashboard: string;
}

/**
 * A credential with the hosts, organization and subject that it belongs to, without the credential itself.
 * Immutable: a replaced key makes a new object, so that answers for the old one can be told by identity.
 */
export interface Account {
  readonly id: string;
  readonly kind: CredentialKind;
  readonly hosts: Readonly<Hosts>;
  /** From the token's `currentOrganizationId`; empty where the token has none. */
  readonly organizationId: string;
  /** From the token's `sub`; empty where the token has none. */
  readonly subject: string;
  /** E-mail address or user name by the token's claims. Untrusted text. */
  readonly userName: string | undefined;
}

/** The identity of an account (R11): auth base URL, kind, organization and subject, as a short safe text. */
export function accountId(account: Pick<Account, 'kind' | 'hosts' | 'organizationId' | 'subject'>): string {
  const identity = JSON.stringify([
    account.hosts.auth,
    account.kind,
    account.organizationId,
    account.subject,
  ]);
  return createHash('sha256').update(identity).digest('hex').slice(0, 32);
}

/** What a person calls the account: its organization's name, else what is known of it. Untrusted text. */
export function accountName(account: Account, organizationName: string | undefined): string {
  return (
    organizationName ??
    (account.organizationId === '' ? (account.userName ?? account.hosts.auth) : account.organizationId)
  );
}

export function sameAccount(a: Account, b: Account): boolean {
  return a.id === b.id && JSON.stringify(a.hosts) === JSON.stringify(b.hosts) && a.userName === b.userName;
}
