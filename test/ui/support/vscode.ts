import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { coarse, launchBrowser, withoutSpinning, type BrowserOptions } from '../../vscode/browser';
import { shareBrowserCache } from '../../vscode/browserCache';
import { dumpBrowserStorage } from '../../vscode/browserStorage';
import { fewBuiltInExtensions } from '../../vscode/builtInExtensions';
import { readConnections, type Connection } from '../../vscode/connections';
import { emptyHome, testEnvironment } from '../../vscode/environment';
import type { Front } from '../../vscode/front';
import { installCopy } from '../../vscode/installExtension';
import { root } from '../../vscode/paths';
import { startSandbox, type Sandbox } from '../../vscode/sandbox';
import { startServer, type Server } from '../../vscode/server';
import {
  calmSettings,
  offlineSettings,
  readSettings,
  sandboxSettings,
  writeSettings,
  type Settings,
} from '../../vscode/settings';
import { workbenchAddress } from '../../vscode/workbenchAddress';
import { addUnpackedExtension } from '../../vscode/unpacked';
import { makeRepository, makeWorkspace, type WorkingCopy } from '../../vscode/workspace';
import { Evidence } from './evidence';
import { frontOfRun } from './frontOfRun';
import { takesPictures } from './pictures';
import { startSandboxHere } from './sandboxHere';
import { allThemes, applyTheme, type Theme } from './theme';
import { Workbench } from './workbench';

export interface VsCodeOptions {
  /** Names the folder of this run and of nothing else. */
  readonly name: string;
  /** How many distribution profiles the sandbox has; 40 unless told. */
  readonly profiles?: number;
  /** More user settings, over those that every test has. */
  readonly settings?: Settings;
  /** Opens the workspace in Restricted Mode until it is trusted. Off unless told. */
  readonly workspaceTrust?: boolean;
  /** Makes the workspace a repository of git, and has the editor look at it. */
  readonly repository?: WorkingCopy;
  /** Its window, and how it is started. */
  readonly browser?: Omit<BrowserOptions, 'profile'>;
  /** Of the sandbox: strange ones unless told. */
  readonly names?: 'friendly' | 'strange';
  /** Folders of unpacked extensions to run beside ours. */
  readonly helperExtensions?: readonly string[];
  /** More environment variables for VS Code's processes. */
  readonly environment?: Record<string, string | undefined>;
}

/** A VS Code with the packed extension installed in it as a user has it, a sandbox and a browser. */
export class VsCode {
  readonly evidence: Evidence;
  private server: Server | undefined;
  private context: BrowserContext | undefined;
  private current: Workbench | undefined;

  private constructor(
    readonly options: VsCodeOptions,
    readonly folder: string,
    readonly sandbox: Sandbox,
    private readonly front: Front,
  ) {
    this.evidence = new Evidence();
  }

  static async start(options: VsCodeOptions): Promise<VsCode> {
    const { APPCIRCLE_TEST_VSIX: vsix, APPCIRCLE_TEST_RUN: run } = process.env;
    if (!vsix || !run) throw new Error('UI tests run by "npm run test:ui", which packs the extension first.');
    const folder = path.join(run, options.name);
    const dataFolder = path.join(folder, 'vscode');
    if (existsSync(folder))
      throw new Error(`Two suites share the name "${options.name}" and so a data folder.`);
    mkdirSync(dataFolder, { recursive: true });
    const [sandbox, front] = await Promise.all([
      options.names === 'friendly' ? startSandbox(options) : startSandboxHere(options.profiles),
      frontOfRun(path.join(folder, 'secret-key')),
      installCopy(vsix, run, dataFolder),
    ]);
    for (const helper of options.helperExtensions ?? []) addUnpackedExtension(helper, dataFolder);
    const vscode = new VsCode(options, folder, sandbox, front);
    writeSettings(dataFolder, {
      ...calmSettings,
      ...offlineSettings,
      ...sandboxSettings(sandbox.info),
      ...(options.repository && { 'git.enabled': true }),
      ...options.settings,
    });
    if (options.repository) makeRepository(makeWorkspace(vscode.workspace), options.repository);
    try {
      await vscode.open();
    } catch (error) {
      await vscode.stop();
      throw error;
    }
    return vscode;
  }

  get workbench(): Workbench {
    if (!this.current) throw new Error('No window is open.');
    return this.current;
  }

  get page(): Page {
    return this.workbench.page;
  }

  /** The data folder: user settings, logs, global storage. */
  get dataFolder(): string {
    return path.join(this.folder, 'vscode');
  }

  get workspace(): string {
    return path.join(this.folder, 'workspace');
  }

  /** What browsers of this run keep of the pages that they fetched. */
  get browserCache(): string {
    return path.join(path.dirname(this.folder), 'browserCache');
  }

  get origin(): string {
    return this.front.origin;
  }

  /** Starts server and browser on the data, profile and address that earlier starts used. */
  async open(): Promise<void> {
    this.server = await startServer({
      dataFolder: this.dataFolder,
      environment: testEnvironment({ ...emptyHome(this.folder), ...this.options.environment }),
      workspaceTrust: this.options.workspaceTrust ?? false,
      builtInExtensions: fewBuiltInExtensions(path.dirname(this.folder)),
    });
    this.front.forwardTo(this.server.port);
    const profile = path.join(this.folder, 'browser');
    shareBrowserCache(profile, this.browserCache);
    const scale = takesPictures ? {} : coarse;
    const context = await launchBrowser({ ...scale, ...this.options.browser, profile });
    this.context = context;
    // Where a browser is asked for, its pictures are looked at.
    if (!this.options.browser) await withoutSpinning(context);
    this.evidence.collectFrom(context);
    // Without this, reading the clipboard never answers.
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: this.origin });
    this.current = await this.openWindow();
  }

  /** Opens one more window of the same VS Code; the same folder unless told. */
  async openWindow(folder = makeWorkspace(this.workspace)): Promise<Workbench> {
    if (!this.context) throw new Error('VS Code is closed.');
    const blank = this.context.pages().find((page) => page.url() === 'about:blank');
    const page = blank ?? (await this.context.newPage());
    // Until it has an answer: whether the window is there is seen in it.
    await page.goto(workbenchAddress(this.origin, folder), { waitUntil: 'commit' });
    const workbench = new Workbench(page);
    await workbench.ready();
    return workbench;
  }

  /** Closes every window, which writes out what VS Code held back, but leaves server and browser running. */
  async closeWindows(): Promise<void> {
    if (!this.context) return;
    const windows = this.context.pages();
    // A browser that has lost its last page would end.
    await this.context.newPage();
    for (const window of windows) await closeAsPersonDoes(window);
    this.current = undefined;
  }

  /** Ends VS Code and browser; `open()` starts them again with everything kept, as on the next morning. */
  async close(): Promise<void> {
    await this.closeWindows();
    await this.end();
  }

  async restart(): Promise<void> {
    await this.close();
    await this.open();
  }

  /**
   * Changes user settings and reloads the window: this host does not notice while it runs that the file has changed.
   * `undefined` takes a setting out.
   */
  async setSettings(changes: Settings): Promise<void> {
    writeSettings(this.dataFolder, { ...readSettings(this.dataFolder), ...changes });
    await this.workbench.reload();
  }

  /** Changes the colours and waits until the window wears them. */
  async theme(theme: Theme): Promise<void> {
    await applyTheme(this.workbench, theme);
  }

  /** Saves a picture in `screenshots/`, which git ignores; where none are taken, only one that comes `always`. */
  async screenshot(name: string, always = false): Promise<string> {
    const file = path.join(root, 'screenshots', `${name}.png`);
    if (always || takesPictures)
      await this.page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
    return file;
  }

  /** One picture in each of these themes, called `name` and the theme; the last theme stays. */
  async pictureThemes(name: string, themes: readonly Theme[] = allThemes): Promise<void> {
    if (!takesPictures) return;
    for (const theme of themes) {
      await this.theme(theme);
      await this.screenshot(`${name} ${theme}`);
    }
  }

  /** Every outgoing connection of VS Code's own processes so far. */
  connections(): Connection[] {
    return readConnections(this.dataFolder);
  }

  /** What is stored in the browser for this VS Code; best after `closeWindows()`. */
  async browserStorage(): Promise<Record<string, string[]>> {
    if (!this.context) throw new Error('VS Code is closed.');
    return dumpBrowserStorage(this.context, this.origin);
  }

  /** Ends all at once: what VS Code holds back is of no use to anybody any more. */
  async stop(): Promise<void> {
    await this.end();
    await this.sandbox.stop();
  }

  private async end(): Promise<void> {
    await this.context?.close();
    this.context = undefined;
    await this.server?.stop();
    this.server = undefined;
  }
}

/** With the events that a closed tab gets: VS Code then writes out what it held back. */
async function closeAsPersonDoes(page: Page): Promise<void> {
  if (page.isClosed()) return;
  page.on('dialog', (dialog) => void dialog.accept());
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
}
