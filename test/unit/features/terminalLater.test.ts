import { strict as assert } from 'node:assert';
import { exchanges } from '../account/accountFixture';
import { settled, until } from '../support/until';
import { useTerminals } from './terminalFixture';

describe('terminals with an access token, later', () => {
  const terminals = useTerminals();
  const { editor } = terminals;

  describe('in an editor that keeps terminals when it closes', () => {
    const question = /^VS Code restores terminals, so the access token could be saved/;
    const revive = 'terminal.integrated.persistentSessionReviveProcess';
    beforeEach(async () => {
      editor.env.uiKind = 1;
      await terminals.window.signIn(terminals.sandbox);
      await terminals.named();
      terminals.sandbox.clearRequests();
    });

    it('R28: asks before a token is had, and Esc opens nothing', async () => {
      await terminals.openTerminal();
      assert.match(editor.messages.join(), question);
      assert.deepEqual([editor.terminals, exchanges(terminals.sandbox)], [[], []]);
      assert.deepEqual(Object.keys(await terminals.profile()), ['message']);
    });

    it('R28: turns that off where the user wants it, and then opens', async () => {
      editor.presses = 'Do Not Restore Terminals';
      await terminals.openTerminal();
      assert.deepEqual(editor.updates, [[revive, 'never', 1]]);
      assert.equal(editor.terminals.length, 1);
    });

    it('R28: turns it off in the workspace where the workspace has turned it on', async () => {
      editor.settings.set(revive, { workspaceValue: 'onExitAndWindowClose' });
      editor.presses = 'Do Not Restore Terminals';
      await terminals.openTerminal();
      assert.deepEqual(editor.updates, [[revive, 'never', 2]]);
    });

    it('R15: asks once a window where it was opened anyway', async () => {
      editor.presses = 'Open Anyway';
      await terminals.openTerminal();
      await terminals.openTerminal();
      assert.deepEqual([editor.messages.length, editor.terminals.length, editor.updates], [1, 2, []]);
    });

    for (const [name, value] of [
      [revive, 'never'],
      ['terminal.integrated.enablePersistentSessions', false],
    ] as const) {
      it(`asks nothing where ${name} is ${String(value)}`, async () => {
        editor.configured.set(name, value);
        await terminals.openTerminal();
        assert.deepEqual([editor.messages, editor.terminals.length], [[], 1]);
      });
    }
  });

  describe('after signing out', () => {
    beforeEach(async () => {
      await terminals.window.signIn(terminals.sandbox);
      await terminals.named();
      await terminals.openTerminal();
      await terminals.openTerminal();
      editor.terminals.push(
        Object.assign(Object.create(null) as (typeof editor.terminals)[number], {
          name: 'bash',
          creationOptions: {},
        }),
      );
    });

    it('names those that still have the token, once, and closes them where that is wanted', async () => {
      editor.presses = 'Close Terminals';
      await terminals.window.accounts.signOut(terminals.window.account);
      await settled();
      assert.deepEqual(editor.messages, [
        'You signed out, but open terminals still have an access token that works until it expires: Appcircle: Harbor Labs, Appcircle: Harbor Labs',
      ]);
      assert.deepEqual(
        editor.terminals.map(({ name }) => name),
        ['bash'],
      );
    });

    it('does not ask again where they were kept', async () => {
      editor.presses = 'Keep';
      await terminals.window.accounts.signOut(terminals.window.account);
      await terminals.window.accounts.reload();
      await settled();
      assert.equal(editor.messages.length, 1);
      assert.equal(editor.terminals.length, 3);
    });

    it('leaves those of another account alone', async () => {
      const first = terminals.window.account;
      await terminals.window.signIn(terminals.sandbox, terminals.sandbox.account('harbor-viewer').secret);
      await terminals.openTerminal();
      editor.presses = 'Close Terminals';
      await terminals.window.accounts.signOut(first);
      await settled();
      assert.equal(editor.terminals.length, 2);
      await terminals.window.accounts.reload();
      assert.equal(editor.messages.length, 1);
    });

    it('R12: in another window too, where such terminals are, and after its extensions were restarted', async () => {
      terminals.registered.dispose();
      const restarted = terminals.open(terminals.window.another());
      assert.deepEqual(editor.messages, []);
      await restarted.accounts.reload();
      assert.deepEqual(editor.messages, []);
      await terminals.window.accounts.signOut(terminals.window.account);
      await until(() => editor.messages.length > 0);
      assert.equal(editor.messages.length, 1);
    });

    it('R6: says nothing at any other change, nor where the storage cannot be read', async () => {
      await terminals.window.accounts.reload();
      await terminals.window.signIn(terminals.sandbox);
      terminals.window.secrets.failing.add('keys');
      const later = terminals.open(terminals.window.another());
      await later.accounts.reload();
      await settled();
      assert.deepEqual(editor.messages, []);
    });
  });
});
