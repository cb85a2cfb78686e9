import type * as vscode from 'vscode';
import type * as Provider from '../../../src/features/authentication/sessionProvider';
import type { Sandbox } from '../../sandbox/sandbox';
import { WindowFixture } from '../account/accountFixture';
import { FakeMemento } from '../support/fakes/memento';
import { until } from '../support/until';
import { useEditor, type EditorWith } from '../support/useEditor';
import { useSandbox } from '../support/useSandbox';

type Change = vscode.AuthenticationProviderAuthenticationSessionsChangeEvent;
type Editor = EditorWith<typeof Provider>;

/** Gives the suite that it is called in the authentication provider; each test begins in a new window. */
export function useAuthentication(): {
  readonly editor: Editor;
  readonly sandbox: Sandbox;
  readonly prompted: PromptedFixture;
  readonly window: WindowFixture;
  readonly provider: Provider.SessionProvider;
} {
  const editor = useEditor('features/authentication/sessionProvider') as Editor;
  const sandbox = useSandbox({ profiles: 1 });
  let prompted: PromptedFixture;
  beforeEach(async () => {
    prompted = new PromptedFixture(editor);
    await prompted.window.accounts.reload();
  });
  return {
    editor,
    get sandbox() {
      return sandbox.current;
    },
    get prompted() {
      return prompted;
    },
    get window() {
      return prompted.window;
    },
    get provider() {
      return prompted.provider;
    },
  };
}

/** A window with the authentication provider in it, and an editor that listens to it, until the test has ended. */
class PromptedFixture {
  readonly provider: Provider.SessionProvider;
  readonly changes: Change[] = [];
  /** How often the sign-in dialog was opened. */
  dialogs = 0;
  /** How often the dialog for another key of the active account was. */
  replacements = 0;
  /** What the person does in either: closes it, unless told. */
  inDialog: () => Promise<unknown> = () => Promise.resolve();

  constructor(
    private readonly editor: Editor,
    readonly window = new WindowFixture(undefined, new FakeMemento()),
  ) {
    const { accounts, sessions, tokens } = editor.own(window);
    const signIn = () => {
      this.dialogs++;
      return this.inDialog();
    };
    const replaceKey = () => {
      this.replacements++;
      return this.inDialog();
    };
    const { SessionProvider } = editor.module;
    this.provider = editor.own(new SessionProvider({ accounts, sessions, tokens, signIn, replaceKey }));
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

  /** Another window of the same machine and workspace, which has read nothing yet. */
  another(): PromptedFixture {
    return new PromptedFixture(this.editor, this.window.another(this.window.workspace));
  }

  /** The same window after a restart, with nothing in memory but what it reads from the storage. */
  async restarted(sandbox: Sandbox): Promise<PromptedFixture> {
    const next = this.another();
    await next.window.accounts.reload();
    sandbox.clearRequests();
    return next;
  }
}
