import { strict as assert } from 'node:assert';
import { AccountMetadataStore } from '../../../src/account/accountMetadata';
import type * as Registration from '../../../src/features/authentication/authentication';
import { exchanges } from '../account/accountFixture';
import { RecordingLog } from '../support/fakes/log';
import { until } from '../support/until';
import { useAuthentication } from './authenticationFixture';

describe('the authentication provider, heard', () => {
  const auth = useAuthentication();
  const { editor } = auth;

  describe('tells the editor', () => {
    it('of who was added, renamed and removed, without a token and without an exchange of its own', async () => {
      const account = await auth.window.signIn(auth.sandbox);
      await auth.prompted.named();
      assert.deepEqual(
        auth.prompted.changes.map(({ added, removed, changed }) => [
          added?.length,
          removed?.length,
          changed?.length,
        ]),
        [
          [1, 0, 0],
          // The name has come: the Accounts menu would list both labels if the old one were not taken back.
          [1, 1, 0],
        ],
      );
      await auth.window.accounts.signOut(account);
      assert.deepEqual(auth.prompted.labels, []);
      const told = auth.prompted.changes.flatMap(({ added = [], removed = [] }) => [...added, ...removed]);
      assert.ok(told.every(({ accessToken }) => accessToken === ''));
      assert.equal(exchanges(auth.sandbox).length, 1);
    });

    it('R12: of a sign-in and a sign-out in another window', async () => {
      const other = auth.window.another(auth.window.workspace);
      await other.accounts.reload();
      const account = await other.signIn(auth.sandbox);
      await until(() => auth.prompted.changes.some(({ added }) => added?.[0]?.id === account.id));
      await other.accounts.signOut(account);
      await until(() =>
        auth.prompted.changes.some(
          ({ removed }) => removed?.[0]?.id === account.id && auth.prompted.labels.length === 0,
        ),
      );
      other.dispose();
    });

    it('of a new token, and of nothing when only the time goes by', async () => {
      const account = await auth.window.signIn(auth.sandbox);
      await auth.prompted.named();
      auth.prompted.changes.length = 0;
      await auth.window.accounts.reload();
      auth.window.offset = 4 * 3600_000;
      await auth.window.accounts.reload();
      assert.equal(auth.prompted.changes.length, 0);
      await auth.window.tokens.token(account);
      assert.deepEqual(
        auth.prompted.changes.map(({ changed }) => changed?.map(({ id }) => id)),
        [[account.id]],
      );
    });

    it('of sessions with the scopes that it waits for, so that its request to sign in goes away', async () => {
      await auth.provider.getSessions(['write', 'api'], {});
      await auth.window.signIn(auth.sandbox);
      assert.deepEqual(
        auth.prompted.changes[0]?.added?.map(({ scopes }) => scopes),
        [[], ['write', 'api']],
      );
    });

    it('not that anybody is signed out when the storage cannot be read', async () => {
      await auth.window.signIn(auth.sandbox);
      await auth.prompted.named();
      auth.prompted.changes.length = 0;
      auth.window.secrets.failing.add('keys');
      await auth.window.accounts.reload();
      assert.deepEqual(auth.prompted.changes, []);
    });
  });

  describe('labels', () => {
    it('two accounts never share one, since the editor keeps trust by it', async () => {
      const credential = { kind: 'personalAccessKey' as const, key: 'a+key/of/nobody==' };
      const hosts = {
        api: 'https://api.example',
        auth: 'https://auth.example',
        dashboard: 'https://my.example',
      };
      await auth.window.store(credential, hosts, 'first', 'org');
      await auth.window.store(credential, hosts, 'second', 'org');
      await auth.window.accounts.reload();
      const [first, second] = auth.prompted.labels;
      assert.match(first ?? '', /^org · auth\.example \([\da-f]{8}\)$/);
      assert.notEqual(first, second);
    });

    it("a server cannot pass for Appcircle's own, nor draw icons or turn text around", async () => {
      await auth.window.signIn(auth.sandbox, auth.sandbox.account('northwind-mallory').secret);
      const { host } = new URL(auth.sandbox.authEndpoint);
      await until(() => auth.prompted.labels[0]?.startsWith('Northwind') ?? false);
      assert.ok(auth.prompted.labels[0]?.endsWith(host));
      const cloud = { api: 'https://api.appcircle.io', auth: 'https://auth.appcircle.io', dashboard: '' };
      await auth.window.store(
        { kind: 'personalAccessKey', key: 'a+key/of/nobody==' },
        { ...cloud, dashboard: 'https://my.appcircle.io' },
        'sub',
        '$(alert) \u202Egnp',
      );
      await auth.window.accounts.reload();
      assert.ok(auth.prompted.labels.includes('\\$(alert) ‹U+202E›gnp'));
    });

    it('stay when the user names an account: trust is not lost by that', async () => {
      const account = await auth.window.signIn(auth.sandbox);
      await auth.prompted.named();
      const before = auth.prompted.labels;
      await new AccountMetadataStore(auth.window.memento).set(account.id, { label: 'Work' });
      await auth.window.accounts.reload();
      assert.deepEqual(auth.prompted.labels, before);
    });
  });

  it('that another extension holds the id is logged, and loses this feature alone', () => {
    const log = new RecordingLog();
    const { registerAuthentication } = editor.load(
      'features/authentication/authentication',
    ) as typeof Registration;
    const { accounts, sessions, tokens } = auth.window;
    editor.authenticationTaken = true;
    registerAuthentication({ accounts, sessions, tokens, log }).dispose();
    assert.deepEqual(log.lines, [
      "warn No authentication provider appcircle: 'appcircle' is already registered",
    ]);
    editor.authenticationTaken = false;
    const registered = registerAuthentication({ accounts, sessions, tokens, log });
    assert.deepEqual(editor.live, ['authentication provider appcircle']);
    registered.dispose();
    assert.deepEqual(editor.live, []);
  });
});
