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

  /** Presses a button that takes the toast away; while its text changes it is drawn anew, and a click may be lost. */
  async dismissBy(button: string): Promise<void> {
    await until(`a toast without "${button}"`, async () => {
      const { locator } = this;
      const action = locator.locator(selectors.notification.button).filter({ hasText: button });
      if (await locator.isVisible()) await action.click({ timeout: 1000 });
      await locator.waitFor({ state: 'hidden', timeout: 2000 });
      return true;
    });
  }

  async close(): Promise<void> {
    await this.locator.hover();
    await this.locator.locator(selectors.notification.close).click();
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
    await this.page.keyboard.press('Escape');
    await this.box.waitFor({ state: 'hidden' });
  }
}
