import type { Disposable } from '../support/emitter';
import type { AccessTokens } from './accessTokens';
import { inSubOrganization, isSubOrganization, sameAccount, type Account } from './account';
import type { ActiveChoice } from './activeChoice';
import type { Read, StoredList } from './credentialStore';
import type { KnownAccounts } from './knownAccounts';
import type { Organizations } from './organizations';
import type { SessionStore } from './sessionStore';

/** Which of the known accounts this window acts with, by the storage and by what was chosen. Ends in the session store. */
export class ActiveAccount implements Disposable {
  private ended = false;

  constructor(
    private readonly sessions: SessionStore,
    private readonly tokens: AccessTokens,
    private readonly known: KnownAccounts,
    private readonly choice: ActiveChoice,
    private readonly organizations: Organizations,
  ) {}

  get current(): Account | undefined {
    return this.sessions.account;
  }

  /**
   * Follows what the storage says: the account that was chosen becomes or stays active. `leaving` is the one that the
   * user is signing out of. A storage that cannot be read signs nobody else out (rule 7).
   */
  settle(read: Read<StoredList>, leaving?: Account): void {
    if (this.ended) {
      return;
    }
    if (read.kind === 'found') {
      this.settleAmong(read.value, leaving);
    } else if (leaving ? this.current?.credentialId === leaving.credentialId : !this.current) {
      this.sessions.setStorageUnreadable();
    }
  }

  /** Makes an account that was just stored a known one, and the active one. */
  async add(account: Account): Promise<void> {
    const before = this.current;
    // Who replaced the key while acting in a sub-organization stays there.
    const sub = before && isSubOrganization(before) && before.credentialId === account.id;
    this.known.add(account);
    await this.choose(sub ? inSubOrganization(account, before.organizationId) : account);
  }

  /** Acts with an account, and remembers it, unless its token is from the environment: that is this window's alone. */
  async choose(account: Account): Promise<void> {
    if (account.kind === 'environment') {
      this.activate(account);
    } else if (this.known.has(account.credentialId)) {
      // Else it was signed out of while the choice was on screen.
      this.activate(account);
      await this.choice.choose(account);
    }
  }

  /** The account that windows without a choice of their own act with. */
  makeDefault(account: Account): Promise<void> {
    return this.choice.makeDefault(account);
  }

  /** Takes back every choice of an account, or all of them. */
  forgetChoice(credentialId?: string): Promise<void> {
    return this.choice.forget(credentialId);
  }

  /** Has the session tell what the active account is called now, where that has this credential. */
  showNames(credentialId: string): void {
    const { current } = this;
    if (current?.credentialId === credentialId) {
      this.sessions.setNames(current, this.organizations.namesOf(current));
    }
  }

  /** Another window replaced the key that this one was told to be refused: worth another look, at the next need. */
  markUnchecked(credentialId: string): void {
    const session = this.sessions.current;
    if (
      session.kind === 'signedIn' &&
      session.account.credentialId === credentialId &&
      session.health.kind === 'needsAttention' &&
      session.health.failure.kind === 'rejectedCredential'
    ) {
      this.sessions.setHealth(session.account, { kind: 'unchecked' });
    }
  }

  /** The same object for the same account: what is told of one by its object reaches the session. */
  findKnown(account: Account): Account {
    const all = [...this.known.all, ...(this.current ? [this.current] : [])];
    return all.find((known) => sameAccount(known, account)) ?? account;
  }

  /** The storage may still answer: a window that is closed acts with nobody. */
  dispose(): void {
    this.ended = true;
  }

  private settleAmong({ accounts, newer, damaged }: StoredList, leaving?: Account): void {
    const { current } = this;
    this.known.replace(
      accounts.map((account) => this.findKnown(account)),
      { newer, damaged },
    );
    this.tokens.retainAccounts(accounts.map(({ id }) => id));
    if (current?.kind === 'environment' && current !== leaving) {
      return;
    }
    const next = this.choice.pickFrom(this.known.all);
    if (current && next && sameAccount(current, next)) {
      this.showNames(current.credentialId);
      return;
    }
    if (next) {
      this.activate(next);
    } else {
      this.sessions.setSignedOut(damaged.length);
    }
  }

  private activate(account: Account): void {
    this.sessions.setSignedIn(
      account,
      this.organizations.namesOf(account),
      this.tokens.cachedToken(account.id),
    );
  }
}
