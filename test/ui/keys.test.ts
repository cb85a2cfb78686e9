import assert from 'node:assert/strict';
import { until } from '../vscode/until';
import { forgetRequests, requestsLike } from './support/appcircle';
import { editorHolding, focusInEditor } from './support/editors';
import { signIn } from './support/journeys';
import { selectors } from './support/selectors';
import { useVsCode } from './support/suite';
import type { View } from './support/view';
import type { Workbench } from './support/workbench';

describe('By keyboard alone', () => {
  const vscode = useVsCode({ name: 'keys' });
  let workbench: Workbench;
  let view: View;

  before(async () => {
    workbench = vscode.current.workbench;
    await workbench.openContainer('Appcircle');
    view = await signIn(vscode.current);
  });

  const press = (key: string) => vscode.current.page.keyboard.press(key);
  const nameOf = (row = '') => row.split(',')[0] ?? '';
  /** Waits until keys go to the rows of the view, and Enter would take this one. */
  const focused = (name: string) =>
    until(`the focus on ${name}`, async () => {
      const row = await view.focusedRow().getAttribute('aria-label');
      return row?.startsWith(name) && view.hasFocus();
    });
  const deletes = (path: string) => requestsLike(vscode.current.sandbox, `DELETE ${path}`);

  it('the menu of a row shows its keys', async () => {
    const items = await view.contextMenu('Harbor Notes Beta');
    assert.deepEqual(items.slice(-3), ['Rename…F2', 'Delete Versions…', 'DeleteDel']);
    await vscode.current.screenshot('row menu with keys');
    await press('Escape');
    await vscode.current.page.locator(selectors.menuItem).first().waitFor({ state: 'hidden' });
  });

  it('F2 renames the row that has the focus, not the one that is selected', async () => {
    const [first, second] = (await view.rows()).map(nameOf);
    await view.click(first ?? '');
    await view.selectedRow(first ?? '').waitFor();
    // The click has opened it too.
    await press('ArrowLeft');
    await press('ArrowDown');
    await press('F2');
    await workbench.quickInput.shown('Rename');
    assert.equal(await workbench.quickInput.value(), second);
    await vscode.current.screenshot('renaming by F2');
    await workbench.quickInput.type('Harbor Renamed');
    await workbench.quickInput.accept();
    await workbench.quickInput.hidden();
    await view.selectedRow('Harbor Renamed').waitFor();
  });

  it('Enter opens a profile to its versions', async () => {
    await workbench.runCommand('Appcircle: Go to Profile');
    await workbench.quickInput.shown('Search ');
    await workbench.quickInput.type('Harbor Notes QA');
    await workbench.quickInput.acceptRow(/^Harbor Notes QA/);
    await workbench.quickInput.hidden();
    await view.selectedRow('Harbor Notes QA').waitFor();
    await focused('Harbor Notes QA');
    await press('Enter');
    await view.row('6.13.2').waitFor();
  });

  it('Delete and F2 do nothing on a row that cannot be deleted or renamed', async () => {
    await press('ArrowDown');
    await press('Delete');
    await press('F2');
    // What a key was pressed on is selected in the end, and it alone: while that is found out, beside what was selected.
    await view.selectedRow('6.13.2').waitFor();
    await view.selectedRow('Harbor Notes QA').waitFor({ state: 'hidden' });
    await press('ArrowUp');
    await press('F2');
    await workbench.quickInput.shown('Rename');
    assert.equal(await workbench.quickInput.value(), 'Harbor Notes QA');
    await workbench.quickInput.escape();
    await workbench.quickInput.hidden();
    assert.deepEqual(await workbench.toastTexts(), []);
  });

  it('Delete asks, and then deletes', async () => {
    await focused('Harbor Notes QA');
    await press('Delete');
    await workbench.dialog.shown();
    await vscode.current.screenshot('deleting by key');
    assert.match(await workbench.dialog.message(), /Harbor Notes QA/);
    assert.deepEqual(await deletes('/distribution'), []);
    await press('Escape');
    await workbench.dialog.box.waitFor({ state: 'hidden' });
    await focused('Harbor Notes QA');
    await press('Delete');
    await workbench.dialog.shown();
    await workbench.dialog.press('Delete');
    await view.row('Harbor Notes QA, iOS 6.13.2').waitFor({ state: 'detached' });
    assert.equal((await deletes('/distribution/v2/profiles')).length, 1);
  });

  it('Delete on a tester removes the tester, on a group the group', async () => {
    const groups = await workbench.view('Testing Groups').open();
    const [group = ''] = (await groups.withRows(1)).map(nameOf);
    await groups.click(group);
    await groups.row(/@/).waitFor();
    await press('ArrowDown');
    await press('Delete');
    await workbench.dialog.shown();
    assert.match(await workbench.dialog.message(), /^Remove 1 tester from/);
    await vscode.current.screenshot('removing a tester by key');
    await press('Escape');
    await workbench.dialog.box.waitFor({ state: 'hidden' });
    await until('the focus in the view', () => groups.hasFocus());
    await press('ArrowUp');
    await press('Delete');
    await workbench.dialog.shown();
    assert.match(await workbench.dialog.message(), /^Delete/);
    await press('Escape');
    await workbench.dialog.box.waitFor({ state: 'hidden' });
  });

  it('the palette has Copy Profile ID once a profile is selected, and copies that of it', async () => {
    await view.click('Harbor Notes Beta');
    await view.selectedRow('Harbor Notes Beta').waitFor();
    // The palette is told a moment later which kind of row is selected.
    await until('the commands of a profile', async () => {
      const copies = await workbench.commandsLike('Appcircle: Copy ');
      assert.deepEqual(copies.filter((title) => / (ID|Name|Path)$/.test(title)).sort(), [
        'Appcircle: Copy Profile ID',
        'Appcircle: Copy Profile Name',
      ]);
      return true;
    });
    await workbench.runCommand('Appcircle: Copy Profile Name');
    await until('the name', async () => (await workbench.clipboard()) === 'Harbor Notes Beta');
  });

  it('Ctrl+Enter sends the request', async () => {
    await workbench.runCommand('Appcircle: Go to API Operation');
    await workbench.quickInput.shown('operations by name, path, or ID');
    await workbench.quickInput.type('listDistributionProfiles');
    await workbench.quickInput.acceptRow('/distribution/v2/profiles · ');
    await editorHolding(vscode.current.page, /GET \{\{host\}\}\/distribution\/v2\/profiles/);
    await focusInEditor(vscode.current.page);
    await forgetRequests(vscode.current.sandbox);
    await press('Control+Enter');
    await until(
      'the request',
      async () => (await requestsLike(vscode.current.sandbox, 'GET /distribution/v2/profiles')).length > 0,
    );
    await vscode.current.screenshot('sent by key');
  });
});
