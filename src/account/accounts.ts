import { Failure } from '../api/failure';
import { Disposables } from '../support/disposables';
import { Emitter, type Disposable } from '../support/emitter';
import type { AccessToken } from './accessToken';
import type { AccessTokens } from './accessTokens';
import { noKeyDates, type AccountMetadataStore } from './accountMetadata';
import {
  inSubOrganization,
  isSubOrganization,
  makeAccount,
  sameAccount,
  type Account,
  type Hosts,
} from './account';
import type { ActiveChoice } from './activeChoice';
import type { Credential } from './credential';
import type { CredentialStore, SecretPersistence, Read } from './credentialStore';
import type { KnownAccounts } from './knownAccounts';
import type { Organizations } from './organizations';
import { OtherAccountError } from './otherAccountError';
import type { SessionStore } from './sessionStore';
import type { TokenExchange } from './tokenExchange';

/** Adding, choosing, repairing and removing accounts. Every change ends in the session store. */
export class Accounts implements Disposable {
  private readonly disposables = new Disposables();
  private lastTurn: Promise<unknown> = Promise.resolve();
  /** How many records a newer version of this extension wrote, which this one leaves alone. */
  newer = 0;
  private readonly changes = new Emitter<undefined>();
  /** Tells that the accounts may have changed, once the session store knows. */
  readonly onDidChange = this.changes.event;

  constructor(
    private readonly credentials: CredentialStore,
    private readonly exchange: TokenExchange,
    private readonly tokens: AccessTokens,
    private readonly sessions: SessionStore,
    private readonly metadata: AccountMetadataStore,
    private readonly choice: ActiveChoice,
    private readonly stored: KnownAccounts,
    readonly organizations: Organizations,
  ) {
    this.disposables.add(
      credentials.onDidChange((id) => {
        this.tokens.forgive(id);
        void this.reload().then(() => {
          this.lookAgain(id);
        });
      }),
    );
    this.disposables.add(
      metadata.onDidChange((id) => {
        const { account } = this.sessions;
        if (account?.credentialId === id) {
          this.sessions.named(account, this.organizations.namesOf(account));
        }
      }),
    );
  }

  /** The stored accounts, as this window last saw them. Asks nobody. */
  get known(): readonly Account[] {
    return this.stored.all;
  }

  /**
   * Brings the session store up to date with the storage. Called after the start, when another window changed
   * something, and at focus, since some hosts do not tell (rule 10).
   */
  reload(): Promise<void> {
    return this.inTurn(async () => {
      const read = await this.credentials.list();
      if (read.kind === 'found') {
        this.newer = read.value.newer;
        this.settle(read.value.accounts);
      } else if (this.sessions.current.kind !== 'signedIn') {
        this.sessions.storageUnreadable();
      }
    });
  }

  async list(): Promise<Read<readonly Account[]>> {
    const read = await this.credentials.list();
    return read.kind === 'found'
      ? { kind: 'found', value: read.value.accounts.map((account) => this.asKnown(account)) }
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
    const { account, token } = await this.check(credential, hosts, signal);
    return { account, persistence: await this.inTurn(() => this.take(account, credential, token)) };
  }

  /** Puts another key in the place of an account's own. Fails with `OtherAccount` when it is not for the same. */
  async replaceCredential(
    account: Account,
    credential: Credential,
    signal: AbortSignal,
  ): Promise<SecretPersistence> {
    const checked = await this.check(credential, account.hosts, signal);
    if (checked.account.id !== account.credentialId) {
      throw new OtherAccountError();
    }
    return this.inTurn(async () => {
      const persistence = await this.take(checked.account, credential, checked.token);
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
      this.tokens.forgive(account.credentialId);
      await this.tokens.token(account);
    }
    await this.inTurn(async () => {
      if (account.kind === 'environment') {
        this.activate(account);
      } else if (this.stored.has(account.credentialId)) {
        // Else it was signed out of while the choice was on screen.
        this.activate(account);
        await this.choice.choose(account);
      }
    });
    await this.verify(account);
  }

  /** The account that windows without a choice of their own act with. */
  async makeDefault(account: Account): Promise<void> {
    await this.choice.makeDefault(account);
  }

  /** Asks for a token, so that the session tells whether it is good. A failure ends there too. */
  async verify(account: Account): Promise<void> {
    const token = await this.tokens.token(account).catch(() => undefined);
    const { organizationName } = this.organizations.namesOf(account);
    if (token && !isSubOrganization(account) && organizationName === undefined) {
      await this.organizations.learnName(account);
    }
  }

  /** Lets a credential that was refused be asked with once more, because a person wants it. */
  allowAnotherTry(account: Account): void {
    this.tokens.forgive(account.credentialId);
  }

  /**
   * Forgets an account at once, on this machine. Nothing is revoked at the server. Fails with `storage` when the
   * editor does not let go of the key.
   */
  signOut(account: Account): Promise<void> {
    return this.inTurn(async () => {
      this.tokens.forget(account.credentialId);
      if (account.kind !== 'environment') {
        await this.credentials.delete(account.credentialId);
        await this.metadata.forget(account.credentialId);
        await this.choice.forget(account.credentialId);
        // Somebody may have asked for a token while the storage took its time.
        this.tokens.forget(account.credentialId);
      }
      const left = await this.credentials.list();
      if (left.kind === 'found') {
        this.settle(left.value.accounts, account);
      } else if (this.sessions.account?.credentialId === account.credentialId) {
        this.sessions.storageUnreadable();
      }
    });
  }

  /** Forgets every account (R3). */
  signOutOfAll(): Promise<void> {
    return this.inTurn(async () => {
      this.tokens.dispose();
      await this.credentials.deleteAll();
      await this.metadata.forgetAll();
      await this.choice.forget();
      this.settle([], this.sessions.account);
    });
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private async check(
    credential: Credential,
    hosts: Hosts,
    signal: AbortSignal,
  ): Promise<{ account: Account; token: AccessToken }> {
    this.sessions.signingIn(true);
    try {
      const token = await this.exchange.exchange(credential, hosts.auth, { signal });
      if (signal.aborted) {
        throw new Failure('cancelled');
      }
      const { subject = '', organizationId = '', userName } = token.claims;
      return {
        account: makeAccount({ kind: credential.kind, hosts, organizationId, subject, userName }),
        token,
      };
    } finally {
      this.sessions.signingIn(false);
    }
  }

  private async take(
    account: Account,
    credential: Credential,
    token: AccessToken,
  ): Promise<SecretPersistence> {
    const before = this.sessions.account;
    const persistence = await this.credentials.write({ account, credential });
    this.tokens.adopt(account, token);
    // Who replaced the key while acting in a sub-organization stays there.
    const sub = before && isSubOrganization(before) && before.credentialId === account.id;
    const active = sub ? inSubOrganization(account, before.organizationId) : account;
    this.stored.add(account);
    this.activate(active);
    await this.choice.choose(active);
    // No view waits for the name.
    void this.organizations.learnName(account);
    return persistence;
  }

  /**
   * The accounts that there are, by the storage: the one that was chosen becomes or stays active. `leaving` is the
   * one that the user is signing out of.
   */
  private settle(accounts: Account[], leaving?: Account): void {
    const current = this.sessions.account;
    this.stored.replace(accounts.map((account) => this.asKnown(account)));
    this.tokens.retainAccounts(accounts.map(({ id }) => id));
    if (current?.kind === 'environment' && current !== leaving) {
      return;
    }
    const next = this.choice.among(this.known);
    if (current && next && sameAccount(current, next)) {
      this.sessions.named(current, this.organizations.namesOf(current));
      return;
    }
    if (next) {
      this.activate(next);
    } else if (this.sessions.current.kind !== 'signedOut') {
      this.sessions.signedOut();
    }
  }

  /** Another window replaced the key that this one was told to be refused: worth another look, at the next need. */
  private lookAgain(credentialId: string): void {
    const session = this.sessions.current;
    if (
      session.kind === 'signedIn' &&
      session.account.credentialId === credentialId &&
      session.health.kind === 'needsAttention' &&
      session.health.failure.kind === 'rejectedCredential'
    ) {
      this.sessions.health(session.account, { kind: 'unchecked' });
    }
  }

  /** The same object for the same account: what is told of one by its object reaches the session. */
  private asKnown(account: Account): Account {
    const active = this.sessions.account;
    return (
      [...this.known, ...(active ? [active] : [])].find((known) => sameAccount(known, account)) ?? account
    );
  }

  private activate(account: Account): void {
    this.sessions.signedIn(account, this.organizations.namesOf(account), this.tokens.held(account.id));
  }

  /** One change of the accounts after the other: a sign-in and the storage event that it causes would collide. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.lastTurn.then(work).finally(() => {
      this.changes.fire(undefined);
    });
    this.lastTurn = turn.catch(() => undefined);
    return turn;
  }
}
