import type { Locator, Page } from 'playwright-core';
import { patience, until } from '../../vscode/until';
import { escapeRegExp } from './quickInput';
import { selectors } from './selectors';

/** Opens the context menu of something and answers its items. Whatever takes the focus closes a menu: then it is opened anew. */
export async function openMenu(page: Page, of: Locator): Promise<string[]> {
  const items = page.locator(selectors.menuItem);
  return until('a menu', async () => {
    if (!(await items.first().isVisible())) await of.click({ button: 'right', timeout: 5000 });
    await items.first().waitFor({ timeout: 2000 });
    const texts = (await items.allTextContents()).map((text) => text.trim());
    return texts.length > 0 && texts;
  });
}

/** Opens the context menu of something and chooses from it. */
export async function chooseFromMenuOf(page: Page, of: Locator, action: string): Promise<void> {
  await until(`"${action}" to be chosen`, async () => {
    const items = await openMenu(page, of);
    if (!items.some((item) => item.includes(action))) {
      await page.keyboard.press('Escape');
      throw new Error(`"${action}" is not in: ${items.join(', ')}`);
    }
    await chooseFromMenu(page, action, { timeout: 1000 });
    return true;
  });
}

/**
 * Chooses from the menu that is open, or about to open, by a text that an item holds. Fails where the menu closes before
 * anything was clicked, as it does for whatever takes the focus.
 */
export async function chooseFromMenu(page: Page, action: string, { timeout = patience } = {}): Promise<void> {
  const holding = page.locator(selectors.menuItem).filter({ hasText: action });
  await holding.first().waitFor({ timeout });
  // "Delete" is not "Delete Versions…", which may stand before it.
  const label = page.getByText(new RegExp(`^${escapeRegExp(action)}…?$`));
  const named = holding.filter({ has: label });
  const item = ((await named.count()) > 0 ? named : holding).first();
  let clicks = 0;
  // A menu is deaf to the mouse for a moment after it has opened, lest the click that opened it choose from it.
  await until(`the menu to take "${action}"`, async () => {
    if (await item.isVisible()) {
      clicks += 1;
      await item.click({ timeout: 1000 });
    }
    await item.waitFor({ state: 'hidden', timeout: 1000 });
    return true;
  });
  if (clicks === 0) throw new Error(`The menu closed before "${action}" was clicked.`);
}
