import { strict as assert } from 'node:assert';
import { exchanges } from '../account/accountFixture';
import { failureOf } from '../support/until';
import { useAuthentication } from './authenticationFixture';

describe('the authentication provider', () => {
  const auth = useAuthentication();

  const viewer = () => auth.sandbox.account('harbor-viewer').secret;

  describe('asked without scopes', () => {
    it('R11: lists every account by organization, user and host, and exchanges nothing', async () => {
      await auth.window.signIn(auth.sandbox);
      await auth.window.signIn(auth.sandbox, viewer());
      await auth.prompted.named();
      const next = await auth.prompted.restarted(auth.sandbox);
      const listed = await next.provider.getSessions(undefined, {});
      const host = new URL(auth.sandbox.authEndpoint).host;
      assert.deepEqual(
        listed.map(({ account }) => account.label),
        [
          `Harbor Labs · deniz.aydin@people.example · ${host}`,
          `Harbor Labs · mika.laine@people.example · ${host}`,
        ],
      );
      assert.ok(listed.every((session) => session.accessToken === '' && session.id === session.account.id));
      assert.deepEqual(auth.sandbox.requests(), []);
    });

    it('has the token that is held anyway', async () => {
      const account = await auth.window.signIn(auth.sandbox);
      const [session] = await auth.provider.getSessions(undefined, {});
      assert.equal(session?.accessToken, auth.window.tokens.cachedToken(account.id)?.value);
      assert.equal(exchanges(auth.sandbox).length, 1);
    });

    it('with an empty list gives no session that has no token, and exchanges nothing', async () => {
      await auth.window.signIn(auth.sandbox);
      assert.equal((await auth.provider.getSessions([], {})).length, 1);
      const next = await auth.prompted.restarted(auth.sandbox);
      assert.deepEqual(await next.provider.getSessions([], {}), []);
      assert.deepEqual(auth.sandbox.requests(), []);
    });

    it('knows nobody while signed out, and opens nothing', async () => {
      assert.deepEqual(await auth.provider.getSessions(undefined, {}), []);
      assert.deepEqual(await auth.provider.getSessions(['api'], {}), []);
      assert.equal(auth.prompted.dialogs, 0);
    });

    it('R2: does not offer the account of the environment', async () => {
      const account = await auth.window.signIn(auth.sandbox);
      const lent = { ...account, id: 'lent', credentialId: 'lent', kind: 'environment' as const };
      await auth.window.accounts.switchTo(lent, await auth.window.tokens.token(account));
      assert.equal(auth.window.account.id, 'lent');
      assert.deepEqual(
        (await auth.provider.getSessions(undefined, {})).map(({ id }) => id),
        [account.id],
      );
      assert.deepEqual(await auth.provider.getSessions(['api'], {}), []);
      assert.deepEqual(await auth.provider.getSessions(['api'], { account: { id: 'lent', label: '' } }), []);
    });
  });

  describe('asked with scopes', () => {
    it('gives a fresh token of the active account by one exchange, and echoes the scopes', async () => {
      await auth.window.signIn(auth.sandbox);
      await auth.window.signIn(auth.sandbox, viewer());
      const next = await auth.prompted.restarted(auth.sandbox);
      const [session, ...others] = await next.provider.getSessions(['api', 'read'], {});
      assert.equal(exchanges(auth.sandbox).length, 1);
      assert.equal(others.length, 0);
      assert.equal(session?.id, next.window.account.id);
      assert.deepEqual(session.scopes, ['api', 'read']);
      assert.equal(session.accessToken, next.window.tokens.cachedToken(next.window.account.id)?.value);
    });

    it('gives one of the asked account, without switching to it', async () => {
      const first = await auth.window.signIn(auth.sandbox);
      const second = await auth.window.signIn(auth.sandbox, viewer());
      const [session] = await auth.provider.getSessions(['api'], { account: { id: first.id, label: '' } });
      assert.equal(session?.id, first.id);
      assert.equal(session.accessToken, auth.window.tokens.cachedToken(first.id)?.value);
      assert.equal(auth.window.account, second);
      assert.deepEqual(await auth.provider.getSessions(['api'], { account: { id: 'x', label: '' } }), []);
    });

    it('renews a token that is near its end', async () => {
      await auth.window.signIn(auth.sandbox);
      const [before] = await auth.provider.getSessions(['api'], {});
      auth.window.offset = 4 * 3600_000;
      const [after] = await auth.provider.getSessions(['api'], {});
      assert.notEqual(after?.accessToken, before?.accessToken);
      assert.equal(exchanges(auth.sandbox).length, 2);
    });

    it('R11: acts in the sub-organization that the window acts in', async () => {
      const root = await auth.window.signIn(auth.sandbox);
      const [sub] = await auth.window.accounts.organizations.fetch(root);
      await auth.window.accounts.switchTo(sub!);
      const [session] = await auth.provider.getSessions(['api'], {});
      assert.equal(session?.id, sub?.id);
      assert.match(session?.account.label ?? '', /^Harbor Labs Türkiye · deniz/);
      assert.equal((await auth.provider.getSessions(undefined, {})).length, 2);
    });

    it('waits for a storage that was not read yet, rather than to say that nobody is signed in', async () => {
      await auth.window.signIn(auth.sandbox);
      const next = auth.prompted.another();
      assert.equal(next.window.sessions.current.kind, 'starting');
      assert.equal((await next.provider.getSessions(['api'], {})).length, 1);
    });

    it('T6: fails with a sentence where the storage cannot be read, and does not offer to sign in', async () => {
      await auth.window.signIn(auth.sandbox);
      const next = auth.prompted.another();
      auth.window.secrets.failing.add('keys');
      const error = await failureOf(next.provider.getSessions(['api'], {}));
      assert.match(String(error), /secret storage cannot be read.*still signed in/);
    });

    it('R7: fails with the sentence where the server is out of reach: nobody is signed out by that', async () => {
      await auth.window.signIn(auth.sandbox);
      const next = await auth.prompted.restarted(auth.sandbox);
      await auth.sandbox.down('auth');
      const error = await failureOf(next.provider.getSessions(['api'], {}));
      assert.match(String(error), /cannot be reached/);
      assert.ok(!String(error).includes(auth.sandbox.personalAccessKey));
    });

    it('R15: a refused key has no session, is asked with once, and opens nothing', async () => {
      await auth.window.signIn(auth.sandbox);
      // Its question for the name would be answered with 401 once keys are revoked, and bring an exchange of its own.
      await auth.prompted.named();
      const next = await auth.prompted.restarted(auth.sandbox);
      auth.sandbox.revokeKeys();
      assert.deepEqual(await next.provider.getSessions(['api'], {}), []);
      assert.deepEqual(await next.provider.getSessions(['api'], {}), []);
      assert.equal(exchanges(auth.sandbox).length, 1);
      assert.equal(next.dialogs, 0);
    });
  });

  describe('createSession', () => {
    it('runs the sign-in and answers for who is signed in then, by the label that stays', async () => {
      auth.prompted.inDialog = () => auth.window.signIn(auth.sandbox);
      const session = await auth.provider.createSession(['api']);
      assert.equal(session.id, auth.window.account.id);
      assert.deepEqual(session.scopes, ['api']);
      assert.equal(session.accessToken, auth.window.tokens.cachedToken(auth.window.account.id)?.value);
      assert.match(session.account.label, /^Harbor Labs · deniz/);
      assert.equal(exchanges(auth.sandbox).length, 1);
    });

    it('T5: Esc is a cancellation, signed out or in', async () => {
      assert.equal(((await failureOf(auth.provider.createSession(['api']))) as Error).name, 'Canceled');
      await auth.window.signIn(auth.sandbox);
      const before = auth.window.account;
      assert.equal(((await failureOf(auth.provider.createSession(['api']))) as Error).name, 'Canceled');
      assert.equal(auth.window.account, before);
      assert.equal(auth.prompted.dialogs, 2);
    });

    it('takes the key of the same account again, which is a new session', async () => {
      await auth.window.signIn(auth.sandbox);
      auth.prompted.inDialog = () => auth.window.signIn(auth.sandbox);
      const session = await auth.provider.createSession(['api']);
      assert.equal(session.id, auth.window.account.id);
      assert.equal(auth.prompted.dialogs, 1);
    });

    it('asks nobody for a key because a token alone was missing', async () => {
      await auth.window.signIn(auth.sandbox);
      const next = await auth.prompted.restarted(auth.sandbox);
      const session = await next.provider.createSession([]);
      assert.equal(session.accessToken, next.window.tokens.cachedToken(next.window.account.id)?.value);
      assert.equal(next.dialogs, 0);
    });

    it('opens the sign-in where the key was refused', async () => {
      await auth.window.signIn(auth.sandbox);
      const next = await auth.prompted.restarted(auth.sandbox);
      auth.sandbox.revokeKeys();
      assert.equal(((await failureOf(next.provider.createSession([]))) as Error).name, 'Canceled');
      assert.equal(next.dialogs, 1);
    });
  });

  describe('removeSession', () => {
    it('R3: signs out of that account and of no other', async () => {
      const first = await auth.window.signIn(auth.sandbox);
      const second = await auth.window.signIn(auth.sandbox, viewer());
      await auth.provider.removeSession(first.id);
      assert.deepEqual(
        auth.window.accounts.known.map(({ id }) => id),
        [second.id],
      );
      assert.equal(auth.window.secrets.records.size, 1);
      await auth.provider.removeSession('of nobody');
    });

    it('fails with a sentence where the storage does not let go', async () => {
      const account = await auth.window.signIn(auth.sandbox);
      auth.window.secrets.failing.add('delete');
      assert.match(String(await failureOf(auth.provider.removeSession(account.id))), /secret storage/);
    });
  });
});
