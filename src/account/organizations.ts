import type { ApiClient } from '../api/client';
import { listOrganizations, organizationName } from '../api/identity';
import type { AccountMetadataStore } from './accountMetadata';
import { inSubOrganization, isSubOrganization, type Account, type AccountNames } from './account';

/** The organizations that accounts act in: their names, and the sub-organizations that a credential reaches. */
export class Organizations {
  constructor(
    private readonly metadata: AccountMetadataStore,
    private readonly clientFor: (account: Account) => ApiClient,
    /** Whether an account is still stored: an answer that comes after its sign-out is not remembered. */
    private readonly isKnown: (id: string) => boolean,
  ) {}

  namesOf(account: Account): AccountNames {
    const { organizationName: own, label, subOrganizations } = this.metadata.of(account.credentialId);
    const sub = subOrganizations?.find(({ id }) => id === account.organizationId);
    // The user's name is for the account; it would hide which of its organizations is acted in (R29).
    return isSubOrganization(account) ? { organizationName: sub?.name } : { organizationName: own, label };
  }

  /** The sub-organizations that a stored account can mint tokens for, as accounts. One request. */
  async ask(stored: Account, signal?: AbortSignal): Promise<Account[]> {
    const organizations = await listOrganizations(this.clientFor(stored), signal);
    const subs = organizations.filter(({ id, rootId }) => rootId === stored.organizationId && id !== rootId);
    if (this.isKnown(stored.id)) {
      await this.metadata.set(stored.id, { subOrganizations: subs.map(({ id, name }) => ({ id, name })) });
    }
    return subs.map(({ id }) => inSubOrganization(stored, id));
  }

  /** Those that were seen before, by what is remembered of them. Asks nobody. */
  known(stored: Account): Account[] {
    const known = this.metadata.of(stored.id).subOrganizations ?? [];
    return known.map(({ id }) => inSubOrganization(stored, id));
  }

  /** The name of an account's own organization; undefined where the server does not tell, which is no failure. */
  async askName(account: Account): Promise<string | undefined> {
    return account.organizationId === ''
      ? undefined
      : organizationName(this.clientFor(account), account.organizationId).catch(() => undefined);
  }
}
