import type { ApiClient } from '../api/client';
import { Failure } from '../api/failure';
import { organizationName } from '../api/identity';
import { Disposables } from '../support/disposables';
import type { Disposable } from '../support/emitter';
import type { AccessToken } from './accessToken';
import type { AccessTokens } from './accessTokens';
import { accountId, sameAccount, type Account, type Hosts } from './account';
import type { Credential } from './credential';
import type { CredentialStore, Kept, Read } from './credentialStore';
import type { SessionStore } from './sessionStore';
import type { Memory, TokenExchange } from './tokenExchange';

/** Keys of the memory; no secrets. */
export const ACTIVE_ACCOUNT = 'appcircle.activeAccount';
export const ORGANIZATION_NAMES = 'appcircle.organizationNames';

/** An account with the name of its organization, where it is known. */
export interface NamedAccount {
  account: Account;
  organizationName: string | undefined;
}

/** The key that was offered belongs to another account than the one whose key was to be replaced. */
export class OtherAccount extends Error {
  override readonly name = 'OtherAccount';
}

/** Adding, choosing, repairing and removing accounts. Every change ends in the session store. */
export class Accounts implements Disposable {
  private readonly disposables = new Disposables();
  private lastTurn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly credentials: CredentialStore,
    private readonly exchange: TokenExchange,
    private readonly tokens: AccessTokens,
    private readonly sessions: SessionStore,
    private readonly memory: Memory,
    private readonly clientFor: (account: Account) => ApiClient,
  ) {
    this.disposables.add(
      credentials.onDidChange((id) => {
        this.tokens.forgive(id);
        void this.reload();
      }),
    );
  }

  /**
   * Brings the session store up to date with the storage. Called after the start, when another window changed
   * something, and at focus, since some hosts do not tell (design 4.10). An account that is still there stays
   * the one of this window.
   */
  reload(): Promise<void> {
    return this.inTurn(async () => {
      const read = await this.credentials.list();
      if (read.kind === 'found') {
        this.settle(read.value.accounts);
      } else if (this.sessions.current.kind !== 'signedIn') {
        this.sessions.storageUnreadable();
      }
    });
  }

  async list(): Promise<Read<NamedAccount[]>> {
    const read = await this.credentials.list();
    return read.kind === 'found'
      ? { kind: 'found', value: read.value.accounts.map((account) => this.withName(account)) }
      : read;
  }

  /**
   * Checks a credential with the server, stores it, and makes its account the active one. One exchange. Nothing
   * is stored when it fails.
   */
  async signIn(
    credential: Credential,
    hosts: Hosts,
    signal: AbortSignal,
  ): Promise<{ account: Account; kept: Kept }> {
    const { account, token } = await this.check(credential, hosts, signal);
    return { account, kept: await this.inTurn(() => this.take(account, credential, token)) };
  }

  /** Puts another key in the place of an account's own. Fails with `OtherAccount` when it is not for the same. */
  async replaceCredential(account: Account, credential: Credential, signal: AbortSignal): Promise<Kept> {
    const checked = await this.check(credential, account.hosts, signal);
    if (checked.account.id !== account.id) {
      throw new OtherAccount();
    }
    return this.inTurn(() => this.take(checked.account, credential, checked.token));
  }

  switchTo(account: Account): Promise<void> {
    return this.inTurn(async () => {
      this.activate(account);
      await this.memory.update(ACTIVE_ACCOUNT, account.id);
    });
  }

  /** Asks for a token, so that the session tells whether it is good. A failure ends there too. */
  async verify(account: Account): Promise<void> {
    await this.tokens.token(account).catch(() => undefined);
  }

  /** Lets a credential that was refused be asked with once more, because a person wants it. */
  allowAnotherTry(account: Account): void {
    this.tokens.forgive(account.id);
  }

  /**
   * Forgets an account at once, on this machine. Nothing is revoked at the server. Fails with `storage` when the
   * editor does not let go of the key.
   */
  signOut(account: Account): Promise<void> {
    return this.inTurn(async () => {
      this.tokens.forget(account.id);
      await this.credentials.delete(account.id);
      const { [account.id]: _forgotten, ...names } = this.names();
      await this.memory.update(ORGANIZATION_NAMES, names);
      const left = await this.credentials.list();
      this.settle(left.kind === 'found' ? left.value.accounts : []);
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
      const token = await this.exchange.exchange(credential, hosts.auth, signal);
      if (signal.aborted) {
        throw new Failure('cancelled');
      }
      const { subject = '', organizationId = '', userName } = token.claims;
      const identity = { kind: credential.kind, hosts, organizationId, subject };
      return { account: Object.freeze({ id: accountId(identity), ...identity, userName }), token };
    } finally {
      this.sessions.signingIn(false);
    }
  }

  private async take(account: Account, credential: Credential, token: AccessToken): Promise<Kept> {
    const kept = await this.credentials.write({ account, credential });
    this.tokens.adopt(account, token);
    this.activate(account);
    await this.memory.update(ACTIVE_ACCOUNT, account.id);
    void this.learnName(account);
    return kept;
  }

  /** No view waits for the name, and a server that does not tell it is no failure. */
  private async learnName(account: Account): Promise<void> {
    if (account.organizationId === '') {
      return;
    }
    const name = await organizationName(this.clientFor(account), account.organizationId).catch(
      () => undefined,
    );
    if (name !== undefined && this.sessions.account === account) {
      await this.memory.update(ORGANIZATION_NAMES, { ...this.names(), [account.id]: name });
      this.sessions.named(account, name);
    }
  }

  /** The accounts that there are, by the storage: keeps the active one where it still is one of them. */
  private settle(accounts: Account[]): void {
    const current = this.sessions.account;
    const same = accounts.find(({ id }) => id === current?.id);
    if (current && same && sameAccount(current, same)) {
      return;
    }
    if (current) {
      this.tokens.forget(current.id);
    }
    const active = this.memory.get(ACTIVE_ACCOUNT);
    const next = same ?? accounts.find(({ id }) => id === active) ?? accounts[0];
    if (next) {
      this.activate(next);
    } else if (this.sessions.current.kind !== 'signedOut') {
      this.sessions.signedOut();
    }
  }

  private activate(account: Account): void {
    this.sessions.signedIn(account, this.names()[account.id], this.tokens.held(account.id));
  }

  /** One change of the accounts after the other: a sign-in and the storage event that it causes would collide. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.lastTurn.then(work);
    this.lastTurn = turn.catch(() => undefined);
    return turn;
  }

  private withName(account: Account): NamedAccount {
    return { account, organizationName: this.names()[account.id] };
  }

  private names(): Record<string, string> {
    return (this.memory.get(ORGANIZATION_NAMES) ?? {}) as Record<string, string>;
  }
}
