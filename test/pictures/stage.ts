import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { signIn } from '../ui/support/journeys';
import { selectors } from '../ui/support/selectors';
import { VsCode } from '../ui/support/vscode';
import type { View } from '../ui/support/view';
import type { Workbench } from '../ui/support/workbench';
import { until } from '../vscode/until';
import * as look from './look';
import { makeProject } from './project';
import { writeFontConfig } from './tools';

/** Part of the window, in its pixels. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An element, as far as it is read here: the types of the page are not those of the tests. */
interface Element {
  textContent: string | null;
}

/** The VS Code that stands for pictures: signed in, with the project open, at the same moment each time. */
export class Stage {
  private constructor(readonly vscode: VsCode) {}

  /** `folder`: where what only these runs need is written. */
  static async open(folder: string): Promise<Stage> {
    const vscode = await VsCode.start({
      name: 'stage',
      names: 'friendly',
      profiles: 15,
      settings: look.settings,
      environment: { APPCIRCLE_TEST_NOW: look.now, TZ: 'UTC' },
      browser: {
        viewport: look.viewport,
        deviceScaleFactor: look.deviceScaleFactor,
        args: look.browserArgs,
        environment: { FONTCONFIG_FILE: writeFontConfig(folder) },
      },
    });
    const stage = new Stage(vscode);
    try {
      await stage.furnish();
    } catch (error) {
      await vscode.screenshot('failed-pictures').catch(() => undefined);
      await vscode.stop();
      throw error;
    }
    return stage;
  }

  get workbench(): Workbench {
    return this.vscode.workbench;
  }

  get page(): Page {
    return this.vscode.page;
  }

  /** What a page shows that the extension opened. */
  get document(): FrameLocator {
    return this.page.frameLocator(selectors.editor.preview).frameLocator(selectors.editor.previewFrame);
  }

  /** Clears away what the last picture needed: boxes, editors, messages, panel, what is unfolded. */
  async clear(): Promise<void> {
    const { page, workbench } = this;
    await page.keyboard.press('Escape');
    await workbench.runCommand('View: Close All Editors');
    await until('no editor', async () => {
      if (await workbench.dialog.box.isVisible()) await workbench.dialog.press("Don't Save");
      return (await page.locator(selectors.editor.tab).count()) === 0;
    });
    await workbench.runCommand('Notifications: Clear All Notifications');
    if (await page.locator(selectors.panel).isVisible()) {
      await workbench.runCommand('Terminal: Kill All Terminals');
      await page.locator(selectors.panel).waitFor({ state: 'hidden' });
    }
    for (const list of await page.locator(selectors.view.anyList).all()) {
      if (!(await list.isVisible())) continue;
      await list.focus();
      await page.keyboard.press('Control+ArrowLeft');
    }
    await this.restMouse();
  }

  /** Unfolds these views of ours and folds the others; gives the first. */
  async views(...titles: readonly string[]): Promise<View> {
    const headers = this.page.locator(selectors.view.anyHeader);
    for (const header of await headers.all()) {
      const label = (await header.getAttribute('aria-label')) ?? '';
      const isOpen = (await header.getAttribute('aria-expanded')) === 'true';
      // The label begins with the title, and goes on with whose rows they are.
      if (titles.some((title) => label.includes(title)) !== isOpen) await header.click();
    }
    const first = this.workbench.view(titles[0] ?? '');
    await first.withRows(1);
    for (const title of titles) {
      await this.workbench.view(title).pane.hover();
      await this.page.mouse.wheel(0, -5000);
    }
    await this.restMouse();
    return first;
  }

  /** Opens a file of the project, by its name. */
  async openFile(name: string): Promise<void> {
    const { page, workbench } = this;
    await page.keyboard.press('Control+P');
    await workbench.quickInput.shown();
    await workbench.quickInput.type(name);
    await workbench.quickInput.pick(name);
    await workbench.activeTab().filter({ hasText: name }).waitFor();
  }

  /** Says of the sandbox's address what people see there: the cloud's. For the rows of the box that is open. */
  async nameTheCloud(): Promise<void> {
    const { host } = new URL(this.vscode.sandbox.info.apiEndpoint);
    await this.page
      .locator(selectors.quickInput.anyText)
      .evaluateAll((elements: Element[], address: string) => {
        for (const element of elements) {
          if (element.textContent?.includes(address)) {
            element.textContent = element.textContent.replace(address, 'api.appcircle.io');
          }
        }
      }, host);
  }

  /** Writes a picture of the window once it stays as it is. */
  async picture(file: string, crop?: Crop): Promise<void> {
    const take = () =>
      this.page.screenshot({ animations: 'disabled', caret: 'hide', ...(crop ? { clip: crop } : {}) });
    let before = await take();
    await until('a window that stays as it is', async () => {
      const next = await take();
      const same = next.equals(before);
      before = next;
      return same;
    });
    writeFileSync(file, before);
  }

  /** Takes the mouse off what shows more while it is there. */
  async restMouse(): Promise<void> {
    await this.page.mouse.move(look.viewport.width - 40, look.viewport.height / 2);
  }

  async close(): Promise<void> {
    await this.vscode.stop();
  }

  private async furnish(): Promise<void> {
    const { vscode, workbench } = this;
    const { sandbox } = vscode;
    makeProject(vscode.workspace);
    // A terminal asks the sandbox for what is said to be the cloud's, and has a short prompt.
    const rc = [
      `PS1='\\[\\e[36m\\]harbor-notes\\[\\e[0m\\] $ '`,
      `curl() { command curl "\${@/https:\\/\\/api.appcircle.io/${sandbox.info.apiEndpoint}}"; }`,
    ];
    writeFileSync(path.join(vscode.folder, 'home', '.bashrc'), rc.join('\n'));
    await workbench.reload();
    // By that of the extension, which has just started.
    const offsetSeconds = Math.floor((Date.parse(look.now) - Date.now()) / 1000);
    await sandbox.control('clock', { offsetSeconds });
    await this.page.addStyleTag({ content: look.css });
    await workbench.openContainer('Appcircle');
    await signIn(vscode);
    await this.widenSideBar();
  }

  private async widenSideBar(): Promise<void> {
    const sideBar = this.page.locator(selectors.sideBar);
    const box = await sideBar.boundingBox();
    if (!box) throw new Error('The side bar is closed.');
    const middle = box.y + box.height / 2;
    // The sash lies around the edge.
    await this.page.mouse.move(box.x + box.width + 1, middle);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + look.sideBarWidth, middle, { steps: 5 });
    await this.page.mouse.up();
  }
}
