import assert from 'node:assert/strict';
import { until } from '../vscode/until';
import { exchange, forgetRequests, keyOf, requestsLike } from '../ui/support/appcircle';
import { AccountsMenu } from '../ui/support/accountsMenu';
import { Asker } from '../ui/support/asker';
import { signIn } from '../ui/support/journeys';
import { storedSecrets } from '../ui/support/storedSecrets';
import { useVsCode } from '../ui/support/suite';
import type { Workbench } from '../ui/support/workbench';

interface Session {
  accessToken: string;
  account: { id: string; label: string };
  scopes: string[];
}

const consent = "The extension 'Asker' wants to sign in using Appcircle (full access to your account).";

describe('Accounts menu, and another extension that asks for a token', () => {
  const other = new Asker('accountsMenu');
  const vscode = useVsCode({ name: 'accountsMenu', ...other.options });
  let workbench: Workbench;
  let menu: AccountsMenu;
  let harbor: string;
  let northwind: string;

  before(async () => {
    workbench = vscode.current.workbench;
    menu = new AccountsMenu(workbench.page);
    const host = new URL(vscode.current.sandbox.info.authEndpoint).host;
    [harbor, northwind] = ['Harbor Labs', 'Northwind Mobile'].map(
      (name) => `${name} · deniz.aydin@people.example · ${host}`,
    ) as [string, string];
    await signIn(vscode.current, await keyOf(vscode.current.sandbox, 'northwind-owner'));
    await signIn(vscode.current);
    await workbench.statusBarItem().saying('Harbor Labs');
  });

  const getSession = (options: object) =>
    other.run<Session | null>(
      `return (await vscode.authentication.getSession('appcircle', ['api'], ${JSON.stringify(options)})) ?? null`,
    );
  const accounts = () =>
    other.run<{ id: string; label: string }[]>("return vscode.authentication.getAccounts('appcircle')");
  const isLive = async (token: string) => {
    const { apiEndpoint } = vscode.current.sandbox.info;
    const headers = { authorization: `Bearer ${token}` };
    return (await fetch(`${apiEndpoint}/distribution/v2/profiles`, { headers })).ok;
  };

  it('R11: names every account with organization and user', async () => {
    const names = await menu.accounts();
    assert.deepEqual(
      names.filter((name) => name.includes('Appcircle')).sort(),
      [harbor, northwind].map((label) => `${label} (Appcircle (full access to your account))`),
    );
    await vscode.current.screenshot('accounts menu');
    await menu.close();
  });

  it('silent: nothing before the consent, and no question', async () => {
    assert.equal(await getSession({ silent: true }), null);
    assert.equal(await workbench.dialog.box.isVisible(), false);
  });

  it('createIfNone: asks for consent, and gives a live token of the active account', async () => {
    const asked = getSession({ createIfNone: true });
    await workbench.dialog.shown();
    // Without a detail the editor shows the message in its place.
    assert.equal(await workbench.dialog.detail(), consent);
    await vscode.current.screenshot('consent');
    await workbench.dialog.press('Allow');
    await workbench.quickInput.shown();
    await workbench.quickInput.pick(harbor);
    const session = await asked;
    assert.equal(session?.account.label, harbor);
    assert.deepEqual(session.scopes, ['api']);
    assert.ok(await isLive(session.accessToken));
  });

  it('silent: the same token afterwards, without an exchange', async () => {
    await forgetRequests(vscode.current.sandbox);
    assert.equal((await getSession({ silent: true }))?.account.label, harbor);
    assert.deepEqual(await requestsLike(vscode.current.sandbox, exchange), []);
  });

  it('account: a token of that one, after its own consent', async () => {
    const account = (await accounts()).find(({ label }) => label === northwind);
    assert.equal(await getSession({ account, silent: true }), null);
    const asked = getSession({ account, createIfNone: true });
    await workbench.dialog.shown();
    await workbench.dialog.press('Allow');
    const session = await asked;
    assert.equal(session?.account.label, northwind);
    assert.ok(await isLive(session.accessToken));
    assert.notEqual(session.accessToken, (await getSession({ silent: true }))?.accessToken);
  });

  it('T5: forceNewSession opens Sign In, and Esc there is a cancellation without a message', async () => {
    const asked = getSession({ forceNewSession: true }).then(() => 'a session', String);
    await workbench.dialog.shown();
    await workbench.dialog.press('Allow');
    await workbench.quickInput.shown('How do you want to sign in?');
    await workbench.quickInput.escape();
    assert.match(await asked, /Canceled/);
    assert.deepEqual(await workbench.toastTexts(), []);
  });

  it('Manage Trusted Extensions knows whom the user trusts', async () => {
    await menu.choose(harbor, 'Manage Trusted Extensions');
    await workbench.quickInput.row('Asker').waitFor();
    await vscode.current.screenshot('trusted extensions');
    await workbench.quickInput.escape();
    await workbench.quickInput.hidden();
  });

  it('R3: Sign Out there signs out of that account and of no other, and tells the other extension', async () => {
    await menu.choose(harbor, 'Sign Out');
    await workbench.dialog.shown();
    await vscode.current.screenshot('sign out in the accounts menu');
    await workbench.dialog.press('Sign Out');
    await workbench.statusBarItem().saying('Northwind Mobile');
    assert.equal(Object.keys(await storedSecrets(vscode.current)).length, 1);
    await until('one account', async () => (await accounts()).map(({ label }) => label).join() === northwind);
    const names = await menu.accounts();
    assert.ok(!names.some((name) => name.includes('Harbor Labs')));
    await menu.close();
  });
});
