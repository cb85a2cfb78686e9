import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../vscode/until';
import { UserFixture, signIn, signInAndSettle, signOutOfAll } from './support/userFixture';
import { asUsual, control, forgetRequests, requests, sandbox } from './support/sandbox';

const provider = 'appcircle';
const { authentication } = vscode;

/**
 * As far as the editor asks nobody for consent, which it cannot while tests run in its extension host. The rest is in
 * test/long/accountsMenu.test.ts.
 */
describe('Authentication provider', () => {
  let user: UserFixture;
  let changes: number;
  let watch: vscode.Disposable;

  beforeEach(async () => {
    user = new UserFixture();
    await asUsual();
    changes = 0;
    watch = authentication.onDidChangeSessions((event) => {
      if (event.provider.id === provider) changes++;
    });
  });

  afterEach(async () => {
    watch.dispose();
    await signOutOfAll(user);
    user.leave();
  });

  const labels = async () => (await authentication.getAccounts(provider)).map(({ label }) => label);

  it('R11: lists every account with organization and user, and asks no server for it', async () => {
    assert.deepEqual(await labels(), []);
    const { accounts } = (await control('accounts')) as { accounts: { id: string; secret: string }[] };
    await signIn(user, accounts.find(({ id }) => id === 'northwind-owner')?.secret ?? '');
    await signInAndSettle(user, sandbox.personalAccessKey);
    const host = new URL(sandbox.authEndpoint).host;
    const expected = [
      `Harbor Labs · deniz.aydin@people.example · ${host}`,
      `Northwind Mobile · deniz.aydin@people.example · ${host}`,
    ];
    await until('the names', async () => (await labels()).sort().join() === expected.join());
    await forgetRequests();
    await labels();
    assert.deepEqual(await requests(), []);
  });

  it('tells of signing in and out', async () => {
    await signIn(user, sandbox.personalAccessKey);
    await until('the event of the sign-in', () => changes > 0);
    await until('the name', async () => (await labels())[0]?.startsWith('Harbor Labs ·'));
    changes = 0;
    await signOutOfAll(user);
    await until('the event of the sign-out', () => changes > 0);
    assert.deepEqual(await labels(), []);
  });

  it('gives nobody a token without consent, silently', async () => {
    await signIn(user, sandbox.personalAccessKey);
    const [account] = await authentication.getAccounts(provider);
    assert.ok(account);
    for (const options of [{ silent: true }, { silent: true, account }]) {
      assert.equal(await authentication.getSession(provider, ['api'], options), undefined);
    }
    assert.deepEqual(user.messages, []);
  });

  it('a second provider of the same id takes nothing away', async () => {
    await signIn(user, sandbox.personalAccessKey);
    const sessions =
      new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>();
    try {
      authentication.registerAuthenticationProvider(provider, 'Impostor', {
        onDidChangeSessions: sessions.event,
        getSessions: () => Promise.resolve([]),
        createSession: () => Promise.reject(new Error('none')),
        removeSession: () => Promise.resolve(),
      });
    } catch {
      // Older editors throw, newer ones write to their log.
    }
    assert.equal((await labels()).length, 1);
  });
});
