import type { Locator } from 'playwright-core';
import { until } from '../../../vscode/until';
import type { View } from '../view';
import type { Workbench } from '../workbench';

/** What somebody does who has no mouse. */
export class Keyboard {
  constructor(private readonly workbench: Workbench) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.workbench.page.keyboard.press(key);
  }

  /** Gives a view the focus, by its command. */
  async focus(view: View): Promise<void> {
    await this.command(`Appcircle: Focus on ${view.title} View`);
    await until(`the focus in ${view.title}`, () => view.hasFocus());
  }

  /** Presses a key until there is something, such as the focus in it. */
  async until(key: string, there: Locator): Promise<void> {
    await until(`${key} to lead there`, async () => {
      if ((await there.count()) === 0) await this.press(key);
      return (await there.count()) > 0;
    });
  }

  /** Enters a text where the focus is, as a paste does: at once. */
  async type(text: string): Promise<void> {
    await this.workbench.page.keyboard.insertText(text);
  }

  /** Runs a command by its title in the palette. */
  async command(title: string): Promise<void> {
    const { quickInput } = this.workbench;
    await until(`the command "${title}"`, async () => {
      if (await quickInput.widget.isVisible()) await this.press('Escape');
      await quickInput.widget.waitFor({ state: 'hidden', timeout: 2000 });
      await this.press('F1');
      await quickInput.widget.waitFor({ timeout: 2000 });
      await this.type(title);
      await until(`"${title}" first`, async () => (await quickInput.focusedRow()).startsWith(title), {
        timeout: 2000,
      });
      return true;
    });
    await this.press('Enter');
  }
}
