import { strict as assert } from 'node:assert';
import { AccountMetadataStore } from '../../../src/account/accountMetadata';
import { environmentAccount, OWN_TERMINAL_VARIABLE } from '../../../src/account/environmentToken';
import { failing } from '../api/transport/transportFixture';
import { exchanges } from '../account/accountFixture';
import { failureOf } from '../support/until';
import { title, useTerminals } from './terminalFixture';

describe('terminals with an access token', () => {
  const terminals = useTerminals();
  const { editor } = terminals;

  it('R28: transient, named for the organization, with a token that is had at this moment in its environment', async () => {
    const account = await terminals.window.signIn(terminals.sandbox);
    await terminals.named();
    const before = terminals.window.tokens.cachedToken(account.id)?.value;
    await terminals.openTerminal();
    const token = terminals.window.tokens.cachedToken(account.id)?.value;
    assert.notEqual(token, before);
    assert.equal(exchanges(terminals.sandbox).length, 2);
    const { env, ...options } = terminals.optionsOf(0);
    assert.deepEqual(env, {
      AC_ACCESS_TOKEN: token,
      APPCIRCLE_ACCESS_TOKEN: token,
      [OWN_TERMINAL_VARIABLE]: account.id,
    });
    assert.equal(options.isTransient, true);
    assert.equal(options.name, 'Appcircle: Harbor Labs');
    assert.match(
      options.message ?? '',
      /^Access token for Harbor Labs in AC_ACCESS_TOKEN, APPCIRCLE_ACCESS_TOKEN, valid until .*\d\d.* Open a new terminal to get a new token\.$/,
    );
    assert.ok(!JSON.stringify(options).includes(token ?? ''));
    assert.equal(editor.terminals[0]?.shown, true);
  });

  it('R28: the + menu opens the same', async () => {
    await terminals.window.signIn(terminals.sandbox);
    await terminals.named();
    await terminals.openTerminal();
    const { env, ...options } = await terminals.profile();
    const { env: ofCommand, ...others } = terminals.optionsOf(0);
    assert.deepEqual(Object.keys(env ?? {}), Object.keys(ofCommand ?? {}));
    assert.deepEqual({ ...options, message: '' }, { ...others, message: '' });
  });

  it('an editor that is started in one does not take the token for one of the user', async () => {
    const account = await terminals.window.signIn(terminals.sandbox);
    await terminals.openTerminal();
    const env = terminals.optionsOf(0).env as Record<string, string>;
    assert.equal(environmentAccount(env, account.hosts, Date.now()), undefined);
    const { [OWN_TERMINAL_VARIABLE]: _marker, ...plain } = env;
    assert.ok(environmentAccount(plain, account.hosts, Date.now()));
  });

  it('names of organizations are text in the name and the message', async () => {
    const account = await terminals.window.signIn(terminals.sandbox);
    await terminals.named();
    await new AccountMetadataStore(terminals.window.memento).set(account.id, {
      organizationName: '$(alert) \u001b[2J\u202Egnp',
    });
    await terminals.openTerminal();
    assert.equal(terminals.optionsOf(0).name, 'Appcircle: \\$(alert) ‹U+001B›[2J‹U+202E›gnp');
    assert.ok(!terminals.optionsOf(0).message?.includes('\u001b'));
  });

  it('leads to Sign In while nobody is signed in, and is silent when that is closed (T5)', async () => {
    await terminals.openTerminal();
    assert.deepEqual(editor.executed, [['appcircle.signIn', 'forCommand']]);
    assert.deepEqual([editor.terminals, editor.messages], [[], []]);
    const options = await terminals.profile();
    assert.deepEqual(options, { message: 'No access token because you closed the question.' });
  });

  it('R15: a failure opens no terminal, and the token that is held stays', async () => {
    const account = await terminals.window.signIn(terminals.sandbox);
    await terminals.named();
    const before = terminals.window.tokens.cachedToken(account.id);
    await terminals.sandbox.down('auth');
    await failing(terminals.openTerminal(), 'offline');
    assert.match(String(await failureOf(terminals.profile())), /cannot be reached/);
    assert.deepEqual(editor.terminals, []);
    assert.equal(terminals.window.tokens.cachedToken(account.id), before);
  });

  it('T6: a storage that cannot be read is not signed out', async () => {
    terminals.window.secrets.failing.add('keys');
    await terminals.window.accounts.reload();
    await failing(terminals.openTerminal(), 'storage');
    assert.deepEqual(editor.executed, []);
  });

  for (const where of ['workspaceValue', 'workspaceFolderValue']) {
    it(`R28: a workspace that makes it the default profile (${where}) gets no token`, async () => {
      await terminals.window.signIn(terminals.sandbox);
      terminals.sandbox.clearRequests();
      editor.settings.set('terminal.integrated.defaultProfile.linux', { [where]: title });
      const options = await terminals.profile();
      assert.deepEqual(Object.keys(options), ['message']);
      assert.match(options.message ?? '', /^No access token\. This workspace is set to use one/);
      assert.deepEqual(exchanges(terminals.sandbox), []);
    });
  }

  it('the user may make it the default, and a workspace another one', async () => {
    await terminals.window.signIn(terminals.sandbox);
    editor.settings.set('terminal.integrated.defaultProfile.linux', {
      globalValue: title,
      workspaceValue: 'zsh',
    });
    assert.ok((await terminals.profile()).env);
  });

  it('one of the environment has the only token that there is', async () => {
    const account = await terminals.window.signIn(terminals.sandbox);
    const lent = { ...account, id: 'lent', credentialId: 'lent', kind: 'environment' as const };
    const token = await terminals.window.tokens.token(account);
    await terminals.window.accounts.switchTo(lent, token);
    terminals.sandbox.clearRequests();
    await terminals.openTerminal();
    assert.equal(terminals.optionsOf(0).env?.['AC_ACCESS_TOKEN'], token.value);
    assert.deepEqual(exchanges(terminals.sandbox), []);
    await terminals.window.accounts.reload();
    assert.deepEqual(editor.messages, []);
  });
});
