import { strict as assert } from 'node:assert';
import type { AuthenticationProviderAuthenticationSessionsChangeEvent } from 'vscode';
import type * as Provider from '../../../src/features/authentication/lazySessionProvider';
import { hostsAt, keyOf, WindowFixture } from '../account/accountFixture';
import { sentinel } from '../support/leaks';
import { settled } from '../support/until';
import { useEditor, type EditorWith } from '../support/useEditor';

describe('the authentication provider, loaded on first use', () => {
  const editor = useEditor('features/authentication/lazySessionProvider') as EditorWith<typeof Provider>;
  let window: WindowFixture;
  let provider: Provider.LazySessionProvider;
  let told: AuthenticationProviderAuthenticationSessionsChangeEvent[];

  beforeEach(() => {
    window = editor.own(new WindowFixture());
    const { accounts, sessions, tokens } = window;
    const closed = () => Promise.resolve();
    provider = editor.own(
      new editor.module.LazySessionProvider({
        accounts,
        sessions,
        tokens,
        signIn: closed,
        replaceKey: closed,
      }),
    );
    told = [];
    provider.onDidChangeSessions((change) => told.push(change));
  });

  const isLoaded = () =>
    Object.keys(require.cache).some((file) => /authentication[\\/]sessionProvider\./.test(file));

  async function added(): Promise<string> {
    const { id } = await window.store(keyOf(sentinel), hostsAt('http://127.0.0.1:1'));
    await window.accounts.reload();
    await settled();
    return id;
  }

  it('is not while nobody is signed in, though the Accounts menu asks', async () => {
    await window.accounts.reload();
    assert.deepEqual(await provider.getSessions(undefined), []);
    await settled();
    assert.equal(isLoaded(), false);
    assert.deepEqual(told, []);
  });

  it('tells the editor of an account once it is there, and of each change after that once', async () => {
    const id = await added();
    assert.deepEqual(
      told.map((change) => change.added?.map((session) => session.id)),
      [[id]],
    );
    assert.deepEqual(
      (await provider.getSessions(undefined)).map((session) => session.id),
      [id],
    );
    await window.accounts.signOut(window.account);
    assert.deepEqual(
      told.map(({ removed = [] }) => removed.length),
      [0, 1],
    );
  });

  it('answers who asks before that, a closed dialog with it', async () => {
    assert.deepEqual(await provider.getSessions(['api']), []);
    await assert.rejects(provider.createSession(['api']), { name: 'Canceled' });
  });

  it('signs out of an account that the Accounts menu names', async () => {
    await provider.removeSession(await added());
    assert.equal(window.sessions.current.kind, 'signedOut');
  });
});
