import type { Locator, Page } from 'playwright-core';
import { until } from '../../../vscode/until';
import { soon, withPatience } from '../quickInput';
import type { View } from '../view';
import type { Workbench } from '../workbench';

/** The element with the focus, and the row in it that the arrow keys are at. */
const whereKeysAre =
  '[document.activeElement, document.activeElement?.getAttribute("aria-activedescendant")]';

/** What somebody does who has no mouse. */
export class Keyboard {
  private readonly page: Page;

  constructor(private readonly workbench: Workbench) {
    this.page = workbench.page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Gives a view the focus, by its command. */
  async focus(view: View): Promise<void> {
    await this.command(`Appcircle: Focus on ${view.title} View`);
    await until(`the focus in ${view.title}`, () => view.hasFocus());
  }

  /** Presses a key until there is something, such as the focus in it. */
  async until(key: string, there: Locator): Promise<void> {
    await until(`${key} to lead there`, async () => {
      if ((await there.count()) > 0) return true;
      await this.page.evaluate(`window.keysWere = ${whereKeysAre}`);
      await this.press(key);
      // A key that is pressed once more before the first has done its work would lead beyond.
      const hasMoved = () =>
        this.page.evaluate<boolean>(`window.keysWere.some((was, at) => was !== ${whereKeysAre}[at])`);
      await until('the focus to move', hasMoved, { timeout: 1000 });
      return false;
    });
  }

  /** Enters a text where the focus is, as a paste does: at once. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** Runs a command by its title in the palette. */
  async command(title: string): Promise<void> {
    const { quickInput } = this.workbench;
    const find = async () => {
      if (await quickInput.widget.isVisible()) await this.press('Escape');
      await quickInput.widget.waitFor({ state: 'hidden', timeout: 2000 });
      await this.press('F1');
      await quickInput.widget.waitFor({ timeout: soon });
      await this.type(title);
      await until(`"${title}" first`, async () => (await quickInput.focusedRow()).startsWith(title), {
        timeout: soon,
      });
      return true;
    };
    await until(`the command "${title}"`, find, withPatience);
    await this.press('Enter');
  }
}
