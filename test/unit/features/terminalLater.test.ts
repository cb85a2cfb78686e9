import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import type { CommandId } from '../../../src/contributions';
import type * as Terminal from '../../../src/features/terminal/terminal';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { exchanges, WindowFixture } from '../account/accountFixture';
import { settled, until } from '../support/until';
import { inEditor } from './inEditor';

const { module, editor } = inEditor('terminal/terminal');
const { registerTerminal } = module as typeof Terminal;

const title = 'Appcircle with Access Token';
const extension = {
  packageJSON: { contributes: { terminal: { profiles: [{ id: 'appcircle.terminal', title }] } } },
} as unknown as vscode.Extension<unknown>;

describe('terminals with an access token, later', () => {
  let sandbox: Sandbox;
  let window: WindowFixture;
  let registered: vscode.Disposable;
  let openTerminal: () => Promise<unknown>;

  before(async () => {
    sandbox = await startSandbox({ profiles: 1 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    await sandbox.up();
    sandbox.clearRequests();
    window = register(new WindowFixture());
    await window.accounts.reload();
    editor.presses = undefined;
    editor.messages.length = 0;
    editor.executed.length = 0;
    editor.terminals.length = 0;
    editor.settings.clear();
    editor.updates.length = 0;
  });
  afterEach(() => {
    registered.dispose();
    window.dispose();
  });

  function register(in_: WindowFixture): WindowFixture {
    const { accounts, sessions, tokens } = in_;
    const command = (_id: CommandId, handler: (argument?: unknown) => unknown) => {
      openTerminal = () => Promise.resolve().then(() => handler());
      return { dispose: () => undefined };
    };
    registered = registerTerminal({ command, accounts, sessions, tokens, extension });
    return in_;
  }

  const named = () =>
    until(() => {
      const session = window.sessions.current;
      return session.kind === 'signedIn' && session.names.organizationName !== undefined;
    }, 'the name');
  const profile = async () => {
    const made = (await editor.terminalProfiles.get('appcircle.terminal')?.provideTerminalProfile()) as {
      options: vscode.TerminalOptions;
    };
    return made.options;
  };

  describe('in an editor that keeps terminals when it closes', () => {
    const question = /^Your editor keeps terminals when it closes/;
    const revive = 'terminal.integrated.persistentSessionReviveProcess';
    beforeEach(async () => {
      editor.env.uiKind = 1;
      await window.signIn(sandbox);
      await named();
      sandbox.clearRequests();
    });
    afterEach(() => {
      editor.env.uiKind = 2;
    });

    it('R28: asks before a token is had, and Esc opens nothing', async () => {
      await openTerminal();
      assert.match(editor.messages.join(), question);
      assert.deepEqual([editor.terminals, exchanges(sandbox)], [[], []]);
      assert.deepEqual(Object.keys(await profile()), ['message']);
    });

    it('R28: turns that off where the user wants it, and then opens', async () => {
      editor.presses = 'Do Not Keep Terminals';
      await openTerminal();
      assert.deepEqual(editor.updates, [[revive, 'never', 1]]);
      assert.equal(editor.terminals.length, 1);
    });

    it('R28: turns it off in the workspace where the workspace has turned it on', async () => {
      editor.settings.set(revive, { workspaceValue: 'onExitAndWindowClose' });
      editor.presses = 'Do Not Keep Terminals';
      await openTerminal();
      assert.deepEqual(editor.updates, [[revive, 'never', 2]]);
    });

    it('R15: asks once a window where it was opened anyway', async () => {
      editor.presses = 'Open Anyway';
      await openTerminal();
      await openTerminal();
      assert.deepEqual([editor.messages.length, editor.terminals.length, editor.updates], [1, 2, []]);
    });

    for (const [name, value] of [
      [revive, 'never'],
      ['terminal.integrated.enablePersistentSessions', false],
    ] as const) {
      it(`asks nothing where ${name} is ${String(value)}`, async () => {
        editor.configured.set(name, value);
        await openTerminal();
        assert.deepEqual([editor.messages, editor.terminals.length], [[], 1]);
        editor.configured.delete(name);
      });
    }
  });

  describe('after signing out', () => {
    beforeEach(async () => {
      await window.signIn(sandbox);
      await named();
      await openTerminal();
      await openTerminal();
      editor.terminals.push(
        Object.assign(Object.create(null) as (typeof editor.terminals)[number], {
          name: 'bash',
          creationOptions: {},
        }),
      );
    });

    it('names those that still have the token, once, and closes them where that is wanted', async () => {
      editor.presses = 'Close Terminals';
      await window.accounts.signOut(window.account);
      await settled();
      assert.deepEqual(editor.messages, [
        'You have signed out, but open terminals still hold an access token, which lives until it expires: Appcircle: Harbor Labs, Appcircle: Harbor Labs',
      ]);
      assert.deepEqual(
        editor.terminals.map(({ name }) => name),
        ['bash'],
      );
    });

    it('does not ask again where they were kept', async () => {
      editor.presses = 'Keep';
      await window.accounts.signOut(window.account);
      await window.accounts.reload();
      await settled();
      assert.equal(editor.messages.length, 1);
      assert.equal(editor.terminals.length, 3);
    });

    it('leaves those of another account alone', async () => {
      const first = window.account;
      await window.signIn(sandbox, sandbox.account('harbor-viewer').secret);
      await openTerminal();
      editor.presses = 'Close Terminals';
      await window.accounts.signOut(first);
      await settled();
      assert.equal(editor.terminals.length, 2);
      await window.accounts.reload();
      assert.equal(editor.messages.length, 1);
    });

    it('R12: in another window too, where such terminals are, and after its extensions were restarted', async () => {
      registered.dispose();
      const restarted = register(window.another());
      assert.deepEqual(editor.messages, []);
      await restarted.accounts.reload();
      assert.deepEqual(editor.messages, []);
      await window.accounts.signOut(window.account);
      await until(() => editor.messages.length > 0);
      assert.equal(editor.messages.length, 1);
      restarted.dispose();
    });

    it('R6: says nothing at any other change, nor where the storage cannot be read', async () => {
      await window.accounts.reload();
      await window.signIn(sandbox);
      window.secrets.failing.add('keys');
      const later = register(window.another());
      await later.accounts.reload();
      await settled();
      assert.deepEqual(editor.messages, []);
      later.dispose();
    });
  });
});
