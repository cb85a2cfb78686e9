import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { exchanges, type WindowFixture } from '../account/accountFixture';
import { failureOf } from '../support/until';
import { PromptedFixture } from './windowFixture';

describe('the authentication provider', () => {
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

  const viewer = () => sandbox.account('harbor-viewer').secret;

  describe('asked without scopes', () => {
    it('R11: lists every account by organization, user and host, and exchanges nothing', async () => {
      await window.signIn(sandbox);
      await window.signIn(sandbox, viewer());
      await asked.named();
      const next = await asked.restarted(sandbox);
      const listed = await next.provider.getSessions(undefined, {});
      const host = new URL(sandbox.authEndpoint).host;
      assert.deepEqual(
        listed.map(({ account }) => account.label),
        [
          `Harbor Labs · deniz.aydin@people.example · ${host}`,
          `Harbor Labs · mika.laine@people.example · ${host}`,
        ],
      );
      assert.ok(listed.every((session) => session.accessToken === '' && session.id === session.account.id));
      assert.deepEqual(sandbox.requests(), []);
      next.dispose();
    });

    it('has the token that is held anyway', async () => {
      const account = await window.signIn(sandbox);
      const [session] = await provider.getSessions(undefined, {});
      assert.equal(session?.accessToken, window.tokens.held(account.id)?.value);
      assert.equal(exchanges(sandbox).length, 1);
    });

    it('with an empty list gives no session that has no token, and exchanges nothing', async () => {
      await window.signIn(sandbox);
      assert.equal((await provider.getSessions([], {})).length, 1);
      const next = await asked.restarted(sandbox);
      assert.deepEqual(await next.provider.getSessions([], {}), []);
      assert.deepEqual(sandbox.requests(), []);
      next.dispose();
    });

    it('knows nobody while signed out, and opens nothing', async () => {
      assert.deepEqual(await provider.getSessions(undefined, {}), []);
      assert.deepEqual(await provider.getSessions(['api'], {}), []);
      assert.equal(asked.dialogs, 0);
    });

    it('R2: does not offer the account of the environment', async () => {
      const account = await window.signIn(sandbox);
      const lent = { ...account, id: 'lent', credentialId: 'lent', kind: 'environment' as const };
      await window.accounts.switchTo(lent, await window.tokens.token(account));
      assert.equal(window.account.id, 'lent');
      assert.deepEqual(
        (await provider.getSessions(undefined, {})).map(({ id }) => id),
        [account.id],
      );
      assert.deepEqual(await provider.getSessions(['api'], {}), []);
      assert.deepEqual(await provider.getSessions(['api'], { account: { id: 'lent', label: '' } }), []);
    });
  });

  describe('asked with scopes', () => {
    it('gives a fresh token of the active account by one exchange, and echoes the scopes', async () => {
      await window.signIn(sandbox);
      await window.signIn(sandbox, viewer());
      const next = await asked.restarted(sandbox);
      const [session, ...others] = await next.provider.getSessions(['api', 'read'], {});
      assert.equal(exchanges(sandbox).length, 1);
      assert.equal(others.length, 0);
      assert.equal(session?.id, next.window.account.id);
      assert.deepEqual(session.scopes, ['api', 'read']);
      assert.equal(session.accessToken, next.window.tokens.held(next.window.account.id)?.value);
      next.dispose();
    });

    it('gives one of the asked account, without switching to it', async () => {
      const first = await window.signIn(sandbox);
      const second = await window.signIn(sandbox, viewer());
      const [session] = await provider.getSessions(['api'], { account: { id: first.id, label: '' } });
      assert.equal(session?.id, first.id);
      assert.equal(session.accessToken, window.tokens.held(first.id)?.value);
      assert.equal(window.account, second);
      assert.deepEqual(await provider.getSessions(['api'], { account: { id: 'x', label: '' } }), []);
    });

    it('renews a token that is near its end', async () => {
      await window.signIn(sandbox);
      const [before] = await provider.getSessions(['api'], {});
      window.offset = 4 * 3600_000;
      const [after] = await provider.getSessions(['api'], {});
      assert.notEqual(after?.accessToken, before?.accessToken);
      assert.equal(exchanges(sandbox).length, 2);
    });

    it('R11: acts in the sub-organization that the window acts in', async () => {
      const root = await window.signIn(sandbox);
      const [sub] = await window.accounts.organizations.ask(root);
      await window.accounts.switchTo(sub!);
      const [session] = await provider.getSessions(['api'], {});
      assert.equal(session?.id, sub?.id);
      assert.match(session?.account.label ?? '', /^Harbor Labs Türkiye · deniz/);
      assert.equal((await provider.getSessions(undefined, {})).length, 2);
    });

    it('waits for a storage that was not read yet, rather than to say that nobody is signed in', async () => {
      await window.signIn(sandbox);
      const next = new PromptedFixture(window.another(window.workspace));
      assert.equal(next.window.sessions.current.kind, 'starting');
      assert.equal((await next.provider.getSessions(['api'], {})).length, 1);
      next.dispose();
    });

    it('T6: fails with a sentence where the storage cannot be read, and does not offer to sign in', async () => {
      await window.signIn(sandbox);
      const next = new PromptedFixture(window.another(window.workspace));
      window.secrets.failing.add('keys');
      const error = await failureOf(next.provider.getSessions(['api'], {}));
      assert.match(String(error), /secret storage cannot be used.*not been signed out/);
      next.dispose();
    });

    it('R7: fails with the sentence where the server is out of reach: nobody is signed out by that', async () => {
      await window.signIn(sandbox);
      const next = await asked.restarted(sandbox);
      await sandbox.down('auth');
      const error = await failureOf(next.provider.getSessions(['api'], {}));
      assert.match(String(error), /cannot be reached/);
      assert.ok(!String(error).includes(sandbox.personalAccessKey));
      next.dispose();
    });

    it('R15: a refused key has no session, is asked with once, and opens nothing', async () => {
      await window.signIn(sandbox);
      // Its question for the name would be answered with 401 once keys are revoked, and bring an exchange of its own.
      await asked.named();
      const next = await asked.restarted(sandbox);
      sandbox.revokeKeys();
      assert.deepEqual(await next.provider.getSessions(['api'], {}), []);
      assert.deepEqual(await next.provider.getSessions(['api'], {}), []);
      assert.equal(exchanges(sandbox).length, 1);
      assert.equal(next.dialogs, 0);
      next.dispose();
    });
  });

  describe('createSession', () => {
    it('runs the sign-in and answers for who is signed in then, by the label that stays', async () => {
      asked.inDialog = () => window.signIn(sandbox);
      const session = await provider.createSession(['api']);
      assert.equal(session.id, window.account.id);
      assert.deepEqual(session.scopes, ['api']);
      assert.equal(session.accessToken, window.tokens.held(window.account.id)?.value);
      assert.match(session.account.label, /^Harbor Labs · deniz/);
      assert.equal(exchanges(sandbox).length, 1);
    });

    it('T5: Esc is a cancellation, signed out or in', async () => {
      assert.equal(((await failureOf(provider.createSession(['api']))) as Error).name, 'Canceled');
      await window.signIn(sandbox);
      const before = window.account;
      assert.equal(((await failureOf(provider.createSession(['api']))) as Error).name, 'Canceled');
      assert.equal(window.account, before);
      assert.equal(asked.dialogs, 2);
    });

    it('takes the key of the same account again, which is a new session', async () => {
      await window.signIn(sandbox);
      asked.inDialog = () => window.signIn(sandbox);
      const session = await provider.createSession(['api']);
      assert.equal(session.id, window.account.id);
      assert.equal(asked.dialogs, 1);
    });

    it('asks nobody for a key because a token alone was missing', async () => {
      await window.signIn(sandbox);
      const next = await asked.restarted(sandbox);
      const session = await next.provider.createSession([]);
      assert.equal(session.accessToken, next.window.tokens.held(next.window.account.id)?.value);
      assert.equal(next.dialogs, 0);
      next.dispose();
    });

    it('opens the sign-in where the key was refused', async () => {
      await window.signIn(sandbox);
      const next = await asked.restarted(sandbox);
      sandbox.revokeKeys();
      assert.equal(((await failureOf(next.provider.createSession([]))) as Error).name, 'Canceled');
      assert.equal(next.dialogs, 1);
      next.dispose();
    });
  });

  describe('removeSession', () => {
    it('R3: signs out of that account and of no other', async () => {
      const first = await window.signIn(sandbox);
      const second = await window.signIn(sandbox, viewer());
      await provider.removeSession(first.id);
      assert.deepEqual(
        window.accounts.known.map(({ id }) => id),
        [second.id],
      );
      assert.equal(window.secrets.records.size, 1);
      await provider.removeSession('of nobody');
    });

    it('fails with a sentence where the storage does not let go', async () => {
      const account = await window.signIn(sandbox);
      window.secrets.failing.add('delete');
      assert.match(String(await failureOf(provider.removeSession(account.id))), /secret storage/);
    });
  });
});
