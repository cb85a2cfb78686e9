import assert from 'node:assert/strict';
import { until } from '../vscode/until';
import { forgetRequests, requests, requestsLike } from './support/appcircle';
import { clickLens, editorHolding, editorsText, focusInEditor, lensOf } from './support/editors';
import { signIn } from './support/journeys';
import { selectors } from './support/selectors';
import { useVsCode } from './support/suite';
import type { Workbench } from './support/workbench';

const mistaken = [
  '@name = Tidal Notes',
  '',
  '### Creates a profile',
  '# @name created',
  'POST {{host}}/distribution/v2/profiles',
  'Content-Type:application/json',
  '',
  '{"nmae":"{{name}}","note":"{{nmae}}"}',
].join('\n');

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

describe('Requests, as a person writes and sends them', () => {
  const vscode = useVsCode({ name: 'requests' });
  let workbench: Workbench;

  before(async () => {
    workbench = vscode.current.workbench;
    await workbench.openContainer('Appcircle');
    await signIn(vscode.current);
  });

  const page = () => vscode.current.page;

  /** A new request, of the operation that creates a profile. */
  async function newRequest(): Promise<void> {
    await workbench.runCommand('Appcircle: New API Request');
    await workbench.quickInput.shown('operations by name, path, or ID');
    await workbench.quickInput.type('createDistributionProfile');
    await workbench.quickInput.acceptRow('createDistributionProfile');
    await editorHolding(page(), `POST {{host}}${list}`);
    // What is typed before would go nowhere.
    await focusInEditor(page());
  }

  /** Puts a text in the place of all that stands in the editor. */
  async function replaceText(text: string): Promise<void> {
    await focusInEditor(page());
    await page().keyboard.press('Control+A');
    await page().keyboard.insertText(text);
  }

  async function closeEditors(): Promise<void> {
    await workbench.runCommand('View: Close All Editors');
    await page().locator(selectors.editor.tab).first().waitFor({ state: 'hidden' });
  }

  describe('from a cURL command', () => {
    after(closeEditors);

    it('R36: becomes a request without its token, which is sent with that of the session', async () => {
      const { sandbox } = vscode.current;
      await workbench.runCommand('Appcircle: New Request from cURL');
      await workbench.quickInput.shown('Paste a cURL command');
      await workbench.quickInput.type('hello');
      await workbench.quickInput.accept();
      await workbench.quickInput.messageWith('not a cURL command');
      const address = `${sandbox.info.apiEndpoint}/distribution/v2/profiles?Page=1`;
      await workbench.quickInput.type(`curl '${address}' -H 'Authorization: Bearer Sentinel' --compressed`);
      await vscode.current.screenshot('paste cURL');
      await workbench.quickInput.accept();
      await editorHolding(page(), /Skipped because they may hold credentials: Authorization/);
      const text = await editorHolding(page(), /GET \{\{host\}\}\/distribution\/v2\/profiles/);
      await vscode.current.screenshot('request from cURL');
      assert.doesNotMatch(text, /Sentinel/);
      await forgetRequests(sandbox);
      await clickLens(page(), 'Send');
      await lensOf(page(), /200 OK/).waitFor();
      assert.equal((await requestsLike(sandbox, 'GET /distribution/v2/profiles')).length, 1);
    });
  });

  describe('with help', () => {
    after(closeEditors);

    const marks = (selector: string) => page().locator(selector);

    it('R31: writes a POST from an empty line by completion', async () => {
      const suggestion = (text: string | RegExp) =>
        marks(selectors.editor.suggestion).filter({ hasText: text });
      await newRequest();
      await page().keyboard.press('Control+A');
      await page().keyboard.press('Delete');
      await page().keyboard.type('create distribution');
      // Suggestions that come by themselves are closed by the next letter where the machine is slow.
      await until('suggestions', async () => {
        await page().keyboard.press('Control+Space');
        await suggestion(/distribution profile/i)
          .first()
          .waitFor({ timeout: 3000 });
        return true;
      });
      await vscode.current.screenshot('request suggestions');
      await page().keyboard.press('Enter');
      await editorHolding(page(), 'POST {{host}}/distribution/v2/profiles');
      await vscode.current.screenshot('request completed');
    });

    it('R31: marks what is mistyped', async () => {
      await lensOf(page(), 'Send').waitFor();
      await replaceText(mistaken);
      await editorHolding(page(), '"nmae"');
      await until('marks', async () => (await marks(selectors.editor.warning).count()) >= 2);
      await vscode.current.pictureThemes('request problems', ['light', 'dark']);
    });

    it('R31: goes from one to the next, and mends each by its quick fix', async () => {
      await page().locator(selectors.editor.active).click();
      await page().keyboard.press('Control+Home');
      for (const fixed of ['{"name":', '"{{name}}"}']) {
        await workbench.runCommand('Go to Next Problem (Error, Warning, Info)');
        const fix = page().locator(selectors.editor.quickFix).filter({ hasText: 'Change to "name"' });
        // Whatever takes the focus, or changes what is marked, closes the list: then it has to be opened anew.
        const isFixed = async () => (await editorsText(page())).some((text) => text.includes(fixed));
        await until('the quick fix', async () => {
          if (await isFixed()) return true;
          if (!(await fix.first().isVisible())) await page().keyboard.press('Control+.');
          await fix.first().waitFor({ timeout: 3000 });
          await vscode.current.screenshot('request quick fix');
          await fix.first().click({ timeout: 2000 });
          return until(fixed, isFixed, { timeout: 5000 });
        });
      }
      await until('no marks', async () => (await marks(selectors.editor.warning).count()) === 1);
    });

    it('R31: formats it, and shows it in the outline', async () => {
      await workbench.runCommand('Format Document');
      await editorHolding(page(), /Content-Type: application\/json\n\n?\{\n {2}"name": "\{\{name\}\}",/);
      await vscode.current.screenshot('request formatted');
      await focusInEditor(page());
      await page().keyboard.press('Control+Shift+O');
      await until('symbols', async () =>
        (await workbench.quickInput.rows()).some((row) => row.includes('POST Creates a profile')),
      );
      await vscode.current.screenshot('request symbols');
      await workbench.quickInput.escape();
      assert.equal(await marks(selectors.editor.error).count(), 0);
    });
  });

  describe('as a flow', () => {
    before(async () => {
      const { sandbox } = vscode.current;
      await sandbox.control('mode', { deletion: 'task' });
      await newRequest();
      await lensOf(page(), 'Send').waitFor();
      await replaceText(flow);
      await editorHolding(page(), 'Remove it again');
      await forgetRequests(sandbox);
    });

    const sent = async () =>
      (await requests(vscode.current.sandbox))
        .filter((line) => line.includes(list))
        .map((line) => line.split(' ')[0]);

    it('R33: Send All asks once, and Esc sends nothing', async () => {
      await clickLens(page(), 'Send All');
      const dialog = await workbench.dialog.shown();
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
      await workbench.runCommand('Appcircle: Send All API Requests');
      const dialog = await workbench.dialog.shown();
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
      await page().getByText('All profiles').first().click();
      await workbench.runCommand('Appcircle: Copy Request As');
      await workbench.quickInput.shown('The token stays out');
      await vscode.current.screenshot('copy request as');
      await workbench.quickInput.pick('Python');
      await workbench.toast(/AC_ACCESS_TOKEN/);
      assert.match(await workbench.clipboard(), /^import os/);
    });

    it('R35: the response of one is filtered, and then shown as a table', async () => {
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
      await lensOf(page(), 'Filtered by $[0]').waitFor({ state: 'hidden' });
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
});
