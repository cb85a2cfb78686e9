import type { Locator, Page } from 'playwright-core';
import { clickWithin } from './clicks';
import { Dialog, Toast } from './messages';
import { escapeRegExp, QuickInput, soon, withPatience } from './quickInput';
import { selectors } from './selectors';
import { StatusBarItem } from './statusBarItem';
import { patience, until } from '../../vscode/until';
import { View } from './view';

/** What a person sees and touches in one window of VS Code. */
export class Workbench {
  readonly quickInput: QuickInput;
  readonly dialog: Dialog;

  constructor(readonly page: Page) {
    this.quickInput = new QuickInput(page);
    this.dialog = new Dialog(page);
  }

  /** Waits until the window is drawn and has read what our extension contributes. */
  async ready(): Promise<void> {
    // Both compute: the browser compiles the workbench, the server reads all extensions.
    await this.page.locator(selectors.workbench).waitFor({ timeout: 30_000 });
    await this.page.locator(selectors.activityTab('Appcircle')).waitFor({ timeout: 30_000 });
  }

  async reload(): Promise<void> {
    await this.page.reload({ waitUntil: 'commit' });
    await this.ready();
  }

  /** Runs a command as a person does: by its title in the command palette, which may end in "…". */
  async runCommand(title: string): Promise<void> {
    const run = async () => {
      await this.openPalette(title);
      const row = this.quickInput.row(new RegExp(`^${escapeRegExp(title)}…?$`)).first();
      const none = this.quickInput.row(/^No matching/).first();
      await row.or(none).first().waitFor({ timeout: soon });
      // Commands of an extension come late at a start: the palette then has to be opened anew.
      if (!(await row.isVisible())) throw new Error('The palette does not have it yet.');
      await clickWithin(5000, row);
      return true;
    };
    await until(`the command "${title}"`, run, withPatience);
  }

  /** The commands whose title holds a text, as the palette offers them; none where it says so. */
  async commandsLike(text: string): Promise<string[]> {
    const rows = await until('an answer of the palette', async () => {
      await this.openPalette(text);
      return until(
        'rows',
        async () => {
          const found = await this.quickInput.rows();
          // Until the palette has filtered, it shows other commands.
          return found.some((row) => row.includes(text) || row.startsWith('No matching')) && found;
        },
        { timeout: soon },
      );
    });
    await this.quickInput.dismiss();
    return rows.filter((row) => row.includes(text));
  }

  /** Opens a file of the workspace, by its name. */
  async openFile(name: string): Promise<void> {
    await until(`the file ${name}`, async () => {
      await this.openBox('Control+P', name);
      await this.quickInput.row(name).first().click({ timeout: 5000 });
      return true;
    });
    await this.quickInput.hidden();
  }

  activityTab(title: string): Locator {
    return this.page.locator(selectors.activityTab(title));
  }

  /** Opens a view container by its tab in the activity bar. */
  async openContainer(title: string): Promise<void> {
    const tab = this.activityTab(title);
    await tab.waitFor();
    const open = this.page.locator(selectors.openActivityTab(title));
    await until(`the container ${title}`, async () => {
      // A click on the tab that is open already would close the side bar. A badge lies above the tab: hence the force.
      if ((await open.count()) === 0) await tab.click({ force: true });
      await open.waitFor({ timeout: 2000 });
      return true;
    });
  }

  view(title: string): View {
    return new View(this.page, title);
  }

  statusBarItem(id = 'appcircle-explorer.appcircle-explorer.appcircle.session'): StatusBarItem {
    return new StatusBarItem(this.page, id);
  }

  /** Waits for a toast that holds a text. */
  async toast(text: string | RegExp, { timeout = patience } = {}): Promise<Toast> {
    const toast = this.page.locator(selectors.toast).filter({ hasText: text }).first();
    await toast.waitFor({ timeout });
    return new Toast(toast);
  }

  async toastTexts(): Promise<string[]> {
    return this.page.locator(selectors.toast).allInnerTexts();
  }

  async closeToasts(): Promise<void> {
    await this.runCommand('Notifications: Clear All Notifications');
    await this.page.locator(selectors.toast).first().waitFor({ state: 'hidden' });
  }

  /** The lines of the active editor that are drawn now. */
  async editorText(): Promise<string> {
    const lines = this.page.locator(selectors.editor.lines).first();
    await lines.waitFor();
    const drawn = await this.page.evaluate<string[]>(
      `[...document.querySelectorAll(${JSON.stringify(`${selectors.editor.lines} .view-line`)})]
        .sort((a, b) => a.offsetTop - b.offsetTop).map((line) => line.textContent)`,
    );
    // Spaces are drawn as no-break spaces.
    return drawn.join('\n').replaceAll('\u00a0', ' ');
  }

  activeTab(): Locator {
    return this.page.locator(selectors.editor.activeTab);
  }

  /** Makes the side bar as narrow as it gets, by dragging its edge. */
  async narrowSideBar(): Promise<void> {
    const sideBar = this.page.locator(selectors.sideBar);
    await until('a narrow side bar', async () => {
      const box = await sideBar.boundingBox();
      if (!box) throw new Error('The side bar is closed.');
      if (box.width < 200) return true;
      // The sash lies around the edge; beyond the least width it would close the side bar.
      await this.page.mouse.move(box.x + box.width + 1, box.y + box.height / 2);
      await this.page.mouse.down();
      await this.page.mouse.move(box.x + 150, box.y + box.height / 2, { steps: 5 });
      await this.page.mouse.up();
      return false;
    });
  }

  /** What the clipboard holds; page and extension share it. */
  async clipboard(): Promise<string> {
    return this.page.evaluate<string>('navigator.clipboard.readText()');
  }

  /** Trusts the workspace that was opened in Restricted Mode. */
  async trustWorkspace(): Promise<void> {
    await this.page.locator(selectors.trustStatus).locator('a').click();
    const trust = this.page
      .locator(selectors.trustButton)
      .filter({ hasText: /^Trust$/ })
      .first();
    // The page is drawn anew when it has read which extensions it is about: a click may be lost.
    await until('a trusted workspace', async () => {
      if (await trust.isVisible()) await trust.click({ timeout: 1000 });
      await this.page.locator(selectors.restrictedBanner).waitFor({ state: 'hidden', timeout: 2000 });
      return true;
    });
  }

  private openPalette(text: string): Promise<void> {
    return this.openBox('F1', `>${text}`);
  }

  private async openBox(key: string, text: string): Promise<void> {
    if (await this.quickInput.widget.isVisible()) await this.quickInput.dismiss();
    await this.page.keyboard.press(key);
    // Whatever takes the focus meanwhile closes the box: then it has to be opened anew.
    await this.quickInput.widget.waitFor({ timeout: soon });
    await this.quickInput.input.fill(text, { timeout: soon });
  }
}
