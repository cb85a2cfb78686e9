import assert from 'node:assert/strict';
import { git } from '../vscode/workspace';
import { until } from '../vscode/until';
import { signIn, untilLooked } from './support/journeys';
import { picture } from './support/pictures';
import { useVsCode } from './support/suite';
import type { View } from './support/view';
import type { Workbench } from './support/workbench';

const statusBarItem = 'appcircle-explorer.appcircle-explorer.appcircle.build';

describe('Builds', () => {
  const vscode = useVsCode({
    name: 'builds',
    repository: { remote: 'git@github.com:Harbor-Labs/harbor-notes-ios.git', branch: 'develop' },
  });
  let workbench: Workbench;
  let view: View;
  let passed = 0;

  /** Time goes by at the server. */
  const wait = async (seconds: number) => {
    passed += seconds;
    await vscode.current.sandbox.control('clock', { offsetSeconds: passed });
  };
  const item = () => workbench.statusBarItem(statusBarItem);

  before(async () => {
    workbench = vscode.current.workbench;
    await vscode.current.sandbox.control('mode', { buildWaitSeconds: 300, buildRunSeconds: 300 });
    await workbench.openContainer('Appcircle');
    await signIn(vscode.current);
    view = await workbench.view('Builds').open();
    // The other views leave it more room so.
    await workbench.view('Distribution').fold();
    await workbench.view('API Explorer').fold();
  });

  it('the status bar says how the newest build of the checked-out branch is', async () => {
    await view.row('This Workspace').waitFor();
    await item().saying(/: (Succeeded|Failed|Canceled|Timed out)/);
  });

  it('R50: a branch asks for what it does not tell, and says what will run before it runs', async () => {
    const { quickInput } = workbench;
    await view.expand('Harbor Notes iOS, iOS');
    await view.row('develop, branch, checked out').waitFor();
    await view.inlineAction('develop, branch', 'Start Build…');
    await quickInput.shown('Select a commit');
    await vscode.current.screenshot('start build commit');
    await quickInput.acceptRow();
    await quickInput.shown('Select a workflow');
    await vscode.current.screenshot('start build workflow');
    await quickInput.acceptRow();
    await quickInput.shown('Select a configuration');
    await quickInput.acceptRow();
    await quickInput.shown('Press Enter to start the build');
    await vscode.current.screenshot('start build confirm');
    assert.match(await quickInput.title(), /Start Build of Harbor Notes iOS · develop$/);
    const [first = ''] = await quickInput.filledRows();
    assert.match(first, /Start Build.*develop · #[0-9a-f]{7} · .*Uses one build of your plan/);
    await quickInput.accept();
    await quickInput.hidden();
  });

  it('R47: it waits at once in the view and in the status bar, and runs when it does', async () => {
    await view.withFirstRows('Under Way');
    await item().saying(/: Waiting/);
    await vscode.current.screenshot('start build waiting');
    await wait(301);
    await item().saying(/: Running/, untilLooked);
  });

  it('is canceled from the status bar, with one question', async () => {
    await item().click();
    await workbench.quickInput.shown('Harbor Notes');
    await vscode.current.screenshot('branch build pick');
    await workbench.quickInput.pick('Cancel Build');
    const dialog = await workbench.dialog.shown();
    assert.match(await dialog.message(), /Cancel the build of .* · develop\?/);
    assert.match(await dialog.detail(), /You started it/);
    assert.deepEqual((await dialog.buttons()).sort(), ['Cancel Build', 'Keep Building']);
    await vscode.current.screenshot('cancel build question');
    await dialog.press('Cancel Build');
    await item().saying(/: Canceled/, untilLooked);
  });

  it('R50, R43: as last time, started again; its end is told once, with what helps', async () => {
    const { quickInput } = workbench;
    await wait(60);
    await workbench.runCommand('Appcircle: Start Build…');
    await quickInput.shown('Select a build profile');
    await vscode.current.screenshot('start build as last time');
    await quickInput.acceptRow();
    await quickInput.shown('Press Enter to start the build');
    await quickInput.acceptRow();
    await quickInput.hidden();
    await item().saying(/: Waiting/);
    // Once more, by mistake.
    await workbench.runCommand('Appcircle: Start Build…');
    await quickInput.shown('Select a build profile');
    await quickInput.acceptRow();
    await quickInput.shown('Press Enter to start the build');
    await quickInput.acceptRow();
    const dialog = await workbench.dialog.shown();
    assert.match(await dialog.message(), /Start another build of the same commit/);
    await vscode.current.screenshot('start build twice');
    await dialog.press('Cancel');
    await quickInput.withFocusedRow(/^Try Again/);
    await quickInput.dismiss();
    await wait(601);
    const toast = await workbench.toast(/Build of .* · develop · #[0-9a-f]{7}/, untilLooked);
    await vscode.current.screenshot('build ended');
    assert.ok((await toast.buttons()).includes('Open Log'));
    // At once: it goes by itself.
    await toast.close();
    await item().saying(/: (Failed|Succeeded)/, untilLooked);
  });

  it('what others have under way stands first, then the profiles of the repository, then the others', async () => {
    await vscode.current.sandbox.control('mode', { othersUnderWay: true });
    await workbench.runCommand('Appcircle: Refresh');
    const groups = ['Tidepool Banking, branch main, Running, for', 'This Workspace'];
    await until('what others have under way, and then this workspace', async () => {
      const rows = await view.rows();
      const [others = -1, here = -1] = groups.map((group) => rows.findIndex((row) => row.startsWith(group)));
      return rows[0]?.startsWith('Under Way') && 0 < others && others < here;
    });
    await vscode.current.screenshot('builds');
  });

  it('R49: profiles of one repository are all there, their checked-out branch first', async () => {
    await view.expand('Harbor Notes iOS, iOS');
    await view.row('develop, branch, checked out').waitFor();
    await view.expand('develop, branch');
    await view.row(/Succeeded|Failed|Canceled|Timed out/).waitFor();
    await vscode.current.screenshot('builds of a branch');
  });

  it('R48: the filter of the checked-out branch stands beside the title, and follows the repository', async () => {
    await view.titleAction('Filter Builds');
    await workbench.quickInput.shown('Filter Builds');
    await vscode.current.screenshot('builds filter');
    await workbench.quickInput.pick('Checked-out branch only');
    await workbench.quickInput.accept();
    await view.withDescription('develop · Harbor Labs');
    await vscode.current.screenshot('builds filtered');
    git(vscode.current.workspace, 'checkout', '--quiet', '--detach');
    await view.withDescription(/^all branches \(detached at [0-9a-f]{7}\)/);
    await vscode.current.screenshot('builds detached');
    await view.titleAction('Clear Build Filter');
    await view.withDescription('Harbor Labs');
    git(vscode.current.workspace, 'checkout', '--quiet', 'develop');
    await view.row('develop, branch, checked out').waitFor();
  });

  picture('in every theme and in a narrow side bar', async () => {
    await vscode.current.pictureThemes('builds');
    await workbench.narrowSideBar();
    await vscode.current.screenshot('builds narrow');
  });
});
