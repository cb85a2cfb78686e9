import { strict as assert } from 'node:assert';
import type { Account } from '../../../src/account/account';
import { keyOf } from '../account/accountFixture';
import { failureOf } from '../support/until';
import { useAuthentication } from './authenticationFixture';

describe('createSession of the authentication provider, asked for an account', () => {
  const auth = useAuthentication();
  let first: Account;
  let second: Account;
  beforeEach(async () => {
    first = await auth.window.signIn(auth.sandbox);
    second = await auth.window.signIn(auth.sandbox, viewer());
  });

  const viewer = () => auth.sandbox.account('harbor-viewer').secret;
  const create = ({ id }: Account, scopes = ['api']) =>
    auth.prompted.provider.createSession(scopes, { account: { id, label: '' } });

  it('R11: takes another key of the active one', async () => {
    auth.prompted.inDialog = () =>
      auth.window.accounts.replaceCredential(second, keyOf(viewer()), new AbortController().signal);
    const session = await create(second);
    assert.equal(session.id, second.id);
    assert.deepEqual([auth.prompted.replacements, auth.prompted.dialogs], [1, 0]);
  });

  it('R11: opens the sign-in for one that is not active, and answers for it', async () => {
    auth.prompted.inDialog = () => auth.window.signIn(auth.sandbox);
    const session = await create(first);
    assert.equal(session.id, first.id);
    assert.equal(session.accessToken, auth.window.tokens.cachedToken(first.id)?.value);
    assert.deepEqual([auth.prompted.replacements, auth.prompted.dialogs], [0, 1]);
  });

  it("R11: never answers with another account's session", async () => {
    auth.prompted.inDialog = () => auth.window.signIn(auth.sandbox, viewer());
    assert.match(String(await failureOf(create(first))), /a different Appcircle account/);
    await auth.window.accounts.signOut(first);
    assert.match(String(await failureOf(create(first))), /a different Appcircle account/);
  });

  it('R11: a sub-organization is asked for by the key of its root', async () => {
    auth.prompted.inDialog = () => auth.window.signIn(auth.sandbox);
    await create(first);
    const [sub] = await auth.window.accounts.organizations.fetch(auth.window.account);
    assert.ok(sub);
    assert.equal((await create(sub)).id, sub.id);
    assert.deepEqual([auth.prompted.replacements, auth.prompted.dialogs], [1, 1]);
  });

  it('T5: Esc is a cancellation', async () => {
    for (const account of [first, second]) {
      assert.equal(((await failureOf(create(account))) as Error).name, 'Canceled');
    }
  });

  it('gives the asked one a token where that alone was missing', async () => {
    const next = await auth.prompted.restarted(auth.sandbox);
    const session = await next.provider.createSession([], { account: { id: first.id, label: '' } });
    assert.equal(session.id, first.id);
    assert.equal(next.dialogs, 0);
  });
});
