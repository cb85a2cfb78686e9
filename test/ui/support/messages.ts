import type { Locator, Page } from 'playwright-core';
import { until } from '../../vscode/until';
import { selectors } from './selectors';

/** A toast in the corner. */
export class Toast {
  constructor(readonly locator: Locator) {}

  async text(): Promise<string> {
    return this.locator.locator(selectors.notification.text).innerText();
  }

  async severity(): Promise<'error' | 'warning' | 'info'> {
    const classes = (await this.locator.locator(selectors.notification.severity).getAttribute('class')) ?? '';
    if (classes.includes('codicon-error')) return 'error';
    return classes.includes('codicon-warning') ? 'warning' : 'info';
  }

  async buttons(): Promise<string[]> {
    return this.locator.locator(selectors.notification.button).allInnerTexts();
  }

  async press(button: string): Promise<void> {
    await this.locator.locator(selectors.notification.button).filter({ hasText: button }).click();
  }

  /**
   * Presses a button that takes the toast away. While its text changes it is drawn anew, and a click may be lost: the third
   * is made in one piece, between two drawings.
   */
  async dismissBy(button: string): Promise<void> {
    const { locator } = this;
    const action = locator.locator(selectors.notification.button).filter({ hasText: button });
    let clicks = 0;
    await until(`a toast without "${button}"`, async () => {
      if (await locator.isVisible()) {
        clicks += 1;
        await (clicks < 3
          ? action.click({ timeout: 1000 })
          : action.dispatchEvent('click', undefined, { timeout: 1000 }));
      }
      await locator.waitFor({ state: 'hidden', timeout: 2000 });
      return true;
    });
  }

  async close(): Promise<void> {
    await until('the toast to close', async () => {
      if (await this.locator.isVisible()) {
        await this.locator.hover({ timeout: 1000 });
        await this.locator.locator(selectors.notification.close).click({ timeout: 1000 });
      }
      await this.locator.waitFor({ state: 'hidden', timeout: 1000 });
      return true;
    });
  }
}

/** A question in the middle that blocks everything else. */
export class Dialog {
  readonly box: Locator;

  constructor(private readonly page: Page) {
    this.box = page.locator(selectors.dialog.box);
  }

  async shown(): Promise<this> {
    await this.box.waitFor();
    return this;
  }

  async message(): Promise<string> {
    return this.box.locator(selectors.dialog.message).innerText();
  }

  async detail(): Promise<string> {
    return this.box.locator(selectors.dialog.detail).innerText();
  }

  async buttons(): Promise<string[]> {
    return this.box.locator(selectors.dialog.button).allInnerTexts();
  }

  /** By text: where Cancel stands is not fixed. */
  async press(button: string): Promise<void> {
    await this.box.locator(selectors.dialog.button).filter({ hasText: button }).first().click();
    await this.box.waitFor({ state: 'hidden' });
  }

  async escape(): Promise<void> {
    await until('the question to close', async () => {
      if (await this.box.isVisible()) await this.page.keyboard.press('Escape');
      await this.box.waitFor({ state: 'hidden', timeout: 1000 });
      return true;
    });
  }
}
