import assert from 'node:assert/strict';
import { until } from '../vscode/until';
import { forgetRequests, requestsLike } from './support/appcircle';
import { clickLens, editorHolding, lensOf } from './support/editors';
import { signIn } from './support/journeys';
import { assertNothingLeaked } from './support/leaks';
import { selectors } from './support/selectors';
import { Announcements } from './support/spoken/announcements';
import { useVsCode } from './support/suite';
import { picture } from './support/pictures';
import type { View } from './support/view';
import type { Workbench } from './support/workbench';

const profilePath = '/distribution/v2/profiles/';

describe('The API Explorer, as a person uses it', () => {
  const vscode = useVsCode({ name: 'apiExplorer' });
  let workbench: Workbench;
  let view: View;

  before(async () => {
    workbench = vscode.current.workbench;
    await workbench.openContainer('Appcircle');
    await signIn(vscode.current);
    view = await workbench.view('API Explorer').open();
  });

  const page = () => vscode.current.page;

  it('lists the modules of the server, with what is in them', async () => {
    await view.withRows(3);
    assert.equal(await view.message(), '');
    await view.expand(/^distribution/);
    await until('tags', async () => (await view.rows()).some((row) => row.endsWith('operations')));
    await vscode.current.screenshot('api tags');
  });

  it('R25: the filter keeps what is around a match, says so, and one click clears it', async () => {
    await view.titleAction('Filter API Operations');
    await workbench.quickInput.shown('Enter words from a summary');
    await workbench.quickInput.type('testers');
    await workbench.quickInput.accept();
    await until('operations of testers', async () => {
      const rows = await view.rows();
      return (
        rows.some((row) => row.includes('testers')) &&
        rows.some((row) => row.startsWith('distribution')) &&
        rows.every((row) => !/\/v2\/profiles\b/.test(row))
      );
    });
    await vscode.current.screenshot('api filtered');
    await view.titleAction('Clear API Filter');
    await view.withRows(3);
  });

  it('finds an operation by a few letters, and makes a request of it', async () => {
    await workbench.runCommand('Appcircle: Go to API Operation');
    await workbench.quickInput.shown('operations by name, path, or ID');
    await vscode.current.screenshot('go to operation');
    await workbench.quickInput.type('getDistributionProfile');
    await workbench.quickInput.acceptRow('· getDistributionProfile ·');
    await editorHolding(page(), /GET \{\{host\}\}\/distribution\/v2\/profiles\/\{\{profileId\}\}/);
    await lensOf(page(), 'Pick profileId').waitFor();
    await vscode.current.screenshot('request');
  });

  it('picks the profile by its name, not by its id', async () => {
    await clickLens(page(), 'Pick profileId');
    await workbench.quickInput.shown('Search by name');
    await workbench.quickInput.type('Harbor Notes Beta');
    await workbench.quickInput.withFocusedRow(/^Harbor Notes Beta/);
    await vscode.current.screenshot('pick profile');
    await workbench.quickInput.accept();
    await editorHolding(page(), /\{\{profileId\}\}\s*[\da-f-]{36}/);
  });

  it('sends it, and shows the answer beside with its secrets masked', async () => {
    await forgetRequests(vscode.current.sandbox);
    await clickLens(page(), 'Send');
    await editorHolding(page(), '"Harbor Notes Beta"');
    await lensOf(page(), /200 OK/).waitFor();
    await vscode.current.screenshot('answer');
    assert.equal((await requestsLike(vscode.current.sandbox, `GET ${profilePath}`)).length, 1);
  });

  it('compares two answers in the editor’s own way', async () => {
    const said = await Announcements.listen(page());
    await clickLens(page(), 'Send Again');
    await said.saying(/^Info: GET .* 200 OK/);
    assert.equal((await requestsLike(vscode.current.sandbox, `GET ${profilePath}`)).length, 2);
    await workbench.runCommand('Appcircle: Compare API Responses');
    await workbench.quickInput.shown('Compare with');
    await workbench.quickInput.acceptRow();
    await page().locator(selectors.editor.diff).waitFor();
    await vscode.current.screenshot('compare answers');
    await workbench.runCommand('View: Close Editor');
  });

  it('shows a stream of events while it comes, and what was cut off as far as it came', async () => {
    const { sandbox } = vscode.current;
    const pieces = Array.from({ length: 8 }, (_, nth) => `event: tick\ndata: {"step":${nth}}\n\n`);
    await sandbox.control('faults', {
      kind: 'stream',
      path: profilePath,
      times: 1,
      pieces,
      everyMs: 400,
      end: 'stall',
    });
    await clickLens(page(), 'Send');
    await editorHolding(page(), '"step":7');
    await lensOf(page(), /8 events .* receiving/).waitFor();
    await vscode.current.screenshot('stream');
    const toast = await workbench.toast(`GET ${profilePath}`);
    await toast.dismissBy('Cancel');
    await editorHolding(page(), 'Incomplete. Canceled after 8 events.');
    await lensOf(page(), 'Incomplete').waitFor();
    await vscode.current.screenshot('stream stopped');
    await sandbox.control('faults', { kind: 'truncate', path: profilePath, keepBytes: 200 });
    await clickLens(page(), 'Send');
    await editorHolding(page(), 'Incomplete. The connection ended');
    await vscode.current.screenshot('cut off');
    await sandbox.control('faults', undefined, 'DELETE');
  });

  it('T11: copies it as cURL, with the variable in the place of the token', async () => {
    await clickLens(page(), 'Copy as cURL');
    await workbench.toast('Copied. The token is read');
    const copied = await workbench.clipboard();
    assert.match(copied, /^curl .*Authorization: Bearer \$AC_ACCESS_TOKEN/s);
    await workbench.closeToasts();
  });

  it('reads its documentation', async () => {
    await clickLens(page(), 'Documentation');
    const frame = page().frameLocator(selectors.editor.preview).frameLocator(selectors.editor.previewFrame);
    await frame.getByRole('heading', { level: 1 }).waitFor();
    await vscode.current.screenshot('documentation');
    assert.match(
      (await frame.locator('body').textContent()) ?? '',
      /GET \/distribution\/v2\/profiles\/\{profileId\}/,
    );
    // A new request is nothing unsaved: nobody asks.
    await workbench.runCommand('View: Close All Editors');
    await page().locator(selectors.editor.tab).first().waitFor({ state: 'hidden' });
  });

  it('a DELETE names what it does and where, is not sent when refused, and sent when confirmed', async () => {
    await forgetRequests(vscode.current.sandbox);
    await workbench.runCommand('Appcircle: New API Request');
    await workbench.quickInput.shown('operations by name, path, or ID');
    await workbench.quickInput.type('deleteDistributionProfile');
    await workbench.quickInput.acceptRow('· deleteDistributionProfile ·');
    // The id that was picked before stands behind its variable.
    await editorHolding(page(), /\{\{profileId\}\}\s*[\da-f-]{36}/);
    await clickLens(page(), 'Send');
    await workbench.dialog.shown();
    assert.match(
      await workbench.dialog.message(),
      /DELETE \/distribution\/v2\/profiles\/[\da-f-]{36} to Harbor Labs/,
    );
    assert.match(await workbench.dialog.detail(), /Organization: Harbor Labs\. Server: 127\.0\.0\.1:\d+/);
    await vscode.current.screenshot('delete asked');
    await workbench.dialog.escape();
    assert.deepEqual(await requestsLike(vscode.current.sandbox, 'DELETE'), []);
    await clickLens(page(), 'Send');
    await workbench.dialog.press('Send DELETE');
    await lensOf(page(), /20\d/).waitFor();
    assert.equal((await requestsLike(vscode.current.sandbox, 'DELETE')).length, 1);
    await vscode.current.screenshot('deleted');
  });

  it('R27: the history lists what was sent, newest first, and opens it again', async () => {
    await workbench.runCommand('Appcircle: Show API Request History');
    await workbench.quickInput.shown('API Request History');
    const rows = await workbench.quickInput.filledRows();
    assert.match(rows[0] ?? '', /^Delete a distribution profile with all its versions, /);
    await vscode.current.screenshot('history');
    await workbench.quickInput.dismiss();
  });

  picture('in every theme and in a narrow side bar', async () => {
    await vscode.current.pictureThemes('api explorer');
    await workbench.narrowSideBar();
    await vscode.current.screenshot('api explorer narrow');
  });

  it('leaves no key, no token and no secret of an answer in any file, storage or line', () =>
    assertNothingLeaked(vscode.current));
});
