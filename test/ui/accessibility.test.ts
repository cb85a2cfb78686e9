import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { until } from '../vscode/until';
import { requestsLike } from './support/appcircle';
import { editorHolding, focusInEditor, lensOf } from './support/editors';
import { signedIn, uploadFound } from './support/journeys';
import { previewOf } from './support/preview';
import { selectors } from './support/selectors';
import { Announcements } from './support/spoken/announcements';
import { Keyboard } from './support/spoken/keyboard';
import { kindsOfRows } from './support/spoken/kindsOfRows';
import { Reader } from './support/spoken/reader';
import { sentence, theOnly, withRole } from './support/spoken/tree';
import { isWhole, movingThings, zoomIn, zoomOut } from './support/spoken/sight';
import { useVsCode } from './support/suite';
import type { View } from './support/view';
import type { Workbench } from './support/workbench';

describe('For a screen reader, and by keyboard alone', () => {
  const vscode = useVsCode({ name: 'accessibility' });
  let workbench: Workbench;
  let reader: Reader;
  let keys: Keyboard;
  let said: Announcements;
  let view: View;

  before(async () => {
    workbench = vscode.current.workbench;
    reader = new Reader(workbench);
    keys = new Keyboard(workbench);
    said = await Announcements.listen(workbench.page);
    view = workbench.view('Distribution');
  });

  const page = () => vscode.current.page;
  const read = (locator: Locator) => reader.tree.of(locator);

  it('signed out, the view and the status bar say so, and what helps', async () => {
    await keys.command('Appcircle: Focus on Distribution View');
    await view.welcomeButton('Sign In').waitFor();
    const buttons = withRole(await read(view.pane), 'button').map(({ name }) => name);
    assert.ok(buttons.includes('Sign In') && buttons.includes('Personal Access Key'), buttons.join());
    await workbench.statusBarItem().saying('Signed out');
    const item = theOnly(await read(workbench.statusBarItem().item), 'button');
    assert.equal(item.name, 'Appcircle: Sign In. Signed out.');
  });

  it('the boxes of Sign In say what they ask, what is wrong, and never the key', async () => {
    const { quickInput } = workbench;
    await keys.command('Appcircle: Sign In');
    await quickInput.shown('How do you want to sign in?');
    await quickInput.withRow();
    assert.equal((await reader.box()).name, 'How do you want to sign in? - Appcircle: Sign In');
    const [first] = withRole(await read(quickInput.widget), 'option').map(sentence);
    assert.equal(first, 'option selected Personal Access Key, Your own key, one for each organization');
    await keys.press('Enter');
    await quickInput.shown('Paste the key');
    const asked = await reader.box();
    assert.equal(asked.name, 'Paste the key - Appcircle: Sign In');
    assert.match(asked.description, /^Personal Access Key \(.*'Escape' to cancel\)$/);
    const focused = () =>
      until('the focus in the box', async () => {
        const now = await reader.box();
        return now.states['focused'] === true && now;
      });
    const told = async (text: string) => {
      await quickInput.messageWith(text);
      const { description } = await focused();
      assert.ok(description.includes(text), description);
    };
    await focused();
    await keys.type('nonsense');
    await told('too short for a key');
    await keys.press('Control+A');
    await keys.type('W'.repeat(60));
    await keys.press('Enter');
    await told('did not accept the key');
    assert.ok(!JSON.stringify(await read(quickInput.widget)).includes('WWW'));
    assert.deepEqual(await reader.unnamed(quickInput.widget), []);
    await keys.press('Control+A');
    await keys.type(vscode.current.sandbox.info.personalAccessKey);
    await keys.press('Enter');
    await signedIn(workbench);
    await workbench.statusBarItem().saying('Harbor Labs');
  });

  it('each kind of row tells its level, whether it is open, and its name', async () => {
    const [groups, api] = [workbench.view('Testing Groups'), workbench.view('API Explorer')];
    const tells = async (each: View, kinds: readonly string[]) => {
      await reader.telling(each, kinds);
      assert.equal(theOnly(await read(each.pane), 'tree').name, each.title);
    };
    await view.alone();
    await view.expand('Harbor Notes Beta');
    await view.expand(/^8\.16\.5/);
    await tells(view, kindsOfRows.distribution);
    await groups.alone();
    await groups.expand('QA Guild');
    await tells(groups, kindsOfRows.groups);
    await api.alone();
    await api.expand('distribution');
    await api.expand('Profiles');
    await tells(api, kindsOfRows.api);
  });

  it('a whole journey by keyboard: rows, menu, F2, Delete, the page, and back', async () => {
    const { quickInput, dialog } = workbench;
    await keys.focus(view);
    await keys.press('Home');
    await reader.atRow(view, 'Copper Loyalty Hotfix');
    await keys.press('ArrowDown', 'ArrowDown');
    await reader.atRow(view, 'Harbor Notes Beta');
    await keys.press('Shift+F10');
    const entries = (await reader.menu()).map(({ name }) => name);
    assert.deepEqual(entries.slice(-3), ['Rename… F2', 'Delete Versions…', 'Delete Del']);
    await keys.press('ArrowDown');
    await until('an entry with the focus', async () =>
      (await reader.menu()).some(({ states }) => states['focused']),
    );
    await keys.press('Escape');
    await reader.atRow(view, 'Harbor Notes Beta');
    await keys.press('F2');
    await quickInput.shown('Rename');
    assert.equal((await reader.box()).states['focused'], true);
    await keys.press('Escape');
    await quickInput.hidden();
    await reader.atRow(view, 'Harbor Notes Beta');
    await keys.press('Delete');
    await dialog.shown();
    const asked = await until('the focus in the question', async () => {
      const now = await read(dialog.box);
      return withRole(now, 'button').some(({ states }) => states['focused']) && now;
    });
    assert.match(asked.name, /^Warning Delete the profile Harbor Notes Beta/);
    assert.match(asked.description, /cannot be undone/);
    assert.ok(asked.states['modal']);
    await keys.press('Escape');
    await dialog.box.waitFor({ state: 'hidden' });
    assert.deepEqual(await requestsLike(vscode.current.sandbox, 'DELETE'), []);
    await reader.atRow(view, 'Harbor Notes Beta');
    await keys.press('ArrowDown', 'ArrowDown');
    await reader.atRow(view, '8.2.3');
    await keys.press('Enter');
    await previewOf(page(), 'Harbor Notes Beta 8.2.3');
    assert.equal(await reader.tab(), 'tab selected Harbor Notes Beta 8.2.3 (414)');
    await keys.focus(view);
    await reader.atRow(view, '8.2.3');
    // Over the activity bar to the status bar, and along it.
    await keys.until('Shift+F6', page().locator(selectors.statusBarFocus));
    await keys.until('ArrowRight', workbench.statusBarItem().item.locator(':focus'));
    await keys.press('Enter');
    await quickInput.shown('Appcircle: Account');
    await keys.press('Escape');
    await quickInput.hidden();
  });

  it('a page is called by its title, has headings in order, and a head on each table', async () => {
    assert.equal(await reader.page.locator('h1').count(), 1);
    assert.ok((await reader.page.locator('h2').count()) > 1);
    const heads = await reader.page.getByRole('columnheader').allTextContents();
    assert.ok(heads.length > 0 && heads.every((head) => head.trim() !== ''), heads.join());
    const api = workbench.view('API Explorer');
    await keys.focus(api);
    await keys.press('Home');
    await reader.atRow(api, 'auth');
    await keys.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    await reader.atRow(api, 'List distribution profiles');
    await keys.press('Enter');
    await previewOf(page(), 'List distribution profiles');
    assert.match(await reader.tab(), /^tab selected List distribution profiles/);
  });

  it('what a lens of a request does is done by keyboard, too', async () => {
    const { quickInput } = workbench;
    await keys.focus(view);
    await keys.command('Appcircle: Go to API Operation');
    await quickInput.shown('operations by name, path, or ID');
    assert.match((await reader.box()).name, /^Search \d+ operations/);
    await keys.type('getDistributionProfile');
    await quickInput.withFocusedRow('· getDistributionProfile ·');
    await keys.press('Enter');
    await editorHolding(page(), /GET \{\{host\}\}/);
    await focusInEditor(page());
    await keys.press('Control+Enter');
    await quickInput.shown('Appcircle: Value of profileId');
    await keys.press('Escape');
    await quickInput.hidden();
    await lensOf(page(), 'Pick profileId').waitFor();
    await keys.command('Appcircle: Pick Value by Name');
    await quickInput.shown('Search by name');
    await keys.type('Harbor Notes Beta');
    await quickInput.withFocusedRow(/^Harbor Notes Beta/);
    await keys.press('Enter');
    await editorHolding(page(), /\{\{profileId\}\}\s*[\da-f-]{36}/);
  });

  it('a response is announced, which takes no focus', async () => {
    await focusInEditor(page());
    await keys.press('Control+Enter');
    await said.saying(/^Info: GET \/distribution\/v2\/profiles\/[\da-f-]+: 200 OK, \d+ ms, [\d.]+ \w+$/);
  });

  it('a refresh that fails is announced, and Retry says why it is there', async () => {
    await vscode.current.sandbox.control('faults', {
      kind: 'respond',
      status: 503,
      path: '/distribution/v2/profiles',
    });
    await keys.command('Appcircle: Refresh');
    const failure = await said.saying(/has a server error \(503\)/);
    await view.row('Retry').waitFor();
    await keys.focus(view);
    await keys.press('Home');
    await reader.atRow(view, `Retry. ${failure.slice(failure.indexOf('127.'))}`);
    await vscode.current.sandbox.control('faults', undefined, 'DELETE');
    await keys.press('Enter');
    await view.row('Retry').waitFor({ state: 'hidden' });
  });

  it('an upload is announced step by step, and its end', async () => {
    await workbench.runCommand('View: Close All Editors');
    await said.forget();
    await uploadFound(vscode.current, view, 'HarborNotes-2.5.0.ipa', 1_000_000);
    const upload = 'Info: Uploading HarborNotes-2.5.0.ipa to Harbor Notes Beta: ';
    await said.saying(`${upload}Requesting an upload address…`);
    await said.saying(`${upload}Appcircle is processing the file…`);
    // Where people want less motion, nothing moves but what says in VS Code that something goes on.
    const moving = await movingThings(page());
    assert.deepEqual(
      moving.filter((name) => !/codicon-modifier-spin|progress-bit|scrollbar/.test(name)),
      [],
    );
    await said.saying('Info: Uploaded HarborNotes-2.5.0.ipa to Harbor Notes Beta.');
  });

  it('zoomed to 200 % and in a narrow side bar, everything can be reached and read', async () => {
    await zoomIn(page());
    await workbench.narrowSideBar();
    // Toasts go by themselves; what they said can still be read and answered.
    await keys.command('Notifications: Show Notifications');
    const told = page().locator(selectors.notification.centerList);
    const show = told.getByRole('button', { name: 'Show' });
    await until('the button of the upload', () => isWhole(page(), show));
    assert.deepEqual(await reader.unnamed(told), []);
    await vscode.current.screenshot('accessibility zoomed');
    await keys.press('Escape');
    await told.waitFor({ state: 'hidden' });
    for (const title of ['Builds', 'Distribution', 'API Explorer', 'Testing Groups']) {
      const each = workbench.view(title);
      await each.alone();
      await keys.focus(each);
      assert.deepEqual(await reader.unnamed(each.pane), []);
      for (const key of ['Home', 'End']) {
        await keys.press(key);
        await until(`${key} of ${title}`, () => isWhole(page(), each.focusedRow()));
      }
    }
    await vscode.current.screenshot('accessibility zoomed views');
    await keys.command('Appcircle: Show Account');
    await workbench.quickInput.shown('Appcircle: Account');
    await until('the box in the window', () => isWhole(page(), workbench.quickInput.widget));
    await vscode.current.screenshot('accessibility zoomed pick');
    await keys.press('Escape');
    await zoomOut(page());
  });
});
