import { Failure, toFailure } from '../api/failure';
import { Disposables } from '../support/disposables';
import { Emitter, type Disposable } from '../support/emitter';
import { SerialQueue } from '../support/serialQueue';
import type { AccessToken } from './accessToken';
import type { AccessTokens } from './accessTokens';
import { noKeyDates, type AccountMetadataStore } from './accountMetadata';
import { isSubOrganization, type Account, type Hosts } from './account';
import { AccountRemoval } from './accountRemoval';
import type { ActiveAccount } from './activeAccount';
import type { Credential } from './credential';
import type { CheckedCredential, CredentialCheck, SignedInResult } from './credentialCheck';
import type { CredentialStore, SecretPersistence, Read } from './credentialStore';
import type { KnownAccounts } from './knownAccounts';
import type { Organizations } from './organizations';
import type { Recognized } from './owner/recognize';

/** Adding, choosing, repairing and removing accounts. Every change ends in the session store. */
export class Accounts implements Disposable {
  private readonly disposables = new Disposables();
  /** One change of the accounts after the other: a sign-in and the storage event that it causes would collide. */
  private readonly queue = new SerialQueue(() => new Failure('cancelled'));
  private readonly removal: AccountRemoval;
  private readonly changes = new Emitter<undefined>();
  /** Tells that the accounts may have changed, once the session store knows. */
  readonly onDidChange = this.changes.event;

  constructor(
    private readonly credentials: CredentialStore,
    private readonly check: CredentialCheck,
    private readonly tokens: AccessTokens,
    private readonly metadata: AccountMetadataStore,
    readonly stored: Omit<KnownAccounts, 'add' | 'replace'>,
    private readonly active: ActiveAccount,
    readonly organizations: Organizations,
  ) {
    this.removal = new AccountRemoval(credentials, tokens, metadata, active);
    this.disposables.add(
      credentials.onDidChange((id) => {
        this.tokens.clearRefusal(id);
        void this.reload().then(
          () => {
            this.active.markUnchecked(id);
          },
          () => undefined,
        );
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
   * is stored when it fails. Where nobody tells whose it is, it gets an account of its own.
   */
  async signIn(credential: Credential, hosts: Hosts, signal: AbortSignal): Promise<SignedInResult> {
    const checked = await this.check.run(credential, hosts, signal);
    const { readStored, recognize } = await import('./owner/recognize');
    return this.enqueue(async () => {
      const stored = await readStored(this.credentials, this.known, hosts.auth);
      return this.storeAndActivate(checked, recognize(checked, stored));
    });
  }

  /**
   * Puts another key in the place of an account's own. Fails with `OtherAccount` when it is not for the same. Where
   * nothing tells, `confirm` is asked, and it fails with `UnverifiedOwner` unless that says yes.
   */
  async replaceCredential(
    account: Account,
    credential: Credential,
    signal: AbortSignal,
    confirm: () => Promise<boolean> = () => Promise.resolve(false),
  ): Promise<SecretPersistence> {
    const own = this.known.find(({ id }) => id === account.credentialId) ?? account;
    const checked = await this.check.run(credential, account.hosts, signal);
    const { readStored, recognizeAs } = await import('./owner/recognize');
    const stored = await readStored(this.credentials, this.known, own.hosts.auth);
    const { certain, ...recognized } = recognizeAs(own, checked, stored);
    if (!certain && !(await confirm())) {
      throw new (await import('./owner/unverifiedOwnerError')).UnverifiedOwnerError();
    }
    if (signal.aborted) {
      throw new Failure('cancelled');
    }
    return this.enqueue(async () => {
      const { account: now, persistence } = await this.storeAndActivate(checked, recognized);
      await this.metadata.record(now.id, noKeyDates);
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
    if (token && organizationName === undefined) {
      await this.organizations.fetchName(account);
    }
  }

  /** Asks quietly whether an account's servers answer, by a token and one request. How that went is in the session. */
  async probe(account: Account): Promise<void> {
    const isNew = this.tokens.cachedToken(account.id) === undefined;
    try {
      await this.tokens.token(account);
      await (isNew ? undefined : this.organizations.ask(account));
    } catch (error) {
      toFailure(error);
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
      await this.removal.forget(account);
      this.active.settle(await this.credentials.list(), account);
    });
  }

  /**
   * Forgets the accounts whose records are damaged, and gives how many. Nothing else is touched, and nothing that cannot be
   * read. Fails with `storage` when the editor does not let go of them.
   */
  removeDamaged(): Promise<number> {
    return this.enqueue(async () => {
      const count = await this.removal.forgetDamaged();
      this.active.settle(await this.credentials.list());
      return count;
    });
  }

  /** Forgets every account (R3). */
  signOutOfAll(): Promise<void> {
    return this.enqueue(async () => {
      await this.removal.forgetAll();
      const nothing = { accounts: [], newer: [], damaged: [] };
      this.active.settle({ kind: 'found', value: nothing }, this.active.current);
    });
  }

  /** Ends what waits, a sign-in included: nothing is asked, stored or told from here on. */
  dispose(): void {
    this.queue.dispose();
    this.check.dispose();
    this.active.dispose();
    this.disposables.dispose();
    this.changes.dispose();
  }

  /** Stores a credential that was checked, and acts with its account from now on. */
  private async storeAndActivate(
    { credential, token }: CheckedCredential,
    { account, replaces }: Recognized,
  ): Promise<SignedInResult> {
    const persistence = await this.credentials.write({ account, credential });
    this.tokens.adopt(account, token);
    await this.active.add(account);
    if (replaces && persistence === 'kept') {
      await this.moveInto(account, replaces);
    }
    // No view waits for the name.
    return { account, persistence, named: this.organizations.fetchName(account).catch(() => undefined) };
  }

  /** An account whose owner is known now takes over what was kept under the id that it had before. */
  private async moveInto(account: Account, before: Account): Promise<void> {
    await this.metadata.record(account.id, {
      ...this.metadata.of(before.id),
      ...this.metadata.of(account.id),
    });
    await this.removal.forget(before);
    this.active.settle(await this.credentials.list());
  }

  private async enqueue<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.queue.add(work);
    } finally {
      this.changes.fire(undefined);
    }
  }
}
