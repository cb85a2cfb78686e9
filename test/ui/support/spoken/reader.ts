import type { Locator } from 'playwright-core';
import { until } from '../../../vscode/until';
import { previewIn } from '../preview';
import { selectors } from '../selectors';
import type { View } from '../view';
import type { Workbench } from '../workbench';
import { AccessibilityTree, sentence, theOnly, withRole, type Spoken } from './tree';

/** What a person acts on, and therefore has to have a name. */
const acting = ['button', 'menuitem', 'option', 'tab', 'textbox', 'treeitem'];

/** What a screen reader says of the parts of a window. */
export class Reader {
  readonly tree: AccessibilityTree;

  constructor(private readonly workbench: Workbench) {
    this.tree = new AccessibilityTree(workbench.page);
  }

  /** The text field of the box at the top, with what is asked and what is wrong. */
  async box(): Promise<Spoken> {
    return theOnly(await this.tree.of(this.workbench.quickInput.widget), 'textbox');
  }

  /** Each visible row of a view as a sentence, times left out. */
  async rows(view: View): Promise<string[]> {
    return withRole(await this.tree.of(view.pane), 'treeitem').map((row) =>
      sentence(row).replace(/\d+ (?:days|months|years) ago|last \w+/, 'some time ago'),
    );
  }

  /** Waits until all of these are among the rows of a view. */
  async telling(view: View, rows: readonly string[]): Promise<void> {
    await until(`the rows of ${view.title}`, async () => {
      const told = await this.rows(view);
      const missing = rows.filter((row) => !told.includes(row));
      if (missing.length > 0) throw new Error(`Not told: ${missing.join('; ')}`);
      return true;
    });
  }

  /** Waits until the view has the focus and the arrow keys are at the row whose name begins so. */
  async atRow(view: View, name: string): Promise<void> {
    await until(`the keys at ${name}`, async () => {
      const { states } = theOnly(await this.tree.of(view.pane), 'tree');
      return states['focused'] === true && String(states['activedescendant']).startsWith(name);
    });
  }

  /** Waits for the menu of a row, and gives its entries. */
  async menu(): Promise<Spoken[]> {
    const menu = this.workbench.page.locator(selectors.menu);
    await menu.waitFor();
    return withRole(await this.tree.of(menu), 'menuitem');
  }

  /** The page that is open. */
  get page(): Locator {
    return previewIn(this.workbench.page).locator('body');
  }

  /** The tab of the active editor. */
  async tab(): Promise<string> {
    return sentence(await this.tree.of(this.workbench.activeTab())).trimEnd();
  }

  /** What can be acted on within something and has no name. */
  async unnamed(locator: Locator): Promise<Spoken[]> {
    return withRole(await this.tree.of(locator), ...acting).filter(({ name }) => name.trim() === '');
  }
}
