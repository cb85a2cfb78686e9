import type { Locator, Page } from 'playwright-core';
import { clickShown } from './clicks';
import { labelsOf, rowsThatStay, sentencesOf } from './drawnRows';
import { chooseFromMenuOf, openMenu } from './menu';
import { selectors } from './selectors';
import { until } from '../../vscode/until';

/** Of a header: left of its title, where it has no actions. */
const beforeTitle = { x: 20, y: 10 };

/** One view of the side bar: its tree, its welcome text, its header. */
export class View {
  readonly pane: Locator;
  /** The bar that runs while the view is busy; that of its container where the view is alone in it. */
  readonly progress: Locator;

  constructor(
    private readonly page: Page,
    readonly title: string,
  ) {
    this.pane = page.locator(selectors.view.pane).filter({ has: page.locator(selectors.view.header(title)) });
    const busy = page.locator(selectors.view.containerProgress);
    this.progress = this.pane.locator(selectors.view.progress).or(busy);
  }

  /** Unfolds the view. */
  async open(): Promise<this> {
    await this.turn('true');
    return this;
  }

  /** Folds the view, which leaves its room to the others. */
  async fold(): Promise<void> {
    await this.turn('false');
  }

  /** Unfolds the view and folds all others, so that its rows have room. */
  async alone(): Promise<this> {
    await this.open();
    const other = this.page.locator(selectors.view.openHeaderBut(this.title)).first();
    await until(`${this.title} alone`, async () => {
      if (await other.isVisible()) await other.click({ position: beforeTitle, timeout: 1000 });
      return (await other.count()) === 0;
    });
    return this;
  }

  /** Waits until the rows stay. */
  async settled(): Promise<void> {
    await rowsThatStay(this.title, this.pane, this.progress);
  }

  /** What each visible row reads aloud, top to bottom. */
  async rows(): Promise<string[]> {
    return labelsOf(this.pane.locator(selectors.view.row));
  }

  /** How a screen reader tells each visible row: role, level, whether it is open, name. Times are left out. */
  async spokenRows(): Promise<string[]> {
    return sentencesOf(this.pane.locator(selectors.view.row));
  }

  /** A row by the beginning of what it reads aloud (its label, unless it has an accessibility label), or by a pattern. */
  row(label: string | RegExp): Locator {
    if (typeof label === 'string') {
      return this.pane.locator(`${selectors.view.row}[aria-label^=${JSON.stringify(label)}]`).first();
    }
    return this.pane.locator(selectors.view.row).filter({ hasText: label }).first();
  }

  /** The row that the arrow keys are at. */
  focusedRow(): Locator {
    return this.pane.locator(selectors.view.focusedRow);
  }

  /** The selected row, while it is this one. */
  selectedRow(label: string | RegExp): Locator {
    const selected = this.pane.locator(`${selectors.view.row}[aria-selected="true"]`);
    return typeof label === 'string'
      ? selected.and(this.page.locator(`[aria-label^=${JSON.stringify(label)}]`))
      : selected.filter({ hasText: label });
  }

  /** Waits for at least so many rows. */
  async withRows(count = 1): Promise<string[]> {
    return until(`${count} rows in ${this.title}`, async () => {
      const rows = await this.rows();
      return rows.length >= count && rows;
    });
  }

  /** Waits until the topmost rows begin with these labels. */
  async withFirstRows(...labels: string[]): Promise<void> {
    await until(`the rows ${labels.join(', ')}`, async () => {
      const rows = await this.rows();
      return labels.every((label, at) => rows[at]?.startsWith(label));
    });
  }

  /** Waits until this stands beside the title. */
  async withDescription(text: string | RegExp): Promise<void> {
    const description = this.pane.locator(selectors.view.description);
    const holds = (now: string) => (typeof text === 'string' ? now === text : text.test(now));
    await until(`${String(text)} beside the title`, async () => holds(await description.innerText()));
  }

  /** Waits for a count of rows, those included that would need scrolling to. */
  async withRowCount(count: number): Promise<void> {
    const row = this.pane.locator(selectors.view.row).first();
    await until(`${count} rows`, async () => (await row.getAttribute('aria-setsize')) === String(count));
  }

  async expand(label: string | RegExp): Promise<void> {
    await this.turnRow(label, 'true');
  }

  async collapse(label: string | RegExp): Promise<void> {
    await this.turnRow(label, 'false');
  }

  /** Clicks a row. */
  async click(label: string | RegExp): Promise<void> {
    const row = await this.rowThatStays(label);
    await row.click();
  }

  /** Clicks an inline action, which shows while the pointer is on the row. */
  async inlineAction(label: string | RegExp, action: string): Promise<void> {
    const row = await this.rowThatStays(label);
    await clickShown(`"${action}" at ${String(label)}`, this.inlineButton(label, action), () =>
      row.hover({ timeout: 2000 }),
    );
  }

  /** The button of an inline action. */
  inlineButton(label: string | RegExp, action: string): Locator {
    return this.row(label).locator(`${selectors.view.inlineAction}[aria-label^=${JSON.stringify(action)}]`);
  }

  /** Opens a row's context menu and answers its items. */
  async contextMenu(label: string | RegExp): Promise<string[]> {
    return openMenu(this.page, await this.rowThatStays(label));
  }

  /** Opens a row's context menu and chooses from it. */
  async contextAction(label: string | RegExp, action: string): Promise<void> {
    await chooseFromMenuOf(this.page, await this.rowThatStays(label), action);
  }

  /** Clicks an action in the header of the view, or of its container where that stands in for it. */
  async titleAction(action: string): Promise<void> {
    const named = `[aria-label^=${JSON.stringify(action)}]`;
    const header = this.pane.locator(selectors.view.header(this.title));
    const own = this.pane.locator(`${selectors.view.titleAction}${named}`);
    const container = this.page.locator(`${selectors.view.containerAction}${named}`);
    const button = own.or(container).filter({ visible: true }).first();
    await clickShown(`"${action}" of ${this.title}`, button, async () => {
      if (await header.isVisible()) await header.hover({ timeout: 2000 });
    });
  }

  /** The text shown while there are no rows. */
  async welcomeText(): Promise<string> {
    const welcome = this.pane.locator(selectors.view.welcome);
    return (await welcome.isVisible()) ? await welcome.innerText() : '';
  }

  welcomeButton(label: string): Locator {
    return this.pane.locator(selectors.view.welcomeButton).filter({ hasText: label });
  }

  welcomeLink(label: string): Locator {
    return this.pane.locator(selectors.view.welcomeLink).filter({ hasText: label });
  }

  private async rowThatStays(label: string | RegExp): Promise<Locator> {
    const row = this.row(label);
    await row.waitFor();
    await this.settled();
    return row;
  }

  private async turnRow(label: string | RegExp, expanded: 'true' | 'false'): Promise<void> {
    const row = await this.rowThatStays(label);
    const isDone = async () => (await row.getAttribute('aria-expanded', { timeout: 2000 })) === expanded;
    await until(`${String(label)} with aria-expanded ${expanded}`, async () => {
      if (!(await isDone())) await row.locator(selectors.view.twistie).click({ timeout: 2000 });
      return isDone();
    });
  }

  private async turn(expanded: 'true' | 'false'): Promise<void> {
    const header = this.pane.locator(selectors.view.header(this.title));
    // A container with one view hides that view's header and shows its title and actions as its own.
    await header.waitFor({ state: 'attached' });
    await until(`${this.title} with aria-expanded ${expanded}`, async () => {
      if ((await header.getAttribute('aria-expanded')) === expanded) return true;
      await header.click({ position: beforeTitle, timeout: 2000 });
      return false;
    });
  }

  /** Gives the rows the focus, as Tab does, and touches none of them. */
  async focusRows(): Promise<void> {
    await this.pane.locator(selectors.view.list).focus();
  }

  /** Whether what is typed now would go to this view. */
  async hasFocus(): Promise<boolean> {
    return (await this.pane.locator(':focus').count()) > 0;
  }

  /** Waits until keys go to this row. */
  async atRow(label: string): Promise<void> {
    await until(`the focus in ${this.title}`, () => this.hasFocus());
    await this.focusedRow().and(this.row(label)).waitFor();
  }

  /** The message above the rows. */
  async message(): Promise<string> {
    const message = this.pane.locator(selectors.view.message);
    return (await message.isVisible()) ? await message.innerText() : '';
  }

  /** VS Code's own find in a tree; the row clicked first gives the tree the focus. */
  async find(text: string): Promise<void> {
    await this.pane.locator(selectors.view.row).first().click();
    await this.page.keyboard.press('Control+Alt+F');
    const input = this.pane.locator(selectors.view.findInput);
    await input.waitFor();
    await input.fill(text);
  }
}
