import assert from 'node:assert/strict';
import { until } from '../vscode/until';
import { exchange, forgetRequests, keyOf, profileList, requestsLike } from './support/appcircle';
import { distribution, signIn, submitKey } from './support/journeys';
import { assertNothingLeaked } from './support/leaks';
import { Keyboard } from './support/spoken/keyboard';
import { storedSecrets } from './support/storedSecrets';
import { useVsCode } from './support/suite';
import { traces } from './support/traces';
import type { View } from './support/view';
import type { Workbench } from './support/workbench';

describe('Two organizations, from the second key to nothing left', () => {
  const vscode = useVsCode({ name: 'accounts' });
  let workbench: Workbench;
  let view: View;
  let northwindKey: string;
  const asked = (beginning: string) => requestsLike(vscode.current.sandbox, beginning);

  before(async () => {
    workbench = vscode.current.workbench;
    northwindKey = await keyOf(vscode.current.sandbox, 'northwind-owner');
    view = await distribution(workbench);
    await signIn(vscode.current);
    await workbench.statusBarItem().saying('Harbor Labs');
  });

  beforeEach(() => forgetRequests(vscode.current.sandbox));

  it('R11: a second key is a second organization, with rows of its own', async () => {
    await workbench.runCommand('Appcircle: Switch Account');
    await workbench.quickInput.shown('Select an organization');
    await workbench.quickInput.pick('Sign in to another organization…');
    await workbench.quickInput.shown('How do you want to sign in?');
    await workbench.quickInput.pick('Personal Access Key');
    await workbench.quickInput.shown('Paste the key');
    await submitKey(workbench, northwindKey);
    await workbench.statusBarItem().saying('Northwind Mobile');
    await view.withRowCount(12);
    assert.deepEqual(await asked('POST'), [`${exchange} 200`]);
    assert.deepEqual(await asked(profileList), [`${profileList} 200`]);
    assert.equal(Object.keys(await storedSecrets(vscode.current)).length, 2);
  });

  it('R10: Switch Account, by keyboard alone, marks the current one and brings the rows of the other', async () => {
    const { keyboard } = vscode.current.page;
    await new Keyboard(workbench).command('Appcircle: Switch Account');
    await workbench.quickInput.shown('Select an organization');
    const rows = await until('the organizations', async () => {
      const found = await workbench.quickInput.rows();
      return found.length > 4 && found;
    });
    assert.deepEqual(
      rows.filter((row) => row.includes('current')).map((row) => row.split(',')[0]),
      ['Northwind Mobile'],
    );
    await vscode.current.screenshot('switch account');
    await keyboard.type('Harbor Labs');
    await workbench.quickInput.withFocusedRow(/^Harbor Labs/);
    await keyboard.press('Enter');
    await workbench.quickInput.hidden();
    await workbench.statusBarItem().saying('Harbor Labs');
    await view.withRowCount(40);
    assert.deepEqual(await asked(exchange), [], 'the token of this account was kept');
    assert.deepEqual(await asked(profileList), [`${profileList} 200`]);
  });

  it('Replace Key refuses the key of the other organization in words, and takes its own', async () => {
    await workbench.runCommand('Appcircle: Replace Key');
    await workbench.quickInput.shown('Paste the key');
    await workbench.quickInput.type(northwindKey);
    await workbench.quickInput.accept();
    await workbench.quickInput.messageWith('another organization');
    await vscode.current.screenshot('replace key of another organization');
    await workbench.quickInput.type(vscode.current.sandbox.info.personalAccessKey);
    await workbench.quickInput.accept();
    await workbench.quickInput.hidden();
    await workbench.statusBarItem().saying('Harbor Labs');
    await view.withRowCount(40);
    assert.equal(Object.keys(await storedSecrets(vscode.current)).length, 2);
  });

  it('R29: Show Account says who, where, with what and for how long, and offers every action', async () => {
    const { page } = vscode.current;
    for (const theme of ['dark', 'highContrast', 'light'] as const) {
      await vscode.current.theme(theme);
      await workbench.statusBarItem().click();
      await workbench.quickInput.shown('Select an action');
      await vscode.current.screenshot(`show account ${theme}`);
      if (theme !== 'light') await workbench.quickInput.dismiss();
    }
    const top = await workbench.quickInput.filledRows();
    assert.equal(top[0], 'Organization, Harbor Labs, Account');
    assert.equal(top[1], 'User, deniz.aydin@people.example');
    assert.match(top[2] ?? '', /^Server, 127\.0\.0\.1:\d+$/);
    assert.match(top[3] ?? '', /^Session, Token valid until .*\d/);
    assert.deepEqual(
      top.slice(4).map((row) => row.split(',')[0]),
      [
        'Switch Account',
        'Open Dashboard',
        'Organization…',
        'Copy Access Token',
        'Open Terminal with Access Token',
        'Sign Out',
        'More…',
      ],
    );
    assert.equal(await workbench.quickInput.focusedRow(), 'Switch Account, Actions');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await workbench.quickInput.withFocusedRow(/^User, /);
    await page.keyboard.press('Enter');
    await page.getByText('User copied').waitFor();
    await workbench.statusBarItem().click();
    await workbench.quickInput.pick('More…');
    await workbench.quickInput.shown('Account Details');
    await vscode.current.screenshot('show account more');
    const more = await workbench.quickInput.filledRows();
    assert.equal(more[0], 'Signed in with, Personal Access Key, Details');
    assert.equal(more[1], "Stored in, The editor's secret storage");
    assert.match(more[2] ?? '', /^Token issued, /);
    const labels = more.map((row) => row.split(',')[0]);
    for (const action of ['Replace Key', 'Rename Account', 'Show Token Claims', 'Copy Diagnostics'])
      assert.ok(labels.includes(action), `${action} among ${labels.join(', ')}`);
    await workbench.quickInput.button('Back');
    await workbench.quickInput.row('Switch Account').waitFor();
    await workbench.quickInput.dismiss();
  });

  it('Sign Out asks first, says what stays, and goes over to the other organization', async () => {
    await workbench.runCommand('Appcircle: Sign Out');
    await workbench.dialog.shown();
    assert.equal(await workbench.dialog.message(), 'Sign out of Harbor Labs?');
    assert.match(await workbench.dialog.detail(), /remains valid until you delete it/);
    await vscode.current.screenshot('sign out');
    await workbench.dialog.press('Sign Out');
    await workbench.statusBarItem().saying('Northwind Mobile');
    await view.withRowCount(12);
    assert.deepEqual(await asked('POST'), [], 'its token was kept too');
    const stored = JSON.stringify(await storedSecrets(vscode.current));
    assert.ok(
      stored.includes(northwindKey) && !stored.includes(vscode.current.sandbox.info.personalAccessKey),
    );
  });

  it('R3: Remove All Data asks first, then the welcome is back and the secret storage is empty', async () => {
    await until('something to remove', async () => (await traces(vscode.current)).length > 0);
    await workbench.runCommand('Appcircle: Remove All Data');
    await workbench.dialog.shown();
    assert.match(
      await workbench.dialog.detail(),
      /removes all keys, accounts, .+ remain valid until you delete them/,
    );
    await vscode.current.screenshot('remove all data');
    await workbench.dialog.press('Remove All Data');
    const toast = await workbench.toast('Removed all Appcircle Explorer data.');
    assert.equal(await toast.severity(), 'info');
    await view.welcomeButton('Sign In').waitFor();
    await workbench.statusBarItem().saying('Sign In');
    assert.deepEqual(await storedSecrets(vscode.current), {});
  });

  it('R3: once it is written out, no storage of the editor knows an account, organization or user', async () => {
    await vscode.current.closeWindows();
    assert.deepEqual(await traces(vscode.current), []);
  });

  it('R3: the next window finds nothing, shows the welcome and asks nobody', async () => {
    workbench = await vscode.current.openWindow();
    // The extension starts with the window.
    await workbench.statusBarItem().saying('Sign In', { timeout: 30_000 });
    view = await distribution(workbench);
    await view.welcomeButton('Sign In').waitFor();
    assert.deepEqual(await workbench.toastTexts(), []);
    assert.deepEqual(await asked(''), []);
  });

  it('leaves no key and no token in any file, storage or line, and went nowhere but to the sandbox', async () => {
    await assertNothingLeaked(vscode.current);
  });
});
