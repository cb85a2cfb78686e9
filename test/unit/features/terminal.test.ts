import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import { AccountMetadataStore } from '../../../src/account/accountMetadata';
import { environmentAccount, OWN_TERMINAL_VARIABLE } from '../../../src/account/environmentToken';
import type { CommandId } from '../../../src/contributions';
import type * as Terminal from '../../../src/features/terminal/terminal';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { failing } from '../api/transport/transportFixture';
import { exchanges, WindowFixture } from '../account/accountFixture';
import { failureOf, until } from '../support/until';
import { inEditor } from './inEditor';

const { module, editor } = inEditor('terminal/terminal');
const { registerTerminal } = module as typeof Terminal;

const title = 'Appcircle with Access Token';
const extension = {
  packageJSON: { contributes: { terminal: { profiles: [{ id: 'appcircle.terminal', title }] } } },
} as unknown as vscode.Extension<unknown>;

describe('terminals with an access token', () => {
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
  const optionsOf = (index: number) => editor.terminals[index]?.creationOptions as vscode.TerminalOptions;
  const profile = async () => {
    const made = (await editor.terminalProfiles.get('appcircle.terminal')?.provideTerminalProfile()) as {
      options: vscode.TerminalOptions;
    };
    return made.options;
  };

  it('R28: transient, named for the organization, with a token that is had at this moment in its environment', async () => {
    const account = await window.signIn(sandbox);
    await named();
    const before = window.tokens.held(account.id)?.value;
    await openTerminal();
    const token = window.tokens.held(account.id)?.value;
    assert.notEqual(token, before);
    assert.equal(exchanges(sandbox).length, 2);
    const { env, ...options } = optionsOf(0);
    assert.deepEqual(env, {
      AC_ACCESS_TOKEN: token,
      APPCIRCLE_ACCESS_TOKEN: token,
      [OWN_TERMINAL_VARIABLE]: account.id,
    });
    assert.equal(options.isTransient, true);
    assert.equal(options.name, 'Appcircle: Harbor Labs');
    assert.match(
      options.message ?? '',
      /^Access token of Harbor Labs in AC_ACCESS_TOKEN, APPCIRCLE_ACCESS_TOKEN, good until .*\d\d.* This terminal keeps it/,
    );
    assert.ok(!JSON.stringify(options).includes(token ?? ''));
    assert.equal(editor.terminals[0]?.shown, true);
  });

  it('R28: the + menu opens the same', async () => {
    await window.signIn(sandbox);
    await named();
    await openTerminal();
    const { env, ...options } = await profile();
    const { env: ofCommand, ...others } = optionsOf(0);
    assert.deepEqual(Object.keys(env ?? {}), Object.keys(ofCommand ?? {}));
    assert.deepEqual({ ...options, message: '' }, { ...others, message: '' });
  });

  it('an editor that is started in one does not take the token for one of the user', async () => {
    const account = await window.signIn(sandbox);
    await openTerminal();
    const env = optionsOf(0).env as Record<string, string>;
    assert.equal(environmentAccount(env, account.hosts, Date.now()), undefined);
    const { [OWN_TERMINAL_VARIABLE]: _marker, ...plain } = env;
    assert.ok(environmentAccount(plain, account.hosts, Date.now()));
  });

  it('names of organizations are text in the name and the message', async () => {
    const account = await window.signIn(sandbox);
    await named();
    await new AccountMetadataStore(window.memento).set(account.id, {
      organizationName: '$(alert) \u001b[2J\u202Egnp',
    });
    await openTerminal();
    assert.equal(optionsOf(0).name, 'Appcircle: \\$(alert) ‹U+001B›[2J‹U+202E›gnp');
    assert.ok(!optionsOf(0).message?.includes('\u001b'));
  });

  it('leads to Sign In while nobody is signed in, and is silent when that is closed (T5)', async () => {
    await openTerminal();
    assert.deepEqual(editor.executed, [['appcircle.signIn']]);
    assert.deepEqual([editor.terminals, editor.messages], [[], []]);
    const options = await profile();
    assert.deepEqual(options, { message: 'No access token: you closed the question before it.' });
  });

  it('R15: a failure opens no terminal, and the token that is held stays', async () => {
    const account = await window.signIn(sandbox);
    await named();
    const before = window.tokens.held(account.id);
    await sandbox.down('auth');
    await failing(openTerminal(), 'offline');
    assert.match(String(await failureOf(profile())), /cannot be reached/);
    assert.deepEqual(editor.terminals, []);
    assert.equal(window.tokens.held(account.id), before);
  });

  it('T6: a storage that cannot be read is not signed out', async () => {
    window.secrets.failing.add('keys');
    await window.accounts.reload();
    await failing(openTerminal(), 'storage');
    assert.deepEqual(editor.executed, []);
  });

  for (const where of ['workspaceValue', 'workspaceFolderValue']) {
    it(`R28: a workspace that makes it the default profile (${where}) gets no token`, async () => {
      await window.signIn(sandbox);
      sandbox.clearRequests();
      editor.settings.set('terminal.integrated.defaultProfile.linux', { [where]: title });
      const options = await profile();
      assert.deepEqual(Object.keys(options), ['message']);
      assert.match(options.message ?? '', /^No access token: the settings of this workspace/);
      assert.deepEqual(exchanges(sandbox), []);
    });
  }

  it('the user may make it the default, and a workspace another one', async () => {
    await window.signIn(sandbox);
    editor.settings.set('terminal.integrated.defaultProfile.linux', {
      globalValue: title,
      workspaceValue: 'zsh',
    });
    assert.ok((await profile()).env);
  });

  it('one of the environment has the only token that there is', async () => {
    const account = await window.signIn(sandbox);
    const lent = { ...account, id: 'lent', credentialId: 'lent', kind: 'environment' as const };
    const token = await window.tokens.token(account);
    await window.accounts.switchTo(lent, token);
    sandbox.clearRequests();
    await openTerminal();
    assert.equal(optionsOf(0).env?.['AC_ACCESS_TOKEN'], token.value);
    assert.deepEqual(exchanges(sandbox), []);
    await window.accounts.reload();
    assert.deepEqual(editor.messages, []);
  });
});
