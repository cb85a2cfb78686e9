import type { Page } from 'playwright-core';
import { until } from '../../vscode/until';
import { selectors } from './selectors';

/** Chooses from the menu that is open, or about to open, by a text that an item holds. */
export async function chooseFromMenu(page: Page, action: string): Promise<void> {
  const item = page.locator(selectors.menuItem).filter({ hasText: action }).first();
  await item.waitFor();
  // A menu is deaf to the mouse for a moment after it has opened, lest the click that opened it choose from it.
  await until(`the menu to take "${action}"`, async () => {
    if (await item.isVisible()) await item.click({ timeout: 500 });
    await item.waitFor({ state: 'hidden', timeout: 500 });
    return true;
  });
}
