import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../vscode/until';
import { CountedActions } from './support/countedActions';
import { editorHolding, focusInEditor, settledEditors } from './support/editors';
import { signIn, untilLooked } from './support/journeys';
import { assertNothingLeaked } from './support/leaks';
import { selectors } from './support/selectors';
import { useVsCode } from './support/suite';
import type { View } from './support/view';
import type { Workbench } from './support/workbench';

const branchItem = 'appcircle-explorer.appcircle-explorer.appcircle.build';
const logItem = 'appcircle-explorer.appcircle-explorer.appcircle.buildLog';

/** What "two keystrokes each" promises of each step, clicks counted like keys. */
const MAX_ACTIONS = 2;

/** How long a build waits and runs, by the clock of the sandbox. */
const WAITS = 300;
const RUNS = 1000;

describe('From a build that fails to the testers', () => {
  const vscode = useVsCode({
    name: 'build-story',
    names: 'friendly',
    repository: { remote: 'https://github.com/harbor-labs/harbor-notes-ios.git', branch: 'main' },
  });
  let workbench: Workbench;
  let view: View;
  let passed = 0;

  const pass = async (seconds: number) => {
    passed += seconds;
    await vscode.current.sandbox.control('clock', { offsetSeconds: passed });
  };
  const branch = () => workbench.statusBarItem(branchItem);
  const following = () => workbench.statusBarItem(logItem);
  /** A step of the story, which takes no more than it may. */
  const step = async (name: string, work: (actions: CountedActions) => Promise<void>) => {
    const actions = new CountedActions(vscode.current, name);
    await work(actions);
    assert.ok(actions.done.length <= MAX_ACTIONS, actions.done.join(', '));
  };
  const titleAction = (name: string) => workbench.page.locator(selectors.editor.titleAction(name));
  const cursorAt = (place: RegExp) => workbench.statusBarItem('status.editor.selection').saying(place);

  before(async () => {
    workbench = vscode.current.workbench;
    const { sandbox } = vscode.current;
    await sandbox.control('clock', { stopped: true });
    await sandbox.control('mode', { buildWaitSeconds: WAITS, buildRunSeconds: RUNS });
    await workbench.openContainer('Appcircle');
    await signIn(vscode.current);
    view = await workbench.view('Builds').open();
    await workbench.view('Distribution').fold();
    await workbench.view('API Explorer').fold();
  });

  it('R49: the builds of the checked-out branch stand in the view, the newest in the status bar', async () => {
    await view.row('This Workspace').waitFor();
    await view.expand('Harbor Notes iOS, iOS');
    await view.row('main, branch, checked out').waitFor();
    await view.expand('main, branch');
    await view.row('Translate the onboarding, Failed').waitFor();
    await branch().saying(/: (Succeeded|Failed|Canceled|Timed out)/);
    await vscode.current.screenshot('story 1 builds');
  });

  it('R50: one of them is started', async () => {
    const { quickInput } = workbench;
    await view.inlineAction('main, branch', 'Start Build…');
    for (const question of ['Select a commit', 'Select a workflow', 'Select a configuration']) {
      await quickInput.shown(question);
      await quickInput.acceptRow();
    }
    await quickInput.shown('Press Enter to start the build');
    await quickInput.acceptRow();
    await quickInput.hidden();
    await branch().saying(/: Waiting/);
  });

  it('R44: its log is opened while it waits, and follows while it runs', async () => {
    const { quickInput } = workbench;
    await step('log', async (actions) => {
      await actions.click('the build of the branch', branch().item.locator('a').first());
      await quickInput.shown('Waiting');
      await quickInput.withRow();
      await actions.press('Enter');
      await editorHolding(workbench.page, 'waiting in the queue');
    });
    assert.match(await workbench.activeTab().innerText(), /Log · Harbor Notes iOS · main · #[0-9a-f]{7}/);
    await vscode.current.screenshot('story 2 waiting');
    await pass(WAITS + 300);
    await editorHolding(workbench.page, 'Pod installation complete!', untilLooked);
    await following().saying('Following log');
    await vscode.current.screenshot('story 3 following');
    await pass(400);
    await editorHolding(workbench.page, 'NoteSearch.swift', untilLooked);
    await settledEditors(workbench.page);
    // Whoever reads further up is left there.
    await workbench.page.locator('.editor-group-container.active .view-lines').hover();
    await workbench.page.mouse.wheel(0, -5000);
    await following().saying('Follow Log');
    await vscode.current.screenshot('story 4 reading');
    await step('follow', async (actions) => {
      await actions.click('Follow Log', following().item.locator('a').first());
      await following().saying('Following log');
    });
  });

  it('R45: the second it fails, the cursor is at the first error of the failing step', async () => {
    await pass(400);
    await branch().saying(/: Failed/, untilLooked);
    const line = /DraftStore\.swift:12:5: error: value of type 'Draft' has no member 'savedAt'/;
    await editorHolding(workbench.page, line, untilLooked);
    await vscode.current.screenshot('story 5 failed');
  });

  it('its step stands in the view', async () => {
    await view.expand(/Keep the draft.*Failed/);
    await view.row('Xcodebuild for Devices').waitFor();
    await vscode.current.pictureThemes('story log');
    await vscode.current.theme('dark');
    await workbench.activeTab().click();
    await focusInEditor(workbench.page);
  });

  it('the compiler’s line leads to the file', async () => {
    const { page } = workbench;
    await step('definition', async (actions) => {
      await actions.press('F12');
      await workbench.activeTab().filter({ hasText: 'DraftStore.swift' }).waitFor();
      await cursorAt(/Ln 12, Col 5/);
    });
    await vscode.current.screenshot('story 6 source');
    await focusInEditor(page);
    await page.keyboard.press('Control+w');
    const log = workbench.activeTab().filter({ hasText: 'Log ·' });
    await log.waitFor();
  });

  it('R50, R43: started again, it succeeds, which is told once', async () => {
    const { quickInput } = workbench;
    await step('again', async (actions) => {
      await actions.click('Start Build Again', titleAction('Start Build Again'));
      await quickInput.shown('Press Enter to start the build');
      await quickInput.withRow();
      await actions.press('Enter');
      await branch().saying(/: Waiting/);
    });
    await pass(WAITS + 10);
    await branch().saying(/: Running/, untilLooked);
    await pass(RUNS);
    await branch().saying(/: Succeeded/, untilLooked);
    const toast = await workbench.toast(
      /Build of Harbor Notes iOS · main · #[0-9a-f]{7} succeeded/,
      untilLooked,
    );
    await vscode.current.screenshot('story 7 succeeded');
    await toast.press('Upload');
  });

  it('its app goes to the testers, with notes that its commits tell', async () => {
    const { quickInput } = workbench;
    await quickInput.shown('distribution profiles');
    await vscode.current.screenshot('story 8 profile');
    await quickInput.pick('Harbor Notes Beta');
    await quickInput.shown('release notes');
    await vscode.current.screenshot('story 9 notes');
    const [notes = ''] = await quickInput.filledRows();
    assert.match(notes, /Keep the draft when the editor is closed/);
    await quickInput.accept();
    const toast = await workbench.toast(/Uploaded HarborNotes\.ipa to Harbor Notes Beta/);
    await vscode.current.screenshot('story 10 uploaded');
    assert.ok((await toast.buttons()).length > 0);
  });

  it('R51: what it left stands below it, and one file is saved without the others', async () => {
    const { quickInput } = workbench;
    const { current } = vscode;
    await workbench.closeToasts();
    await view.expand(/Keep the draft/);
    await view.row('Artifacts').waitFor();
    await view.expand('Artifacts');
    await view.row('HarborNotes.ipa').waitFor();
    await current.screenshot('story 11 artifacts');
    await view.inlineAction('HarborNotes.app.dSYM.zip', 'Download File from Artifacts…');
    await quickInput.shown();
    await until('a proposed path', async () => (await quickInput.value()).endsWith('.zip'));
    await current.screenshot('story 12 save');
    const path = join(current.workspace, 'symbols.zip');
    await quickInput.type(path);
    await until('the path that was typed', async () => (await quickInput.value()) === path);
    await quickInput.accept();
    await workbench.toast('Saved symbols.zip');
    await current.screenshot('story 13 saved');
    assert.ok(statSync(path).size > 0);
    await current.pictureThemes('story artifacts');
    await workbench.narrowSideBar();
    await current.screenshot('story narrow');
  });
  it('R5: leaves none of its secrets anywhere, those of live logs, variables and logs among them', async () => {
    await assertNothingLeaked(vscode.current);
  });
});
