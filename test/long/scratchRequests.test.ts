import assert from 'node:assert/strict';
import { until } from '../vscode/until';
import { forgetRequests, requestsLike } from '../ui/support/appcircle';
import { clickLens, editorHolding } from '../ui/support/editors';
import { signIn } from '../ui/support/journeys';
import { selectors } from '../ui/support/selectors';
import { useVsCode } from '../ui/support/suite';
import type { Workbench } from '../ui/support/workbench';

describe('Scratch requests, as a person has them', () => {
  // Where the editor saves by itself, this would prove nothing.
  const vscode = useVsCode({ name: 'scratchRequests', settings: { 'files.autoSave': 'off' } });
  let workbench: Workbench;

  before(async () => {
    workbench = vscode.current.workbench;
    await workbench.openContainer('Appcircle');
    await signIn(vscode.current);
  });

  const page = () => vscode.current.page;

  async function newRequest(operation: string): Promise<void> {
    await workbench.runCommand('Appcircle: New API Request');
    await workbench.quickInput.shown('operations by name, path, or ID');
    await workbench.quickInput.type(operation);
    await until('the operation', async () => (await workbench.quickInput.rows())[0]?.includes(operation));
    await workbench.quickInput.accept();
  }

  it('what was typed a moment before a reload is there after it, and nobody is asked at closing', async () => {
    await newRequest('getDistributionProfile');
    await editorHolding(page(), /GET \{\{host\}\}/);
    await page().locator(selectors.editor.lines).first().click();
    await page().keyboard.press('Control+End');
    await page().keyboard.type('# kept to the last word');
    await workbench.reload();
    await editorHolding(page(), /# kept to the last word/);
    assert.match(await workbench.activeTab().innerText(), /^GET Get a distribution profile/);
    await vscode.current.pictureThemes('scratch request');
    await page().locator(selectors.editor.lines).first().click();
    await page().keyboard.press('Control+End');
    await page().keyboard.type('!');
    await page().keyboard.press('Control+F4');
    await workbench.runCommand('View: Close All Editors');
    await page().locator(selectors.editor.tab).first().waitFor({ state: 'hidden' });
    assert.equal(await workbench.dialog.box.isVisible(), false);
  });

  it('Collections lists it, and opens it with all that was typed', async () => {
    const view = await workbench.view('API Explorer').alone();
    await view.expand('Collections');
    await view.expand('Scratch Requests');
    await vscode.current.pictureThemes('collections');
    await view.row(/^GET Get a distribution profile/).click();
    await editorHolding(page(), /# kept to the last word!/);
  });

  it('of a DELETE Enter sends nothing, and another write can be agreed to', async () => {
    await forgetRequests(vscode.current.sandbox);
    await newRequest('createDistributionProfile');
    await clickLens(page(), 'Send');
    await workbench.dialog.shown();
    const buttons = await workbench.dialog.buttons();
    assert.deepEqual(buttons.sort(), ['Cancel', 'Send POST', "Send and Don't Ask Again"]);
    await vscode.current.screenshot('question before a POST');
    await workbench.dialog.press("Send and Don't Ask Again");
    await until('the request', async () => (await requestsLike(vscode.current.sandbox, 'POST')).length === 1);
    await newRequest('deleteTestingGroup');
    await editorHolding(page(), /DELETE \{\{host\}\}/);
    await clickLens(page(), 'Send');
    await workbench.quickInput.shown('Enter the one to send');
    await workbench.quickInput.type('1');
    await workbench.quickInput.accept();
    await workbench.dialog.shown();
    await vscode.current.screenshot('question before a DELETE');
    await page().keyboard.press('Enter');
    await workbench.dialog.box.waitFor({ state: 'hidden' });
    assert.deepEqual(await requestsLike(vscode.current.sandbox, 'DELETE'), []);
  });
});
