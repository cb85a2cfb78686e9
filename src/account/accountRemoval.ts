import type { Account } from './account';
import type { AccessTokens } from './accessTokens';
import type { AccountMetadataStore } from './accountMetadata';
import type { ActiveAccount } from './activeAccount';
import type { CredentialStore } from './credentialStore';

/**
 * Forgets accounts, on this machine: tokens, credentials, what is noted of them and where they were chosen. Nothing is
 * revoked at the server. Fails with `storage` when the editor does not let go of a credential.
 */
export class AccountRemoval {
  constructor(
    private readonly credentials: CredentialStore,
    private readonly tokens: AccessTokens,
    private readonly metadata: AccountMetadataStore,
    private readonly active: ActiveAccount,
  ) {}

  async forget({ kind, credentialId }: Account): Promise<void> {
    this.tokens.forget(credentialId);
    if (kind !== 'environment') {
      await this.credentials.delete(credentialId);
      await this.forgetNotes(credentialId);
      // Somebody may have asked for a token while the storage took its time.
      this.tokens.forget(credentialId);
    }
  }

  /** Forgets the accounts whose records are damaged, and gives how many. What cannot be read is not touched. */
  async forgetDamaged(): Promise<number> {
    const removed = await this.credentials.deleteDamaged();
    for (const id of removed) {
      await this.forgetNotes(id);
    }
    return removed.length;
  }

  async forgetAll(): Promise<void> {
    this.tokens.forgetAll();
    await this.credentials.deleteAll();
    await this.metadata.forgetAll();
    await this.active.forgetChoice();
  }

  private async forgetNotes(id: string): Promise<void> {
    await this.metadata.forget(id);
    await this.active.forgetChoice(id);
  }
}
