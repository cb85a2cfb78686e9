import type { ApiClient } from '../api/client';
import { listOrganizations, organizationName } from '../api/identity';
import type { AccountMetadataStore } from './accountMetadata';
import { inSubOrganization, isSubOrganization, type Account, type AccountNames } from './account';
import type { KnownAccounts } from './knownAccounts';

/**
 * The organizations that accounts act in: their names, and the sub-organizations that a credential reaches. What is
 * heard of an account after its sign-out is not remembered.
 */
export class Organizations {
  constructor(
    private readonly metadata: AccountMetadataStore,
    private readonly clientFor: (account: Account) => ApiClient,
    private readonly accounts: KnownAccounts,
  ) {}

  namesOf(account: Account): AccountNames {
    const { organizationName: own, label, subOrganizations } = this.metadata.of(account.credentialId);
    const sub = subOrganizations?.find(({ id }) => id === account.organizationId);
    // The user's name is for the account; it would hide which of its organizations is acted in (R29).
    return isSubOrganization(account) ? { organizationName: sub?.name } : { organizationName: own, label };
  }

  /** The sub-organizations that a stored account can mint tokens for, as accounts. One request. */
  async fetch(stored: Account, signal?: AbortSignal): Promise<Account[]> {
    const organizations = await listOrganizations(this.clientFor(stored), signal);
    const own = organizations.find(({ id }) => id === stored.organizationId);
    const subs = organizations.filter(({ id, rootId }) => rootId === stored.organizationId && id !== rootId);
    if (this.accounts.has(stored.id)) {
      await this.metadata.record(stored.id, {
        ...(own && own.name !== own.id && { organizationName: own.name }),
        subOrganizations: subs.map(({ id, name }) => ({ id, name })),
      });
    }
    return subs.map(({ id }) => inSubOrganization(stored, id));
  }

  /** Asks one thing of the server of an account, for the sake of the answer's coming. Fails as the request does. */
  async ask(account: Account): Promise<void> {
    await listOrganizations(this.clientFor(account));
  }

  /** Those that were seen before, by what is remembered of them. Asks nobody. */
  known(stored: Account): Account[] {
    const known = this.metadata.of(stored.id).subOrganizations ?? [];
    return known.map(({ id }) => inSubOrganization(stored, id));
  }

  /**
   * Asks for the name of the organization that an account acts in. That the server does not tell it is no failure, and
   * it is not asked where nobody told which organization that is.
   */
  async fetchName(account: Account): Promise<void> {
    if (isSubOrganization(account)) {
      const stored = this.accounts.all.find(({ id }) => id === account.credentialId);
      await (stored && this.fetch(stored).catch(() => undefined));
    } else if (account.organizationId !== '') {
      const { id, organizationId } = account;
      const name = await organizationName(this.clientFor(account), organizationId).catch(() => undefined);
      if (name !== undefined && this.accounts.has(id)) {
        await this.metadata.record(id, { organizationName: name });
      }
    }
  }
}
