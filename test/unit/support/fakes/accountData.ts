import type {
  AccountDataRegistry,
  RetainAccounts,
  RetainedAccounts,
} from '../../../../src/account/accountData';

/** Accounts of whom data may be kept: these credentials, each of them an account of the same id, and the active one. */
export function retained(credentialIds: readonly string[], activeId?: string): RetainedAccounts {
  return {
    hasCredential: (id) => credentialIds.includes(id),
    hasAccount: (id) => credentialIds.includes(id) || id === activeId,
    isActive: (id) => id === activeId,
  };
}

/** A registry whose holders are told here who is left. */
export class FakeAccountData implements AccountDataRegistry {
  private readonly holders = new Set<RetainAccounts>();

  /** How many would be told. */
  get size(): number {
    return this.holders.size;
  }

  add(retain: RetainAccounts): { dispose: () => void } {
    this.holders.add(retain);
    return { dispose: () => this.holders.delete(retain) };
  }

  async retain(credentialIds: readonly string[], activeId?: string): Promise<void> {
    await Promise.all([...this.holders].map((holder) => holder(retained(credentialIds, activeId))));
  }
}
