import { DAMAGED_RECORD, Failure, isFailure } from '../../api/failure';
import { hostOf } from '../../support/url';
import type { AccessToken } from '../accessToken';
import { isSubOrganization, type Account } from '../account';
import type { Credential } from '../credential';
import type { StoredAccount } from '../credentialRecord';
import type { CredentialStore, Read } from '../credentialStore';
import type { Exchange } from './lazyExchange';

/** Exchanges the stored credential of an account. A key is read for one exchange and dropped (rule 1). */
export class StoredExchange {
  constructor(
    private readonly credentials: CredentialStore,
    private readonly exchange: Exchange,
  ) {}

  /**
   * A new token. A refused credential is read again once: another window may have replaced it (R13). Fails as
   * `TokenExchange.exchange` does, with `storage` for a storage that cannot be read, with `cancelled` at the signal.
   */
  async run(account: Account, signal: AbortSignal): Promise<AccessToken> {
    if (account.kind === 'environment') {
      // There is nothing to renew it with.
      throw new Failure('expiredSession', { host: hostOf(account.hosts.auth) });
    }
    const options = { signal, ...(isSubOrganization(account) && { organization: account.organizationId }) };
    const credential = await this.read(account, signal);
    try {
      return await this.exchange.exchange(credential, account.hosts.auth, options);
    } catch (error) {
      if (!isFailure(error, 'rejectedCredential')) {
        throw error;
      }
      const now = await this.read(account, signal);
      if (JSON.stringify(now) === JSON.stringify(credential)) {
        throw error;
      }
      return this.exchange.exchange(now, account.hosts.auth, options);
    }
  }

  /** The storage may take its time: who has signed out or closed the window meanwhile wants no exchange. */
  private async read({ credentialId }: Account, signal: AbortSignal): Promise<Credential> {
    const read = await this.credentials.read(credentialId);
    if (signal.aborted) {
      throw new Failure('cancelled');
    }
    return requireFound(read).credential;
  }
}

function requireFound(read: Read<StoredAccount>): StoredAccount {
  if (read.kind === 'found') {
    return read.value;
  }
  if (read.kind === 'damaged') {
    throw new Failure('storage', { code: DAMAGED_RECORD });
  }
  // Absent: signed out in another window, which this one learns of by itself.
  throw new Failure(read.kind === 'unreadable' ? 'storage' : 'cancelled');
}
