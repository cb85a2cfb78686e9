import * as vscode from 'vscode';
import { Disposables } from '../../support/disposables';
import { lazy } from '../../support/lazy';
import type { SessionProvider, SessionProviderDeps } from './sessionProvider';

type SessionOptions = vscode.AuthenticationProviderSessionOptions;

/**
 * The session provider, loaded when there is the first account to tell the editor of, or when somebody asks for one:
 * a start while signed out needs nothing of it (R30).
 */
export class LazySessionProvider implements vscode.AuthenticationProvider, vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changes = this.disposables.add(
    new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>(),
  );
  readonly onDidChangeSessions = this.changes.event;
  private readonly load: () => Promise<SessionProvider>;

  constructor(private readonly deps: SessionProviderDeps) {
    this.load = lazy(async () => {
      const { SessionProvider } = await import('./sessionProvider');
      const provider = this.disposables.add(new SessionProvider(deps));
      provider.onDidChangeSessions((change) => {
        this.changes.fire(change);
      });
      // The editor was not told of the accounts that there are.
      provider.tellChanges();
      return provider;
    });
    const loadForAccounts = () => {
      if (this.hasAccounts) {
        void this.load();
      }
    };
    this.disposables.add(deps.sessions.onDidChange(loadForAccounts));
    this.disposables.add(deps.accounts.onDidChange(loadForAccounts));
  }

  /** See `SessionProvider`. */
  async getSessions(
    scopes: readonly string[] | undefined,
    asked?: SessionOptions,
  ): Promise<vscode.AuthenticationSession[]> {
    // The Accounts menu asks at every start.
    return scopes || this.hasAccounts ? (await this.load()).getSessions(scopes, asked) : [];
  }

  /** See `SessionProvider`. */
  async createSession(
    scopes: readonly string[],
    asked?: SessionOptions,
  ): Promise<vscode.AuthenticationSession> {
    return (await this.load()).createSession(scopes, asked);
  }

  /** See `SessionProvider`. */
  async removeSession(id: string): Promise<void> {
    await (await this.load()).removeSession(id);
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private get hasAccounts(): boolean {
    return this.deps.accounts.known.length > 0;
  }
}
