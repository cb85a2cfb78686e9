import type { Page } from 'playwright-core';
import { until } from '../../vscode/until';
import { escapeRegExp } from './quickInput';
import { selectors } from './selectors';

/** Chooses from the menu that is open, or about to open, by a text that an item holds. */
export async function chooseFromMenu(page: Page, action: string): Promise<void> {
  const holding = page.locator(selectors.menuItem).filter({ hasText: action });
  await holding.first().waitFor();
  // "Delete" is not "Delete Versions…", which may stand before it.
  const label = page.getByText(new RegExp(`^${escapeRegExp(action)}…?$`));
  const named = holding.filter({ has: label });
  const item = ((await named.count()) > 0 ? named : holding).first();
  // A menu is deaf to the mouse for a moment after it has opened, lest the click that opened it choose from it.
  await until(`the menu to take "${action}"`, async () => {
    if (await item.isVisible()) await item.click({ timeout: 500 });
    await item.waitFor({ state: 'hidden', timeout: 500 });
    return true;
  });
}
