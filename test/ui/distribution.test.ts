import assert from 'node:assert/strict';
import path from 'node:path';
import { writeRandomApp } from '../integration/distribution/storage';
import { until } from '../vscode/until';
import { forgetRequests, requestsLike } from './support/appcircle';
import { signIn, uploadFound } from './support/journeys';
import { assertNothingLeaked } from './support/leaks';
import { chooseFromMenuOf, openMenu } from './support/menu';
import { previewOf } from './support/preview';
import { selectors } from './support/selectors';
import { useVsCode } from './support/suite';
import { picture } from './support/pictures';
import type { View } from './support/view';
import type { Workbench } from './support/workbench';

describe('The distribution workspace, as a person uses it', () => {
  // What sticks to the top of a tree lies above the row that is to be clicked.
  const settings = { 'workbench.tree.enableStickyScroll': false };
  const vscode = useVsCode({ name: 'distribution', settings });
  let workbench: Workbench;
  let view: View;

  before(async () => {
    workbench = vscode.current.workbench;
    writeRandomApp(path.join(vscode.current.workspace, 'HarborNotes-2.5.0.ipa'), 3_000_000);
    await workbench.openContainer('Appcircle');
    // The rows that are read and clicked need the height.
    for (const title of ['Builds', 'API Explorer']) await workbench.view(title).fold();
    view = await signIn(vscode.current);
  });

  const shot = (name: string) => vscode.current.screenshot(`distribution ${name}`);
  const uploadWithoutNotes = (file: string, bytes?: number) => uploadFound(vscode.current, view, file, bytes);
  const askedOnce = (beginning: string) =>
    until(
      `one ${beginning}`,
      async () => (await requestsLike(vscode.current.sandbox, beginning)).length === 1,
    );
  const version = /^\d+\.\d+/;

  it('opens a profile to its versions, and a version to who was sent it', async () => {
    await view.expand('Harbor Notes Beta');
    await until('versions', async () => (await view.rows()).some((row) => version.test(row)));
    await shot('versions');
  });

  it('reads every kind of row aloud: its role, where it is, whether it is open, its name', async () => {
    await view.expand(/^8\.16\.5/);
    const kinds = [
      'treeitem 1 false Copper Loyalty Hotfix, iOS 1.5.2, Android 7.0.4, pinned',
      'treeitem 1 true Harbor Notes Beta, iOS 8.2.3, Android 8.16.5, pinned',
      'treeitem 2 true iOS, 5 versions',
      'treeitem 3 8.2.3 (414), some time ago, not shared, IPA, 172.5 MB',
      'treeitem 3 false 8.2.1 (409), some time ago, shared, IPA, 26.8 MB, 9 downloads',
      'treeitem 3 false 8.1.0 (394), expired, some time ago, shared, IPA, 22 MB, 33 downloads',
      'treeitem 3 true 8.16.5 (1302), some time ago, shared, APK, 133.2 MB, 29 downloads',
      'treeitem 4 Sending failed, omar.aydin0@testers.example',
      'treeitem 4 Not opened yet, tomas.laine1@testers.example',
      'treeitem 4 Opened, not signed in, kofi.sato5@testers.example',
    ];
    // How many are drawn beside them is a matter of the height.
    await until('a row of each kind', async () => {
      const spoken = await view.spokenRows();
      return kinds.every((row) => spoken.includes(row));
    });
    await shot('testers');
    await view.contextAction(/omar\.aydin0/, 'Copy Address');
    await view.collapse(/^8\.16\.5/);
  });

  it('T13: by keyboard alone, from the palette to the page of a version', async () => {
    const { keyboard } = vscode.current.page;
    await workbench.runCommand('Appcircle: Focus on Distribution View');
    await until('the focus in the view', () => view.hasFocus());
    await keyboard.press('Home');
    await workbench.runCommand('Appcircle: Go to Profile');
    await workbench.quickInput.shown('distribution profiles');
    await workbench.quickInput.type('Harbor Notes QA');
    await workbench.quickInput.acceptRow(/^Harbor Notes QA/);
    await view.selectedRow('Harbor Notes QA').waitFor();
    await view.atRow('Harbor Notes QA');
    await keyboard.press('ArrowRight');
    await view.row('6.13.2').waitFor();
    await keyboard.press('ArrowDown');
    await view.atRow('6.13.2');
    await keyboard.press('Enter');
    const page = await previewOf(vscode.current.page, 'Harbor Notes QA');
    assert.match((await page.locator('body').textContent()) ?? '', /6\.13\.2/);
    await workbench.runCommand('View: Close All Editors');
    await view.focusRows();
    await keyboard.press('ArrowLeft');
    await view.atRow('Harbor Notes QA');
    await keyboard.press('ArrowLeft');
    await view.row('6.13.2').waitFor({ state: 'hidden' });
  });

  it('shows a version as a page', async () => {
    await view.settled();
    const [, other = '', row = ''] = (await view.rows()).filter((label) => version.test(label));
    await view.contextAction(row, 'Show Details');
    await previewOf(vscode.current.page, 'Harbor Notes Beta');
    for (const theme of ['dark', 'light'] as const) {
      await vscode.current.theme(theme);
      await shot(`version page ${theme}`);
    }
    const { page } = vscode.current;
    const tabs = page.locator(selectors.editor.tab);
    await view.contextAction(other, 'Show Details');
    await until('two pages', async () => (await tabs.count()) === 2);
    await previewOf(page, `Harbor Notes Beta ${other.split(' ')[0]}`);
    await page.locator(selectors.editor.titleAction('Compare Versions')).click();
    await workbench.quickInput.shown('Compare');
    await shot('compare versions');
    await workbench.quickInput.acceptRow();
    await page.locator(selectors.editor.diff).filter({ hasText: 'Platform' }).waitFor();
    await shot('compared versions');
    await workbench.runCommand('View: Close All Editors');
  });

  it('uploads a file from its menu in the Explorer, and shows the new version', async () => {
    await forgetRequests(vscode.current.sandbox);
    await workbench.runCommand('File: Focus on Files Explorer');
    const { page } = vscode.current;
    const file = page.locator('.explorer-folders-view .monaco-list-row', { hasText: '.ipa' });
    await openMenu(page, file);
    await shot('explorer menu');
    await chooseFromMenuOf(page, file, 'Upload to Appcircle');
    await workbench.quickInput.shown('Upload Version');
    await shot('upload profile');
    await workbench.quickInput.type('Harbor Notes Beta');
    await workbench.quickInput.acceptRow(/^Harbor Notes Beta/);
    await workbench.quickInput.shown('Type release notes');
    await shot('upload notes');
    await workbench.quickInput.type('Fixes the sync banner');
    await workbench.quickInput.acceptRow('Upload with These Release Notes');
    const toast = await workbench.toast(/Uploaded .* to /);
    await shot('uploaded');
    await toast.press('Show');
    await view.selectedRow('Harbor Notes Beta').waitFor();
    await askedOnce('POST /distribution/v1/profiles/');
    await shot('uploaded row');
  });

  it('shows how far an upload is, and stops when it is cancelled', async () => {
    const { sandbox } = vscode.current;
    await workbench.closeToasts();
    await forgetRequests(sandbox);
    await sandbox.control('mode', { storageBytesPerSecond: 1_000_000 });
    await uploadWithoutNotes('HarborNotes-2.6.0.ipa', 30_000_000);
    await workbench.toast(/MB of .*MB · .* left/);
    await shot('uploading');
    const toast = await workbench.toast('Uploading HarborNotes-2.6.0.ipa');
    await toast.dismissBy('Cancel');
    await sandbox.control('mode', { storageBytesPerSecond: 0 });
    assert.deepEqual(await requestsLike(sandbox, 'POST /distribution/v1/profiles/'), []);
  });

  it('tries again with one button, and asks for nothing again', async () => {
    const { sandbox } = vscode.current;
    await sandbox.control('faults', {
      kind: 'respond',
      status: 503,
      path: '/distribution/v1/profiles',
      method: 'POST',
      times: 10,
    });
    await uploadWithoutNotes('HarborNotes-2.6.0.ipa');
    const failed = await workbench.toast('stopped');
    await shot('upload failed');
    await sandbox.control('faults', undefined, 'DELETE');
    await failed.press('Try Again');
    await workbench.toast(/Uploaded .* to /);
    await workbench.closeToasts();
  });

  it('shows the settings of a profile as a page', async () => {
    await view.contextAction('Harbor Notes Beta', 'Show Details');
    await previewOf(vscode.current.page, 'Harbor Notes Beta');
    await vscode.current.page.locator(selectors.editor.titleAction('Upload Version')).waitFor();
    await shot('profile page');
    await workbench.runCommand('View: Close All Editors');
  });

  it('ticks the groups that get each new version', async () => {
    await view.contextAction('Harbor Notes Beta', 'Set Auto-Send Groups');
    await workbench.quickInput.row('Field Testers').waitFor();
    await shot('auto-send groups');
    await workbench.quickInput.row('Field Testers').click();
    await workbench.quickInput.accept();
    await workbench.quickInput.hidden();
    await askedOnce('PATCH /distribution/v2/profiles/');
  });

  it('R22: filters all profiles by what they have, shows it, and one click clears it', async () => {
    await view.settled();
    const before = (await view.rows()).length;
    await view.titleAction('Filter Profiles');
    await workbench.quickInput.shown('Enter part of the name');
    await workbench.quickInput.type('harbor');
    await workbench.quickInput.row('Android').click();
    await shot('filter');
    await workbench.quickInput.accept();
    await workbench.quickInput.hidden();
    await until('fewer rows', async () => (await view.rows()).length < before);
    await shot('filtered');
    await view.titleAction('Clear Profile Filter');
    await view.withRows(before);
  });

  it('edits a testing group', async () => {
    const groups = await workbench.view('Testing Groups').open();
    await groups.withRows(4);
    await groups.settled();
    assert.deepEqual((await groups.spokenRows()).slice(0, 4), [
      'treeitem 1 false Design $(eye) Review, 9 testers',
      'treeitem 1 false Empty on purpose, no testers',
      'treeitem 1 false Field Testers, 9 testers',
      'treeitem 1 false QA Guild, LDAP, 3 testers, CN=qa-guild,OU=Groups,DC=example,DC=com',
    ]);
    await shot('groups');
    await groups.titleAction('Create Testing Group');
    await workbench.quickInput.shown('Name of the testing group');
    await workbench.quickInput.type('Crew of Harbor');
    await workbench.quickInput.accept();
    await workbench.quickInput.shown('Add Testers');
    await workbench.quickInput.type(
      'Ada <ada@people.example>; bob@people.example, nobody, ADA@people.example',
    );
    await shot('add testers');
    await workbench.quickInput.accept();
    await groups.row('Crew of Harbor').waitFor();
    await groups.expand('Crew of Harbor');
    await groups.row('bob@people.example').waitFor();
    await shot('group with testers');
    await groups.contextAction('bob@people.example', 'Remove');
    await workbench.dialog.shown();
    await shot('remove tester');
    await workbench.dialog.press('Remove');
    await groups.row('bob@people.example').waitFor({ state: 'hidden' });
  });

  it('deletes a profile only when it is confirmed', async () => {
    await workbench.closeToasts();
    await view.settled();
    const [first = ''] = await view.rows();
    const name = first.split(',')[0] ?? '';
    await view.contextAction(first, 'Delete');
    await workbench.dialog.shown();
    await shot('delete profile');
    assert.ok((await workbench.dialog.message()).includes(name));
    await workbench.dialog.escape();
    assert.deepEqual(await requestsLike(vscode.current.sandbox, 'DELETE /distribution/v2/profiles'), []);
    await view.contextAction(first, 'Delete');
    await workbench.dialog.shown();
    await workbench.dialog.press('Delete');
    await until('its row to go', async () => !(await view.rows()).includes(first));
    assert.equal((await requestsLike(vscode.current.sandbox, 'DELETE /distribution/v2/profiles')).length, 1);
  });

  picture('in every theme and in a narrow side bar', async () => {
    await vscode.current.pictureThemes('distribution');
    await workbench.narrowSideBar();
    await shot('narrow');
  });

  it('leaves no key, no token and no address of a storage in any file, storage or line', async () => {
    await assertNothingLeaked(vscode.current);
  });
});
