import type * as vscode from 'vscode';
import type * as Provider from '../../../src/features/authentication/sessionProvider';
import type { Sandbox } from '../../sandbox/sandbox';
import { WindowFixture } from '../account/accountFixture';
import { FakeMemento } from '../support/fakes/memento';
import { until } from '../support/until';
import { inEditor } from './inEditor';

const { SessionProvider } = inEditor('authentication/sessionProvider').module as typeof Provider;

type Change = vscode.AuthenticationProviderAuthenticationSessionsChangeEvent;

/** A window with the authentication provider in it, and an editor that listens to it. */
export class PromptedFixture {
  readonly provider: Provider.SessionProvider;
  readonly changes: Change[] = [];
  /** How often the sign-in dialog was opened. */
  dialogs = 0;
  /** How often the dialog for another key of the active account was. */
  replacements = 0;
  /** What the person does in either: closes it, unless told. */
  inDialog: () => Promise<unknown> = () => Promise.resolve();

  constructor(readonly window = new WindowFixture(undefined, new FakeMemento())) {
    const { accounts, sessions, tokens } = window;
    const signIn = () => {
      this.dialogs++;
      return this.inDialog();
    };
    const replaceKey = () => {
      this.replacements++;
      return this.inDialog();
    };
    this.provider = new SessionProvider({ accounts, sessions, tokens, signIn, replaceKey });
    this.provider.onDidChangeSessions((change) => this.changes.push(change));
  }

  /** The labels in the Accounts menu, by what the editor was told. */
  get labels(): string[] {
    const listed = new Map<string, string>();
    for (const { removed = [], added = [] } of this.changes) {
      for (const { id } of removed) listed.delete(id);
      for (const { id, account } of added) listed.set(id, account.label);
    }
    return [...listed.values()];
  }

  /** Until the names of all organizations have come. */
  async named(): Promise<void> {
    await until(() => this.labels.every((label) => label.startsWith('Harbor Labs')), 'the names');
  }

  /** The same window after a restart, with nothing in memory but what it reads from the storage. */
  async restarted(sandbox: Sandbox): Promise<PromptedFixture> {
    const next = new PromptedFixture(this.window.another(this.window.workspace));
    await next.window.accounts.reload();
    sandbox.clearRequests();
    return next;
  }

  dispose(): void {
    this.provider.dispose();
    this.window.dispose();
  }
}
