import type { Locator } from 'playwright-core';
import type { VsCode } from './vscode';

/**
 * What a person does in a window, counted: a click, a key or chord, a text that is typed or pasted. What
 * they see after each is kept as a picture.
 */
export class CountedActions {
  /** What was done so far, an action each. */
  readonly done: string[] = [];

  constructor(
    private readonly vscode: VsCode,
    private readonly name: string,
  ) {}

  async click(what: string, target: Locator): Promise<void> {
    await this.act(`click ${what}`, () => target.click());
  }

  async press(chord: string): Promise<void> {
    await this.act(`press ${chord}`, () => this.vscode.page.keyboard.press(chord));
  }

  /** Into whatever has the focus, key by key. */
  async type(text: string): Promise<void> {
    await this.act(`type ${text}`, () => this.vscode.page.keyboard.type(text));
  }

  /** Into whatever has the focus, by Ctrl+V: what was copied, in another program, is not told. */
  async paste(what: string, text: string): Promise<void> {
    await this.vscode.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await this.act(`paste ${what}`, () => this.vscode.page.keyboard.press('Control+V'));
  }

  /** What the person looks at now, after the last action. */
  async look(): Promise<void> {
    const step = String(this.done.length).padStart(2, '0');
    const last = (this.done.at(-1) ?? 'begin').replace(/[^\w ]+/g, '');
    await this.vscode.screenshot(`newcomer ${this.name} ${step} ${last}`);
  }

  private async act(what: string, how: () => Promise<void>): Promise<void> {
    this.done.push(what);
    await how();
  }
}
