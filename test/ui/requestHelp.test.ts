import assert from 'node:assert/strict';
import { until } from '../vscode/until';
import { editorHolding, lensOf } from './support/editors';
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

describe('Help with a request, as a person uses it', () => {
  const vscode = useVsCode({ name: 'requestHelp' });
  let workbench: Workbench;

  before(async () => {
    workbench = vscode.current.workbench;
    await workbench.openContainer('Appcircle');
    await signIn(vscode.current);
  });

  const page = () => vscode.current.page;
  const marks = (selector: string) => page().locator(selector);

  it('R31: writes a POST from an empty line by completion', async () => {
    const suggestion = (text: string | RegExp) =>
      marks(selectors.editor.suggestion).filter({ hasText: text });
    await workbench.runCommand('Appcircle: New API Request');
    await workbench.quickInput.shown('operations by name, path, or ID');
    await workbench.quickInput.type('createDistributionProfile');
    await until('the operation', async () =>
      (await workbench.quickInput.rows())[0]?.includes('createDistributionProfile'),
    );
    await workbench.quickInput.accept();
    await editorHolding(page(), 'POST {{host}}/distribution/v2/profiles');
    await page().keyboard.press('Control+A');
    await page().keyboard.press('Delete');
    await page().keyboard.type('create distribution');
    await suggestion(/distribution profile/i)
      .first()
      .waitFor();
    await vscode.current.screenshot('request suggestions');
    await page().keyboard.press('Enter');
    await editorHolding(page(), 'POST {{host}}/distribution/v2/profiles');
    await vscode.current.screenshot('request completed');
  });

  it('R31: marks what is mistyped, in any theme', async () => {
    await lensOf(page(), 'Send').waitFor();
    await page().keyboard.press('Control+A');
    await page().keyboard.insertText(mistaken);
    await editorHolding(page(), '"nmae"');
    await until('marks', async () => (await marks(selectors.editor.warning).count()) >= 2);
    for (const theme of ['light', 'dark'] as const) {
      await vscode.current.theme(theme);
      await vscode.current.screenshot(`request problems ${theme}`);
    }
  });

  it('R31: goes from one to the next, and mends each by its quick fix', async () => {
    await page().locator(selectors.editor.active).click();
    await page().keyboard.press('Control+Home');
    for (const fixed of ['{"name":', '"{{name}}"}']) {
      await workbench.runCommand('Go to Next Problem (Error, Warning, Info)');
      const fix = page().locator(selectors.editor.quickFix).filter({ hasText: 'Change to "name"' });
      await until('the quick fix', async () => {
        await page().keyboard.press('Control+.');
        await fix.first().waitFor({ timeout: 3000 });
        return true;
      });
      await vscode.current.screenshot('request quick fix');
      await fix.first().click();
      await editorHolding(page(), fixed);
    }
    await until('no marks', async () => (await marks(selectors.editor.warning).count()) === 1);
  });

  it('R31: formats it, and shows it in the outline', async () => {
    await workbench.runCommand('Format Document');
    await editorHolding(page(), /Content-Type: application\/json\n\n?\{\n {2}"name": "\{\{name\}\}",/);
    await vscode.current.screenshot('request formatted');
    await page().keyboard.press('Control+Shift+O');
    await until('symbols', async () =>
      (await workbench.quickInput.rows()).some((row) => row.includes('POST Creates a profile')),
    );
    await vscode.current.screenshot('request symbols');
    await workbench.quickInput.escape();
    assert.equal(await marks(selectors.editor.error).count(), 0);
  });
});
