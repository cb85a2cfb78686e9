import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { until } from '../vscode/until';
import { selectors } from '../ui/support/selectors';
import { useVsCode } from '../ui/support/suite';
import type { Workbench } from '../ui/support/workbench';

/** Elements of a page, as far as they are read here: the types of the page are not those of the tests. */
interface Picture {
  readonly alt: string;
  readonly complete: boolean;
  readonly naturalWidth: number;
}
interface Link {
  readonly textContent: string | null;
  hasAttribute(name: string): boolean;
}

describe('The page of the extension in the editor', () => {
  const vscode = useVsCode({ name: 'extensionPage' });
  let workbench: Workbench;
  let readme: FrameLocator;

  before(async () => {
    workbench = vscode.current.workbench;
    const { page } = vscode.current;
    await workbench.runCommand('Extensions: Show Installed Extensions');
    await page.locator(selectors.extensions.row).filter({ hasText: 'Appcircle Explorer' }).first().click();
    readme = page.frameLocator(selectors.editor.preview).frameLocator(selectors.editor.previewFrame);
    await readme.getByRole('heading', { level: 1, name: 'Appcircle Explorer' }).waitFor();
  });

  it('shows the icon, and no broken picture below it', async () => {
    const icon = vscode.current.page.locator(selectors.extensions.icon);
    await until('the icon', () => icon.evaluate((image: Picture) => image.naturalWidth > 0));
    const pictures = readme.locator('img');
    await until('every picture to be loaded or given up', () =>
      pictures.evaluateAll((images: Picture[]) => images.every(({ complete }) => complete)),
    );
    const broken: unknown = await pictures.evaluateAll((images: Picture[]) =>
      images.filter(({ naturalWidth }) => naturalWidth === 0).map(({ alt }) => alt),
    );
    assert.deepEqual(broken, []);
  });

  it('has no link that leads nowhere', async () => {
    const links = readme.locator('a');
    assert.ok((await links.count()) > 0);
    const dead: unknown = await links.evaluateAll((all: Link[]) =>
      all.filter((link) => !link.hasAttribute('href')).map(({ textContent }) => textContent),
    );
    assert.deepEqual(dead, []);
  });

  it('is looked at in light and dark', async () => {
    for (const theme of ['light', 'dark'] as const) {
      await vscode.current.theme(theme);
      await readme.getByRole('heading', { level: 1 }).waitFor();
      await vscode.current.screenshot(`extension page ${theme}`);
    }
  });
});
