import assert from 'node:assert/strict';
import { forgetRequests, requests } from './support/appcircle';
import { clickLens, editorHolding, editorsText, lensOf } from './support/editors';
import { signIn } from './support/journeys';
import { Dialog } from './support/messages';
import { selectors } from './support/selectors';
import { useVsCode } from './support/suite';
import { until } from '../vscode/until';

const list = '/distribution/v2/profiles';
const flow = [
  '### All profiles',
  '# @name list',
  `GET {{host}}${list}?Page=1&Size=2`,
  '',
  '### Make one like the first',
  '# @name made',
  `POST {{host}}${list}`,
  'Content-Type: application/json',
  '',
  '{"name": "{{list.response.body.$[0].name}} again"}',
  '',
  '### Remove it again',
  '# @follow',
  `DELETE {{host}}${list}/{{made.response.body.$.id}}`,
  '',
].join('\n');

describe('A flow of requests, as a person sends it', () => {
  const vscode = useVsCode({ name: 'flow' });
  const page = () => vscode.current.page;

  before(async () => {
    const { workbench, sandbox } = vscode.current;
    await sandbox.control('mode', { deletion: 'task' });
    await workbench.openContainer('Appcircle');
    await signIn(vscode.current);
    await workbench.runCommand('Appcircle: New API Request');
    await workbench.quickInput.shown('operations by name, path, or ID');
    await workbench.quickInput.type('createDistributionProfile');
    await until('the operation', async () =>
      (await workbench.quickInput.rows())[0]?.includes('createDistributionProfile'),
    );
    await workbench.quickInput.accept();
    await editorHolding(page(), `POST {{host}}${list}`);
    await lensOf(page(), 'Send').waitFor();
    await page().keyboard.press('Control+A');
    await page().keyboard.insertText(flow);
    await editorHolding(page(), 'Remove it again');
    await forgetRequests(sandbox);
  });

  const sent = async () =>
    (await requests(vscode.current.sandbox))
      .filter((line) => line.includes(list))
      .map((line) => line.split(' ')[0]);

  it('R33: Send All asks once, and Esc sends nothing', async () => {
    await clickLens(page(), 'Send All');
    const dialog = await new Dialog(page()).shown();
    assert.match(await dialog.message(), /^Send 3 requests to Harbor Labs\?$/);
    const detail = await dialog.detail();
    assert.match(detail, /Make one like the first · POST/);
    assert.match(detail, /Remove it again · DELETE/);
    assert.doesNotMatch(detail, /All profiles/);
    await vscode.current.screenshot('flow question');
    await dialog.escape();
    assert.deepEqual(await sent(), []);
  });

  it('R32, R33, R34: sends them in order, each with what the one before returned, and follows the task', async () => {
    await vscode.current.workbench.runCommand('Appcircle: Send All API Requests');
    const dialog = await new Dialog(page()).shown();
    await dialog.press('Send 3 Requests');
    const results = await editorHolding(page(), /3 of 3 requests succeeded/);
    // Lines are wrapped beside the requests.
    assert.match(results.replace(/\s+/g, ' '), /3\. .*Task done/);
    // The views ask for their rows again after a write.
    const methods = (await sent()).filter((method, nth) => nth === 0 || method !== 'GET');
    assert.deepEqual(methods, ['GET', 'POST', 'DELETE']);
    await vscode.current.screenshot('flow results');
    await until('the values beside the references', async () =>
      (await editorsText(page())).some((text) => /\.id\}\}[\w-]{36}/.test(text)),
    );
  });

  it('R36: a request of it is copied for another language', async () => {
    const { workbench } = vscode.current;
    await page().getByText('All profiles').first().click();
    await workbench.runCommand('Appcircle: Copy Request As');
    await workbench.quickInput.shown('The token stays out');
    await vscode.current.screenshot('copy request as');
    await workbench.quickInput.pick('Python');
    await workbench.toast(/AC_ACCESS_TOKEN/);
    assert.match(await workbench.clipboard(), /^import os/);
  });

  it('R35: the response of one is filtered, and then shown as a table', async () => {
    const { workbench } = vscode.current;
    await clickLens(page(), 'Send');
    await editorHolding(page(), /\[\s+\{\s+"/);
    await workbench.runCommand('Appcircle: Filter API Response');
    await workbench.quickInput.shown('For example, $.data[*].name');
    await workbench.quickInput.type('$[0]["name"]');
    await page().getByText('1 value', { exact: true }).waitFor();
    await vscode.current.screenshot('filter response');
    await workbench.quickInput.accept();
    await lensOf(page(), 'Filtered by $[0]').waitFor();
    await clickLens(page(), 'Clear Filter');
    await workbench.runCommand('Appcircle: Show API Response as Table');
    const table = page()
      .frameLocator(selectors.editor.preview)
      .frameLocator(selectors.editor.previewFrame)
      .getByRole('table');
    await table.waitFor();
    assert.equal(await table.getByRole('row').count(), 3);
    await vscode.current.screenshot('response table');
  });
});
