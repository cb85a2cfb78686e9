import assert from 'node:assert/strict';
import { until } from '../vscode/until';
import { editorHolding } from '../ui/support/editors';
import { signIn } from '../ui/support/journeys';
import { Announcements } from '../ui/support/spoken/announcements';
import { Keyboard } from '../ui/support/spoken/keyboard';
import { Reader } from '../ui/support/spoken/reader';
import { useVsCode } from '../ui/support/suite';
import type { View } from '../ui/support/view';
import type { Workbench } from '../ui/support/workbench';

const WAITS = 300;
const RUNS = 1000;

describe('Builds for a screen reader, and by keyboard alone', () => {
  const vscode = useVsCode({
    name: 'builds-aloud',
    names: 'friendly',
    repository: { remote: 'https://github.com/harbor-labs/harbor-notes-ios.git', branch: 'main' },
  });
  let workbench: Workbench;
  let reader: Reader;
  let keys: Keyboard;
  let said: Announcements;
  let view: View;
  let passed = 0;

  const pass = async (seconds: number) => {
    passed += seconds;
    await vscode.current.sandbox.control('clock', { offsetSeconds: passed });
  };

  before(async function () {
    this.timeout(60_000);
    workbench = vscode.current.workbench;
    const { sandbox } = vscode.current;
    await sandbox.control('clock', { stopped: true });
    await sandbox.control('mode', { buildWaitSeconds: WAITS, buildRunSeconds: RUNS });
    await workbench.openContainer('Appcircle');
    await signIn(vscode.current);
    view = await workbench.view('Builds').alone();
    reader = new Reader(workbench);
    keys = new Keyboard(workbench);
    said = await Announcements.listen(workbench.page);
  });

  /** Enter, once the keys are in the box. */
  async function enter(): Promise<void> {
    await until('the focus in the box', async () => (await reader.box()).states['focused'] === true);
    await keys.press('Enter');
  }

  it('each row tells its level, what it is, and what its icon means', async () => {
    await view.row('This Workspace').waitFor();
    await keys.focus(view);
    await keys.press('Home');
    await reader.atRow(view, 'Under Way');
    await keys.until('ArrowDown', view.focusedRow().and(view.row('Harbor Notes iOS, iOS')));
    await keys.press('ArrowRight');
    await view.row('main, branch, checked out').waitFor();
    await keys.press('ArrowDown');
    await reader.atRow(view, 'main, branch, checked out');
    await keys.press('ArrowRight');
    await view.row('Translate the onboarding, Failed').waitFor();
    const rows = await reader.rows(view);
    const like = (pattern: RegExp) => {
      assert.ok(
        rows.some((row) => pattern.test(row)),
        `${String(pattern)} in\n${rows.join('\n')}`,
      );
    };
    like(/^treeitem 1 expanded Under Way ?$/);
    like(/^treeitem 2 Tidepool Banking, branch main, Running, for [^,]+, step Xcodebuild for Devices, by /);
    like(/^treeitem 2 expanded Harbor Notes iOS, iOS, /);
    like(/^treeitem 3 expanded (?:selected )?main, branch, checked out, /);
    like(
      /^treeitem 4 collapsed [^,]+, (?:Succeeded|Failed|Timed out), .*, took [^,]+, commit [0-9a-f]{7}, by /,
    );
    assert.deepEqual(await reader.unnamed(view.pane), []);
  });

  it('R50: a start is announced', async () => {
    const { quickInput } = workbench;
    await keys.press('Shift+F10');
    await keys.until(
      'ArrowDown',
      workbench.page.locator('.monaco-menu .focused', { hasText: 'Start Build…' }),
    );
    await keys.press('Enter');
    for (const question of ['Select a commit', 'Select a workflow', 'Select a configuration']) {
      await quickInput.shown(question);
      await quickInput.withRow();
      await enter();
    }
    await quickInput.shown('Press Enter to start the build');
    await enter();
    await said.saying(/^Build of Harbor Notes iOS · main started$/);
  });

  it('R44: who goes up in its log hears that it is no longer followed, and follows it again', async () => {
    await keys.command('Appcircle: Show Branch Build');
    await workbench.quickInput.shown('Waiting');
    await enter();
    await editorHolding(workbench.page, 'waiting in the queue');
    assert.match(await reader.tab(), /^tab selected Log · Harbor Notes iOS · main · #[0-9a-f]{7}/);
    await pass(WAITS + 600);
    await editorHolding(workbench.page, 'AppDelegate.swift');
    await keys.press('Control+Home');
    await said.saying('Stopped following the log');
    await said.forget();
    await keys.command('Appcircle: Follow Log');
    await editorHolding(workbench.page, 'AppDelegate.swift');
  });

  it('R43: that it fails is announced with its step, and its end once more with what helps', async () => {
    await pass(500);
    await said.saying('Xcodebuild for Devices failed');
    await said.saying(/^Warning: Build of Harbor Notes iOS · main · #[0-9a-f]{7} failed\./);
    await editorHolding(workbench.page, "has no member 'savedAt'");
    const texts = await said.texts();
    assert.deepEqual(
      texts.filter((text) => text.includes('following')),
      [],
    );
  });
});
