import type * as vscode from 'vscode';
import type { CommandId } from '../../../src/contributions';
import type * as Terminal from '../../../src/features/terminal/terminal';
import type { Sandbox } from '../../sandbox/sandbox';
import { WindowFixture } from '../account/accountFixture';
import { until } from '../support/until';
import { useEditor, type EditorWith } from '../support/useEditor';
import { useSandbox } from '../support/useSandbox';

/** What the + menu calls a terminal with an access token. */
export const title = 'Appcircle with Access Token';

const extension = {
  packageJSON: { contributes: { terminal: { profiles: [{ id: 'appcircle.terminal', title }] } } },
} as unknown as vscode.Extension<unknown>;

/** Gives the suite that it is called in terminals with an access token; each test begins in a new window. */
export function useTerminals(): TerminalFixture {
  const editor = useEditor('features/terminal/terminal') as EditorWith<typeof Terminal>;
  const fixture = new TerminalFixture(editor, useSandbox({ profiles: 1 }));
  beforeEach(async () => {
    fixture.window = fixture.open(new WindowFixture());
    await fixture.window.accounts.reload();
  });
  return fixture;
}

/** A window in which terminals with an access token can be opened, and what opens them. */
class TerminalFixture {
  declare window: WindowFixture;
  declare registered: vscode.Disposable;
  declare openTerminal: () => Promise<unknown>;

  constructor(
    readonly editor: EditorWith<typeof Terminal>,
    private readonly used: { readonly current: Sandbox },
  ) {}

  get sandbox(): Sandbox {
    return this.used.current;
  }

  /** Opens a window, whose terminals are those of the editor. */
  open(window: WindowFixture): WindowFixture {
    const { accounts, sessions, tokens } = this.editor.own(window);
    const command = (_id: CommandId, handler: (argument?: unknown) => unknown) => {
      this.openTerminal = () => Promise.resolve().then(() => handler());
      return { dispose: () => undefined };
    };
    const { registerTerminal } = this.editor.module;
    this.registered = registerTerminal({ command, accounts, sessions, tokens, extension });
    this.editor.own(this.registered);
    return window;
  }

  /** Until the name of the organization has come. */
  async named(): Promise<void> {
    await until(() => {
      const session = this.window.sessions.current;
      return session.kind === 'signedIn' && session.names.organizationName !== undefined;
    }, 'the name');
  }

  /** What the terminal at this place was opened with. */
  optionsOf(index: number): vscode.TerminalOptions {
    return this.editor.terminals[index]?.creationOptions as vscode.TerminalOptions;
  }

  /** What the + menu opens. */
  async profile(): Promise<vscode.TerminalOptions> {
    const provider = this.editor.terminalProfiles.get('appcircle.terminal');
    const made = (await provider?.provideTerminalProfile()) as { options: vscode.TerminalOptions };
    return made.options;
  }
}
