import type { Locator, Page } from 'playwright-core';
import { labelsOf } from './drawnRows';
import { selectors } from './selectors';
import { patience, until } from '../../vscode/until';

const { quickInput } = selectors;

/** How long a box is waited for, in milliseconds, before it is opened anew: whatever takes the focus closes it. */
export const soon = 4000;

/** How long commands are waited for in all: a window that just began loads its palette first, and then what it offers. */
export const withPatience = { timeout: 2 * patience };

/** The box at the top: command palette, quick picks and input boxes alike. */
export class QuickInput {
  readonly widget: Locator;
  readonly input: Locator;

  constructor(private readonly page: Page) {
    this.widget = page.locator(quickInput.widget);
    this.input = this.widget.locator(quickInput.input).first();
  }

  /** Waits for the box, and with `expected` until its title or placeholder holds that text. */
  async shown(expected?: string, { timeout = patience } = {}): Promise<this> {
    await this.widget.waitFor({ state: 'visible', timeout });
    if (expected !== undefined) {
      const holds = async (): Promise<boolean> => {
        const texts = [await this.title(), await this.placeholder(), await this.message()];
        return texts.some((text) => text.includes(expected));
      };
      await until(`a quick input with "${expected}"`, holds, { timeout });
    }
    return this;
  }

  async hidden(): Promise<void> {
    await this.widget.waitFor({ state: 'hidden' });
  }

  async title(): Promise<string> {
    return (await this.widget.locator(quickInput.title).textContent()) ?? '';
  }

  async placeholder(): Promise<string> {
    return (await this.input.getAttribute('placeholder')) ?? '';
  }

  async value(): Promise<string> {
    return this.input.inputValue();
  }

  /** Whether what is typed shows as dots. */
  async isMasked(): Promise<boolean> {
    return (await this.input.getAttribute('type')) === 'password';
  }

  /** Prompt or validation message below the input. */
  async message(): Promise<string> {
    const message = this.widget.locator(quickInput.message);
    return (await message.isVisible()) ? ((await message.textContent()) ?? '') : '';
  }

  /** Waits for a validation message that holds a text, and answers all of it. */
  async messageWith(text: string): Promise<string> {
    return until(`the message "${text}"`, async () => {
      const message = await this.message();
      return message.includes(text) ? message : '';
    });
  }

  /** Enters a text as a paste does: at once. */
  async type(text: string): Promise<void> {
    await this.input.fill(text);
  }

  async accept(): Promise<void> {
    await this.input.press('Enter');
  }

  /** Waits until there is a row that Enter would take: while a list is asked for, there is none. */
  async withRow(): Promise<this> {
    await this.widget.locator(quickInput.focusedRow).waitFor();
    return this;
  }

  /** Enter, once there is a row for it, and the one that reads so. */
  async acceptRow(text: string | RegExp = ''): Promise<void> {
    await this.withRow();
    await this.withFocusedRow(text);
    await this.accept();
  }

  async escape(): Promise<void> {
    await this.page.keyboard.press('Escape');
  }

  /** Closes the box, wherever the focus went meanwhile. */
  async dismiss(): Promise<void> {
    await until('the box to close', async () => {
      if (await this.widget.isVisible()) await this.input.press('Escape', { timeout: 1000 });
      await this.widget.waitFor({ state: 'hidden', timeout: 1000 });
      return true;
    });
  }

  /** The rows shown now, each as its label, description and detail read aloud. */
  async rows(): Promise<string[]> {
    return labelsOf(this.widget.locator(quickInput.row));
  }

  /** The rows, once there are some: while a list is asked for, there are none. */
  async filledRows(): Promise<string[]> {
    await this.withRow();
    return this.rows();
  }

  /** The row that Enter would take, read aloud; empty while there is none. */
  async focusedRow(): Promise<string> {
    const [label = ''] = await labelsOf(this.widget.locator(quickInput.focusedRow));
    return label;
  }

  /** Waits until Enter would take the row that reads so. */
  async withFocusedRow(text: string | RegExp): Promise<this> {
    await until(`the row ${String(text)} for Enter`, async () => {
      const now = await this.focusedRow();
      return typeof text === 'string' ? now.includes(text) : text.test(now);
    });
    return this;
  }

  /** The row whose label is (or, with a pattern, matches) this text. */
  row(label: string | RegExp): Locator {
    const name = typeof label === 'string' ? new RegExp(`^${escapeRegExp(label)}(?:$|[,\\s])`) : label;
    return this.widget
      .locator(quickInput.row)
      .filter({ has: this.page.locator(quickInput.rowLabel, { hasText: name }) });
  }

  async pick(label: string | RegExp): Promise<void> {
    await this.row(label).first().click();
  }

  /** Clicks a button of the box, by the beginning of its tooltip. */
  async button(name: string): Promise<void> {
    await this.widget
      .locator(`a.action-label[aria-label^=${JSON.stringify(name)}]`)
      .first()
      .click();
  }
}

export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
