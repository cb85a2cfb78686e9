import type { Page } from 'playwright-core';
import { until } from '../../vscode/until';
import { selectors } from './selectors';

/** VS Code's own menu of accounts, at the foot of the activity bar. */
export class AccountsMenu {
  constructor(private readonly page: Page) {}

  /** Opens it and answers its items. */
  async accounts(): Promise<string[]> {
    const items = this.page.locator(selectors.menuItem);
    return until('the accounts', async () => {
      if ((await items.count()) === 0) {
        // A badge lies above the button: hence the force.
        await this.page.locator(selectors.accountsButton).click({ force: true });
        await items.first().waitFor({ timeout: 2000 });
      }
      const names = (await items.allTextContents()).map((text) => text.trim());
      if (names.some((name) => name.includes('('))) return names;
      // It fills while it is closed.
      await this.close();
      return undefined;
    });
  }

  /** Chooses an action from the submenu of an account. */
  async choose(label: string, action: string): Promise<void> {
    await this.accounts();
    const item = this.page.locator(selectors.submenuItem).filter({ hasText: action });
    await until(`the action "${action}"`, async () => {
      // A menu is deaf to the mouse for a moment after it has opened: hence more than one click.
      if (!(await item.isVisible())) {
        await this.page.locator(selectors.menuItem).filter({ hasText: label }).first().hover();
        await item.waitFor({ timeout: 2000 });
      }
      await item.click({ timeout: 500 });
      await item.waitFor({ state: 'hidden', timeout: 500 });
      return true;
    });
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.locator(selectors.menuItem).first().waitFor({ state: 'hidden' });
  }
}
