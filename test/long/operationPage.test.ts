import assert from 'node:assert/strict';
import { until } from '../vscode/until';
import { clickLens, editorHolding } from '../ui/support/editors';
import { signIn } from '../ui/support/journeys';
import { selectors } from '../ui/support/selectors';
import { isWhole } from '../ui/support/spoken/sight';
import { useVsCode } from '../ui/support/suite';
import { allThemes, applyTheme } from '../ui/support/theme';
import type { Workbench } from '../ui/support/workbench';

const usual = { width: 1600, height: 900 };

describe('The page of an operation', () => {
  const vscode = useVsCode({ name: 'operationPage' });
  let workbench: Workbench;

  before(async () => {
    workbench = vscode.current.workbench;
    await vscode.current.page.setViewportSize(usual);
    await workbench.openContainer('Appcircle');
    await signIn(vscode.current);
  });

  const page = () => vscode.current.page;
  const frame = () =>
    page().frameLocator(selectors.editor.preview).frameLocator(selectors.editor.previewFrame);
  const titleAction = (name: string) => page().locator(selectors.editor.titleAction(name)).first();
  const onPage = (title: string) => frame().locator('h1', { hasText: title }).waitFor();

  async function choose(text: string): Promise<void> {
    await workbench.quickInput.type(text);
    await until('the operation', async () => (await workbench.quickInput.rows())[0]?.includes(text));
    await workbench.quickInput.accept();
  }

  it('opens beside the request that it is of, which stays in sight', async () => {
    await workbench.runCommand('Appcircle: New API Request');
    await workbench.quickInput.shown('operations by name, path, or ID');
    await choose('updateDistributionProfile');
    await editorHolding(page(), /PATCH \{\{host\}\}/);
    await clickLens(page(), 'Documentation');
    await onPage('Change a distribution profile');
    await editorHolding(page(), /PATCH \{\{host\}\}/);
    for (const theme of allThemes) {
      await applyTheme(workbench, theme);
      await vscode.current.screenshot(`operation beside, ${theme}`);
    }
    assert.match((await frame().locator('body').textContent()) ?? '', /one of the roles Owner, Manager/);
  });

  it('leads from a field to its object', async () => {
    const link = frame().getByRole('link', { name: 'DistributionProfileSettings' }).first();
    const heading = frame().locator('h3', { hasText: 'DistributionProfileSettings' });
    // The page is drawn anew after a change of the theme, and a click meanwhile goes nowhere.
    await until('the object in sight', async () => {
      await link.click();
      return isWhole(page(), heading);
    });
    await vscode.current.screenshot('operation object');
  });

  it('has its actions in its title: to one that is similar, and to a request', async () => {
    await titleAction('Go to Similar API Operation').click();
    await workbench.quickInput.shown('Operations similar to "Change a distribution profile"');
    await vscode.current.screenshot('operation similar');
    await choose('Delete a distribution profile');
    await onPage('Delete a distribution profile');
    await page().setViewportSize({ width: 800, height: 900 });
    await vscode.current.screenshot('operation narrow');
    await page().setViewportSize(usual);
    await titleAction('New API Request').click();
    await editorHolding(page(), /DELETE \{\{host\}\}/);
  });
});
