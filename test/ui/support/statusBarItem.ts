import type { Locator, Page } from 'playwright-core';
import { soon } from './quickInput';
import { selectors } from './selectors';
import { patience, until } from '../../vscode/until';

/** An item of the status bar, by `<publisher>.<name>.<item id>`. A hidden one is not in the page at all. */
export class StatusBarItem {
  readonly item: Locator;

  constructor(
    private readonly page: Page,
    readonly id: string,
  ) {
    this.item = page.locator(selectors.statusBarItem(id));
  }

  async label(): Promise<string> {
    return (await this.item.locator(selectors.statusBarLabel).innerText()).trim();
  }

  async ariaLabel(): Promise<string> {
    return (await this.item.getAttribute('aria-label')) ?? '';
  }

  async colour(): Promise<'error' | 'warning' | 'none'> {
    const classes = (await this.item.getAttribute('class')) ?? '';
    if (classes.includes('error-kind')) return 'error';
    return classes.includes('warning-kind') ? 'warning' : 'none';
  }

  /** Waits until label or accessible label holds a text (or matches). */
  async saying(text: string | RegExp, { timeout = patience } = {}): Promise<void> {
    const says = async () => {
      const said = `${await this.label()}\n${await this.ariaLabel()}`;
      return typeof text === 'string' ? said.includes(text) : text.test(said);
    };
    await until(`a status bar item saying ${String(text)}`, says, { timeout });
  }

  /** Hovers and answers the tooltip, which stays open and can be clicked in. */
  async tooltip(): Promise<Locator> {
    const hover = this.page.locator(selectors.hover);
    await until('the tooltip', async () => {
      // What the pointer rests on now may show a hover of its own.
      await this.page.mouse.move(640, 400);
      await hover.waitFor({ state: 'hidden', timeout: soon });
      await this.item.locator('a').first().hover({ timeout: soon });
      await hover.waitFor({ timeout: soon });
      return true;
    });
    return hover;
  }

  async click(): Promise<void> {
    await this.item.locator('a').first().click();
  }
}
