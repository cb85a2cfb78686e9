import * as vscode from 'vscode';
import type { AccessTokens } from '../../account/accessTokens';
import type { Account } from '../../account/account';
import type { Accounts } from '../../account/accounts';
import type { SessionStore } from '../../account/sessionStore';
import { Failure, isFailure } from '../../api/failure';
import { Disposables } from '../../support/disposables';
import { delay } from '../../support/time';
import { textForAnyPlace } from '../../support/shownText';
import { failureText } from '../../ui/failures/failureText';
import { reachableAccounts } from '../../ui/text/trustLabel';
import { SessionList } from './sessionList';

/** How long a new session waits for the name of its organization, in milliseconds. */
const TOKEN_TIMEOUT = 4000;

/** What the provider needs of the rest. */
export interface SessionProviderDeps {
  accounts: Accounts;
  sessions: SessionStore;
  tokens: AccessTokens;
  /** The whole dialog; ends when somebody is signed in or the person has closed it. */
  signIn: () => PromiseLike<unknown>;
  /** The same for another key of the active account. */
  replaceKey: () => PromiseLike<unknown>;
}

/**
 * Accounts and tokens as `vscode.authentication` asks for them. It never prompts but in `createSession`, which the
 * editor calls with the user's consent. What it fails with is a sentence without any secret.
 */
export class SessionProvider implements vscode.AuthenticationProvider, vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changes = this.disposables.add(
    new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>(),
  );
  readonly onDidChangeSessions = this.changes.event;
  private readonly list: SessionList;

  constructor(private readonly deps: SessionProviderDeps) {
    const { accounts, sessions, tokens } = deps;
    this.list = new SessionList(accounts, sessions, tokens);
    const tellChanges = () => {
      this.tellChanges();
    };
    this.disposables.add(sessions.onDidChange(tellChanges));
    this.disposables.add(accounts.onDidChange(tellChanges));
  }

  /**
   * Without scopes, as the Accounts menu asks, every account, from memory; with an empty list of them, as extensions
   * ask, those with a token at hand, from memory too. With scopes the asked or the active account, with a token that
   * is good now. A key that the server refused has no session, so that the editor may offer to sign in; a server
   * that cannot be asked is a failure, since nobody is signed out by it.
   */
  async getSessions(
    scopes: readonly string[] | undefined,
    { account: asked }: vscode.AuthenticationProviderSessionOptions = {},
  ): Promise<vscode.AuthenticationSession[]> {
    if (!scopes) {
      this.tellChanges();
      return this.list.offered
        .filter(({ id }) => !asked || id === asked.id)
        .map((account) => this.list.cachedSession(account, []));
    }
    this.list.rememberScopes(scopes);
    await this.read();
    if (scopes.length === 0) {
      return (await this.getSessions(undefined, asked && { account: asked })).filter(
        ({ accessToken }) => accessToken !== '',
      );
    }
    const account = this.findAccount(asked?.id);
    try {
      return account ? [await this.issueSession(account, scopes)] : [];
    } catch (error) {
      if (isFailure(error, 'rejectedCredential')) {
        return [];
      }
      throw toEditorError(error);
    }
  }

  /**
   * Runs the sign-in, and answers for the account that came of it, or for the asked one alone: who wants a new session
   * of a certain account would do its work in the wrong organization with another's. Rejects as cancelled when nobody
   * signed in (T5).
   */
  async createSession(
    scopes: readonly string[],
    { account: asked }: vscode.AuthenticationProviderSessionOptions = {},
  ): Promise<vscode.AuthenticationSession> {
    try {
      await this.read();
      return (
        (await this.issueWithoutDialog(scopes, asked?.id)) ?? (await this.signInAndIssue(scopes, asked?.id))
      );
    } catch (error) {
      throw toEditorError(error);
    }
  }

  /** Signs out of the account, as the command does. A sub-organization has no key but its root's. */
  async removeSession(id: string): Promise<void> {
    const account = this.findReachable(id);
    try {
      await (account && this.deps.accounts.signOut(account));
    } catch (error) {
      throw toEditorError(error);
    }
  }

  /** Tells the editor what has changed since it was told last, from memory. */
  tellChanges(): void {
    const difference = this.list.difference();
    if (difference) {
      this.changes.fire(difference);
    }
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** The account that the window acts with, if other extensions may have it. */
  private get active(): Account | undefined {
    const { account } = this.deps.sessions;
    return account && this.list.offered.find(({ id }) => id === account.id);
  }

  /** The account that a session is for: the asked one, wherever the window acts, else the active one. */
  private findAccount(asked: string | undefined): Account | undefined {
    return asked === undefined ? this.active : this.findReachable(asked);
  }

  private findReachable(id: string): Account | undefined {
    return [...this.list.offered, ...reachableAccounts(this.deps.accounts)].find(
      (account) => account.id === id,
    );
  }

  /** Somebody may ask before the window has read its storage: that nobody is signed in is not known then. */
  private async read(): Promise<void> {
    const { accounts, sessions } = this.deps;
    if (sessions.current.kind === 'starting') {
      await accounts.reload();
    }
    if (sessions.current.kind === 'storageUnreadable') {
      throw toEditorError(new Failure('storage'));
    }
  }

  private async issueSession(
    account: Account,
    scopes: readonly string[],
  ): Promise<vscode.AuthenticationSession> {
    const { value } = await this.deps.tokens.token(account);
    this.tellChanges();
    return this.list.session(account, scopes, value);
  }

  /**
   * Who asked without scopes and got none only because no token was at hand is spared the dialog: the account that
   * is signed in, or that was asked for, gets one now.
   */
  private async issueWithoutDialog(
    scopes: readonly string[],
    asked: string | undefined,
  ): Promise<vscode.AuthenticationSession | undefined> {
    const account = this.findAccount(asked);
    if (scopes.length > 0 || !account || this.deps.tokens.cachedToken(account.id)) {
      return undefined;
    }
    try {
      return await this.issueSession(account, scopes);
    } catch (error) {
      if (isFailure(error, 'rejectedCredential')) {
        return undefined;
      }
      throw error;
    }
  }

  private async signInAndIssue(
    scopes: readonly string[],
    asked: string | undefined,
  ): Promise<vscode.AuthenticationSession> {
    const { sessions, signIn, replaceKey } = this.deps;
    const { account: before } = sessions;
    // Replace Key is for the active account; a sub-organization is asked for by the key of its root.
    const ofActive = asked !== undefined && this.findAccount(asked)?.credentialId === before?.credentialId;
    await (ofActive && before ? replaceKey() : signIn());
    const { active } = this;
    // Another object even where the same account was signed in to again.
    if (!active || sessions.account === before) {
      throw new Failure('cancelled');
    }
    const account = this.findAccount(asked);
    if (account?.credentialId !== active.credentialId) {
      throw new Error(
        vscode.l10n.t('You signed in to a different Appcircle account than the requested one.'),
      );
    }
    await this.awaitName(account);
    return this.issueSession(account, scopes);
  }

  /** The editor remembers its user's consent by label: it had better be the one that stays. */
  private async awaitName(account: Account): Promise<void> {
    const { accounts, sessions } = this.deps;
    const known = new AbortController();
    const checkName = () => {
      if (account.organizationId === '' || accounts.organizations.namesOf(account).organizationName) {
        known.abort();
      }
    };
    const watch = sessions.onDidChange(checkName);
    checkName();
    if (!known.signal.aborted) {
      await delay(TOKEN_TIMEOUT, known.signal).catch(() => undefined);
    }
    watch.dispose();
  }
}

/** As another extension, or the editor's own message, shall see it. */
function toEditorError(error: unknown): unknown {
  if (!isFailure(error)) {
    return error;
  }
  return error.kind === 'cancelled'
    ? new vscode.CancellationError()
    : new Error(textForAnyPlace(failureText(error).sentence));
}
