import type { Page } from 'playwright-core';
import { until } from '../../../vscode/until';

/**
 * What a screen reader says by itself, from now on: texts of the regions in which VS Code says something, and of what
 * appears with the role `alert`.
 */
export class Announcements {
  private constructor(private readonly page: Page) {}

  static async listen(page: Page): Promise<Announcements> {
    await page.evaluate(listening);
    return new Announcements(page);
  }

  /** All since the last call of `forget`, oldest first. */
  async texts(): Promise<string[]> {
    return this.page.evaluate<string[]>('window.announcements');
  }

  async forget(): Promise<void> {
    await this.page.evaluate('window.announcements.splice(0)');
  }

  /** Waits for one that holds a text, or matches, and gives it. */
  async saying(text: string | RegExp): Promise<string> {
    return until(`"${String(text)}" to be announced`, async () =>
      (await this.texts()).find((said) => (typeof text === 'string' ? said.includes(text) : text.test(said))),
    );
  }
}

/**
 * Run in the page. A region is told anew with each text that is put in it, also of several at once, which an observer would
 * not see; nothing is told twice in a row.
 */
const listening = `{
  window.announcements = [];
  const say = (text) => {
    if (text && window.announcements.at(-1) !== text) window.announcements.push(text);
  };
  const regions = '.monaco-aria-container > [role="alert"], .monaco-aria-container > [aria-live="polite"]';
  const { get, set } = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent');
  for (const region of document.querySelectorAll(regions))
    Object.defineProperty(region, 'textContent', {
      get,
      set(text) {
        set.call(this, text);
        say(text);
      },
    });
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const added of addedNodes) {
        if (!added.querySelectorAll || added.closest(regions)) continue;
        for (const element of [added, ...added.querySelectorAll('[role="alert"]')])
          if (element.getAttribute('role') === 'alert')
            say(element.getAttribute('aria-label') ?? element.textContent);
      }
  }).observe(document.body, { subtree: true, childList: true });
}`;
