import assert from 'node:assert/strict';
import { distribution, signIn } from './support/journeys';
import { assertNothingLeaked } from './support/leaks';
import { selectors } from './support/selectors';
import { useVsCode } from './support/suite';

describe('A workspace that is not trusted', () => {
  const vscode = useVsCode({ name: 'restricted', workspaceTrust: true });

  it('T16: in Restricted Mode the extension is active, and signing in and listing work', async () => {
    const { workbench, page } = vscode.current;
    await page.locator(selectors.restrictedBanner).waitFor();
    await workbench.statusBarItem().saying('Sign In');
    const view = await distribution(workbench);
    await view.welcomeButton('Sign In').waitFor();
    await signIn(vscode.current);
    await view.withRowCount(40);
    await workbench.statusBarItem().saying('Harbor Labs');
    await page.locator(selectors.trustStatus).waitFor();
    assert.deepEqual(await workbench.toastTexts(), []);
    await vscode.current.screenshot('restricted mode');
  });

  it('leaves no key and no token in any file, storage or line, and went nowhere but to the sandbox', async () => {
    await assertNothingLeaked(vscode.current);
  });
});
