import assert from 'node:assert/strict';
import { until } from '../vscode/until';
import { exchange, forgetRequests, profileList, requestsLike } from './support/appcircle';
import { hoverTelling } from './support/hover';
import { distribution, signIn } from './support/journeys';
import { assertNothingLeaked } from './support/leaks';
import { signInTexts, watchSignIn } from './support/signInWatch';
import { storedSecrets } from './support/storedSecrets';
import { useVsCode } from './support/suite';
import { traces } from './support/traces';
import type { View } from './support/view';
import type { Workbench } from './support/workbench';

/** A session that is good, by what is said of it. */
const good = /Signed in\.|Token valid until /;

describe('A session through the day', () => {
  const vscode = useVsCode({ name: 'session' });
  let workbench: Workbench;
  let view: View;
  const control = (path: string, body: unknown = {}) => vscode.current.sandbox.control(path, body);
  const asked = (beginning: string) => requestsLike(vscode.current.sandbox, beginning);
  /** Loads the window anew, until our extension runs in it: an extension host that starts computes. */
  const reload = async () => {
    await workbench.reload();
    await workbench.statusBarItem().item.waitFor({ timeout: 30_000 });
  };

  before(async () => {
    workbench = vscode.current.workbench;
    view = await distribution(workbench);
    await view.welcomeButton('Sign In').waitFor();
    await watchSignIn(vscode.current.page);
    await until('three welcomes and the status bar that offer to sign in', async () => {
      assert.equal(new Set(await signInTexts(vscode.current.page)).size, 4);
      return true;
    });
    await signIn(vscode.current);
  });

  beforeEach(() => forgetRequests(vscode.current.sandbox));

  it('a reload keeps it: the sign-in text never shows, and one exchange and one list are made', async () => {
    await reload();
    await view.withRows(10);
    await workbench.statusBarItem().saying(good);
    await workbench.statusBarItem().tooltip();
    assert.deepEqual(await signInTexts(vscode.current.page), []);
    assert.deepEqual(await asked('POST'), [`${exchange} 200`]);
    assert.deepEqual(await asked(profileList), [`${profileList} 200`]);
    assert.deepEqual(await workbench.toastTexts(), []);
  });

  it('R8: Refresh shows the progress of the view while the server lets it wait', async () => {
    await control('faults', { kind: 'hold', path: '/distribution/v2/profiles', times: 1 });
    await view.titleAction('Refresh');
    await view.progress.waitFor();
    await until('the request', async () => (await asked(profileList)).length > 0);
    assert.deepEqual(await asked(profileList), [`${profileList} unanswered`]);
    assert.ok((await view.rows()).length > 10, 'the rows stay');
    await vscode.current.screenshot('refreshing');
    await vscode.current.sandbox.control('faults', undefined, 'DELETE');
    await view.progress.waitFor({ state: 'hidden' });
    assert.deepEqual(await asked(profileList), [`${profileList} 200`]);
  });

  it('a server that is down leaves the rows, says since when they are old and what helps', async () => {
    await control('down');
    await view.titleAction('Refresh');
    await workbench.statusBarItem().saying('Harbor Labs: Offline');
    const message = await until('the message', () => view.message());
    assert.match(
      message,
      /^Last updated \d+:\d\d [AP]M\. 127\.0\.0\.1:\d+ cannot be reached\. Check the network connection, then retry\.$/,
    );
    await view.withFirstRows('Retry', 'Show Log', 'Copper Loyalty Hotfix');
    assert.deepEqual(await workbench.toastTexts(), []);
    await vscode.current.screenshot('server down');
  });

  it('a start while the server is down says so in the view, without a sign-in text', async () => {
    await reload();
    await workbench.statusBarItem().saying('Harbor Labs: Offline');
    await view.withFirstRows('Retry', 'Show Log');
    assert.match(await until('the message', () => view.message()), /^127\.0\.0\.1:\d+ cannot be reached/);
    assert.deepEqual(await signInTexts(vscode.current.page), []);
    assert.deepEqual(await workbench.toastTexts(), []);
    await vscode.current.screenshot('server down at start');
  });

  it('when the server is up again, Retry brings fresh rows', async () => {
    // The Builds view looks by itself what is under way: as soon as that succeeds, all views ask again, and there is
    // nothing to retry. From here on nobody else asks.
    await view.alone();
    await control('profiles', { count: 60 });
    await control('up');
    await view.row('Retry').click();
    await view.withRowCount(60);
    await until('fresh rows without a message', async () => (await view.message()) === '');
    await workbench.statusBarItem().saying(good);
    assert.equal(await workbench.statusBarItem().label(), 'Harbor Labs');
  });

  it('R15: a revoked key turns the status bar, pops nothing up, and is asked with once', async () => {
    await control('keys/revoke');
    await control('expire-tokens');
    await view.titleAction('Refresh');
    await workbench.statusBarItem().saying('Harbor Labs: Replace Key');
    assert.equal(await workbench.statusBarItem().colour(), 'warning');
    assert.match(await until('the message', () => view.message()), /did not accept this account's key/);
    await view.withFirstRows('Replace Key', 'Retry');
    // Looking around needs tokens too: a tooltip that asks for the names of groups, and the view shown anew.
    await hoverTelling(vscode.current.page, view.row('Harbor Notes QA'), 'Profile ID');
    await workbench.openContainer('Explorer');
    await distribution(workbench);
    await view.row('Harbor Notes QA').waitFor();
    assert.deepEqual(await asked('POST'), [`${exchange} 401`]);
    assert.deepEqual(await workbench.toastTexts(), []);
    await vscode.current.screenshot('key revoked');
  });

  it('one click on the status bar replaces the key, and all is well again', async () => {
    await control('keys/restore');
    await workbench.statusBarItem().click();
    await workbench.quickInput.shown('Appcircle: Replace Key');
    assert.ok(await workbench.quickInput.isMasked());
    await vscode.current.screenshot('replace key');
    await workbench.quickInput.type(vscode.current.sandbox.info.personalAccessKey);
    await workbench.quickInput.accept();
    await workbench.quickInput.hidden();
    await workbench.statusBarItem().saying(good);
    await view.withRowCount(60);
    await until('fresh rows without a message', async () => (await view.message()) === '');
    assert.deepEqual(await asked('POST'), [`${exchange} 200`]);
    assert.deepEqual(await asked(profileList), [`${profileList} 200`]);
  });

  it('R14: with every session dropped at the server, Refresh renews once and shows fresh rows', async () => {
    await control('expire-tokens');
    await control('profiles', { count: 61 });
    await view.titleAction('Refresh');
    await view.withRowCount(61);
    assert.deepEqual(await asked('POST'), [`${exchange} 200`]);
    assert.deepEqual(await asked(profileList), [`${profileList} 401`, `${profileList} 200`]);
  });

  it('an organization without profiles leads to Create Profile', async () => {
    await control('profiles', { count: 0 });
    await view.titleAction('Refresh');
    await view.welcomeButton('Create Profile').waitFor();
    assert.match(await view.welcomeText(), /^This organization has no distribution profiles\./);
    await vscode.current.screenshot('no profiles');
    await view.welcomeButton('Create Profile').click();
    await workbench.quickInput.shown('Name of the new distribution profile');
    await workbench.quickInput.escape();
    await workbench.quickInput.hidden();
  });

  it('1,200 profiles come 500 at a time, and Go to Profile reveals one that was not shown', async () => {
    await control('profiles', { count: 1200 });
    await view.titleAction('Refresh');
    await view.withRowCount(501);
    // A click on a row would open the profile, and ask for its versions.
    await view.focusRows();
    await vscode.current.page.keyboard.press('End');
    await view.row('Show More').waitFor();
    assert.match(await view.row('Show More').innerText(), /500 of 1200 shown/);
    await vscode.current.screenshot('show more');
    await view.row('Show More').click();
    await view.withRowCount(1001);
    await workbench.runCommand('Appcircle: Go to Profile');
    await workbench.quickInput.shown('Search 1200 distribution profiles');
    await workbench.quickInput.type('willow learn');
    await workbench.quickInput.acceptRow(/^Willow Learn/);
    await workbench.quickInput.hidden();
    await view.selectedRow(/^Willow Learn/).waitFor();
    await view.withRowCount(1200);
    assert.deepEqual(await asked(profileList), [`${profileList} 200`]);
  });

  it('T5: Sign Out asks first, and Esc leaves everything as it is', async () => {
    await workbench.runCommand('Appcircle: Sign Out');
    await workbench.dialog.shown();
    await workbench.dialog.escape();
    assert.equal(await workbench.statusBarItem().label(), 'Harbor Labs');
    assert.equal(Object.keys(await storedSecrets(vscode.current)).length, 1);
  });

  it('R3: Sign Out leaves nothing: no rows, no secret, no record of who it was', async () => {
    await until('a record', async () => (await traces(vscode.current)).length > 0);
    await workbench.runCommand('Appcircle: Sign Out');
    await (await workbench.dialog.shown()).press('Sign Out');
    await view.welcomeButton('Sign In').waitFor();
    await workbench.statusBarItem().saying('Sign In');
    assert.deepEqual(await storedSecrets(vscode.current), {});
    assert.deepEqual(
      (await asked('')).filter((line) => !line.includes(' /build/')),
      [],
    );
    await vscode.current.closeWindows();
    // What a closed window writes is in the storage a moment later.
    await until('no trace', async () => {
      assert.deepEqual(await traces(vscode.current), []);
      return true;
    });
  });

  it('leaves no key and no token in any file, storage or line, and went nowhere but to the sandbox', async () => {
    await assertNothingLeaked(vscode.current);
  });
});
