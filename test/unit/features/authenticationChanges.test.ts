import { strict as assert } from 'node:assert';
import { AccountMetadataStore } from '../../../src/account/accountMetadata';
import type * as Registration from '../../../src/features/authentication/authentication';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { exchanges, type WindowFixture } from '../account/accountFixture';
import { RecordingLog } from '../support/fakes/log';
import { until } from '../support/until';
import { PromptedFixture } from './windowFixture';
import { inEditor } from './inEditor';

const { module, editor } = inEditor('authentication/authentication');
const { registerAuthentication } = module as typeof Registration;

describe('the authentication provider, heard', () => {
  let sandbox: Sandbox;
  let asked: PromptedFixture;
  let window: WindowFixture;
  let provider: PromptedFixture['provider'];

  before(async () => {
    sandbox = await startSandbox({ profiles: 1 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    await sandbox.up();
    sandbox.revokeKeys(undefined, false);
    sandbox.clearRequests();
    asked = new PromptedFixture();
    ({ window, provider } = asked);
    await window.accounts.reload();
  });
  afterEach(() => {
    asked.dispose();
  });

  describe('tells the editor', () => {
    it('of who was added, renamed and removed, without a token and without an exchange of its own', async () => {
      const account = await window.signIn(sandbox);
      await asked.named();
      assert.deepEqual(
        asked.changes.map(({ added, removed, changed }) => [added?.length, removed?.length, changed?.length]),
        [
          [1, 0, 0],
          // The name has come: the Accounts menu would list both labels if the old one were not taken back.
          [1, 1, 0],
        ],
      );
      await window.accounts.signOut(account);
      assert.deepEqual(asked.labels, []);
      const told = asked.changes.flatMap(({ added = [], removed = [] }) => [...added, ...removed]);
      assert.ok(told.every(({ accessToken }) => accessToken === ''));
      assert.equal(exchanges(sandbox).length, 1);
    });

    it('R12: of a sign-in and a sign-out in another window', async () => {
      const other = window.another(window.workspace);
      await other.accounts.reload();
      const account = await other.signIn(sandbox);
      await until(() => asked.changes.some(({ added }) => added?.[0]?.id === account.id));
      await other.accounts.signOut(account);
      await until(() =>
        asked.changes.some(({ removed }) => removed?.[0]?.id === account.id && asked.labels.length === 0),
      );
      other.dispose();
    });

    it('of a new token, and of nothing when only the time goes by', async () => {
      const account = await window.signIn(sandbox);
      await asked.named();
      asked.changes.length = 0;
      await window.accounts.reload();
      window.offset = 4 * 3600_000;
      await window.accounts.reload();
      assert.equal(asked.changes.length, 0);
      await window.tokens.token(account);
      assert.deepEqual(
        asked.changes.map(({ changed }) => changed?.map(({ id }) => id)),
        [[account.id]],
      );
    });

    it('of sessions with the scopes that it waits for, so that its request to sign in goes away', async () => {
      await provider.getSessions(['write', 'api'], {});
      await window.signIn(sandbox);
      assert.deepEqual(
        asked.changes[0]?.added?.map(({ scopes }) => scopes),
        [[], ['write', 'api']],
      );
    });

    it('not that anybody is signed out when the storage cannot be read', async () => {
      await window.signIn(sandbox);
      await asked.named();
      asked.changes.length = 0;
      window.secrets.failing.add('keys');
      await window.accounts.reload();
      assert.deepEqual(asked.changes, []);
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
      await window.store(credential, hosts, 'first', 'org');
      await window.store(credential, hosts, 'second', 'org');
      await window.accounts.reload();
      const [first, second] = asked.labels;
      assert.match(first ?? '', /^org · auth\.example \([\da-f]{8}\)$/);
      assert.notEqual(first, second);
    });

    it("a server cannot pass for Appcircle's own, nor draw icons or turn text around", async () => {
      await window.signIn(sandbox, sandbox.account('northwind-mallory').secret);
      const { host } = new URL(sandbox.authEndpoint);
      await until(() => asked.labels[0]?.startsWith('Northwind') ?? false);
      assert.ok(asked.labels[0]?.endsWith(host));
      const cloud = { api: 'https://api.appcircle.io', auth: 'https://auth.appcircle.io', dashboard: '' };
      await window.store(
        { kind: 'personalAccessKey', key: 'a+key/of/nobody==' },
        { ...cloud, dashboard: 'https://my.appcircle.io' },
        'sub',
        '$(alert) \u202Egnp',
      );
      await window.accounts.reload();
      assert.ok(asked.labels.includes('\\$(alert) ‹U+202E›gnp'));
    });

    it('stay when the user names an account: trust is not lost by that', async () => {
      const account = await window.signIn(sandbox);
      await asked.named();
      const before = asked.labels;
      await new AccountMetadataStore(window.memento).set(account.id, { label: 'Work' });
      await window.accounts.reload();
      assert.deepEqual(asked.labels, before);
    });
  });

  it('that another extension holds the id is logged, and loses this feature alone', () => {
    const log = new RecordingLog();
    const { accounts, sessions, tokens } = window;
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
