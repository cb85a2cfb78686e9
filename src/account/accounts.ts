import { Disposables } from '../support/disposables';
import { Emitter, type Disposable } from '../support/emitter';
import type { AccessToken } from './accessToken';
import type { AccessTokens } from './accessTokens';
import { noKeyDates, type AccountMetadataStore } from './accountMetadata';
import { isSubOrganization, type Account, type Hosts } from './account';
import type { ActiveAccount } from './activeAccount';
import type { Credential } from './credential';
import type { CheckedCredential, CredentialCheck } from './credentialCheck';
import type { CredentialStore, SecretPersistence, Read } from './credentialStore';
import type { KnownAccounts } from './knownAccounts';
import type { Organizations } from './organizations';
import { OtherAccountError } from './otherAccountError';

/** Adding, choosing, repairing and removing accounts. Every change ends in the session store. */
export class Accounts implements Disposable {
  private readonly disposables = new Disposables();
  private lastTurn: Promise<unknown> = Promise.resolve();
  private readonly changes = new Emitter<undefined>();
  /** Tells that the accounts may have changed, once the session store knows. */
  readonly onDidChange = this.changes.event;

  constructor(
    private readonly credentials: CredentialStore,
    private readonly check: CredentialCheck,
    private readonly tokens: AccessTokens,
    private readonly metadata: AccountMetadataStore,
    private readonly stored: KnownAccounts,
    private readonly active: ActiveAccount,
    readonly organizations: Organizations,
  ) {
    this.disposables.add(
      credentials.onDidChange((id) => {
        this.tokens.clearRefusal(id);
        void this.reload().then(() => {
          this.active.markUnchecked(id);
        });
      }),
    );
    this.disposables.add(
      metadata.onDidChange((id) => {
        this.active.showNames(id);
      }),
    );
  }

  /** The stored accounts, as this window last saw them. Asks nobody. */
  get known(): readonly Account[] {
    return this.stored.all;
  }

  /** Whether the storage was read: before, `known` says nothing of who is signed out. */
  get isRead(): boolean {
    return this.stored.isRead;
  }

  /** How many records a newer version of this extension wrote, which this one leaves alone. */
  get newer(): number {
    return this.stored.newer;
  }

  /**
   * Brings the session store up to date with the storage. Called after the start, when another window changed
   * something, and at focus, since some hosts do not tell (rule 10).
   */
  reload(): Promise<void> {
    return this.enqueue(async () => {
      this.active.settle(await this.credentials.list());
    });
  }

  async list(): Promise<Read<readonly Account[]>> {
    const read = await this.credentials.list();
    return read.kind === 'found'
      ? { kind: 'found', value: read.value.accounts.map((account) => this.active.findKnown(account)) }
      : read;
  }

  /** Whether the editor keeps the credential of an account beyond this window. */
  persistence(account: Account): SecretPersistence {
    return this.credentials.persistence(account.credentialId);
  }

  /**
   * Checks a credential with the server, stores it, and makes its account the active one. One exchange. Nothing
   * is stored when it fails.
   */
  async signIn(
    credential: Credential,
    hosts: Hosts,
    signal: AbortSignal,
  ): Promise<{ account: Account; persistence: SecretPersistence }> {
    const checked = await this.check.run(credential, hosts, signal);
    return {
      account: checked.account,
      persistence: await this.enqueue(() => this.storeAndActivate(checked)),
    };
  }

  /** Puts another key in the place of an account's own. Fails with `OtherAccount` when it is not for the same. */
  async replaceCredential(
    account: Account,
    credential: Credential,
    signal: AbortSignal,
  ): Promise<SecretPersistence> {
    const checked = await this.check.run(credential, account.hosts, signal);
    if (checked.account.id !== account.credentialId) {
      throw new OtherAccountError();
    }
    return this.enqueue(async () => {
      const persistence = await this.storeAndActivate(checked);
      await this.metadata.set(checked.account.id, noKeyDates);
      return persistence;
    });
  }

  /**
   * Makes an account the active one of this window. A sub-organization that the server gives no token for is not
   * switched to. A token from the environment belongs to this window alone, and nothing remembers it.
   */
  async switchTo(account: Account, environmentToken?: AccessToken): Promise<void> {
    if (environmentToken) {
      this.tokens.adopt(account, environmentToken);
    }
    if (isSubOrganization(account)) {
      this.tokens.clearRefusal(account.credentialId);
      await this.tokens.token(account);
    }
    await this.enqueue(() => this.active.choose(account));
    await this.verify(account);
  }

  /** The account that windows without a choice of their own act with. */
  makeDefault(account: Account): Promise<void> {
    return this.active.makeDefault(account);
  }

  /** Asks for a token, so that the session tells whether it is good. A failure ends there too. */
  async verify(account: Account): Promise<void> {
    const token = await this.tokens.token(account).catch(() => undefined);
    const { organizationName } = this.organizations.namesOf(account);
    if (token && !isSubOrganization(account) && organizationName === undefined) {
      await this.organizations.fetchName(account);
    }
  }

  /** Lets a credential that was refused be asked with once more, because a person wants it. */
  clearRefusal(account: Account): void {
    this.tokens.clearRefusal(account.credentialId);
  }

  /**
   * Forgets an account at once, on this machine. Nothing is revoked at the server. Fails with `storage` when the
   * editor does not let go of the key.
   */
  signOut(account: Account): Promise<void> {
    return this.enqueue(async () => {
      this.tokens.forget(account.credentialId);
      if (account.kind !== 'environment') {
        await this.credentials.delete(account.credentialId);
        await this.metadata.forget(account.credentialId);
        await this.active.forgetChoice(account.credentialId);
        // Somebody may have asked for a token while the storage took its time.
        this.tokens.forget(account.credentialId);
      }
      this.active.settle(await this.credentials.list(), account);
    });
  }

  /** Forgets every account (R3). */
  signOutOfAll(): Promise<void> {
    return this.enqueue(async () => {
      this.tokens.dispose();
      await this.credentials.deleteAll();
      await this.metadata.forgetAll();
      await this.active.forgetChoice();
      this.active.settle({ kind: 'found', value: { accounts: [], newer: 0 } }, this.active.current);
    });
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Stores a credential that was checked, and acts with its account from now on. */
  private async storeAndActivate({
    account,
    credential,
    token,
  }: CheckedCredential): Promise<SecretPersistence> {
    const persistence = await this.credentials.write({ account, credential });
    this.tokens.adopt(account, token);
    await this.active.add(account);
    // No view waits for the name.
    void this.organizations.fetchName(account);
    return persistence;
  }

  /** One change of the accounts after the other: a sign-in and the storage event that it causes would collide. */
  private enqueue<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.lastTurn.then(work).finally(() => {
      this.changes.fire(undefined);
    });
    this.lastTurn = turn.catch(() => undefined);
    return turn;
  }
}
