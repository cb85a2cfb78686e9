import assert from 'node:assert/strict';
import { signIn } from '../ui/support/journeys';
import { useVsCode } from '../ui/support/suite';
import type { Workbench } from '../ui/support/workbench';

const statusBarItem = 'appcircle-explorer.appcircle-explorer.appcircle.build';

describe('Builds, in a window that is opened again', () => {
  const vscode = useVsCode({
    name: 'buildReload',
    repository: { remote: 'git@github.com:Harbor-Labs/harbor-notes-ios.git', branch: 'develop' },
  });
  let workbench: Workbench;
  let passed = 0;

  /** Time goes by at the server. */
  const wait = async (seconds: number) => {
    passed += seconds;
    await vscode.current.sandbox.control('clock', { offsetSeconds: passed });
  };
  const item = () => workbench.statusBarItem(statusBarItem);

  before(async function () {
    this.timeout(60_000);
    workbench = vscode.current.workbench;
    await vscode.current.sandbox.control('mode', { buildWaitSeconds: 300, buildRunSeconds: 300 });
    await workbench.openContainer('Appcircle');
    await signIn(vscode.current);
    await item().saying(/: (Succeeded|Failed|Canceled|Timed out)/);
  });

  it('R43: a window that was reloaded meanwhile tells it once, and what was over before not again', async function () {
    this.timeout(90_000);
    const { quickInput } = workbench;
    await workbench.runCommand('Appcircle: Start Build…');
    const questions = ['build profile', 'branch', 'commit', 'workflow', 'configuration'];
    for (const question of questions) {
      await quickInput.shown(`Select a ${question}`);
      await quickInput.acceptRow();
    }
    await quickInput.shown('Press Enter to start the build');
    await quickInput.accept();
    await quickInput.hidden();
    await item().saying(/: Waiting/);
    await wait(301);
    await item().saying(/: Running/);
    await workbench.reload();
    await item().saying(/: Running/);
    assert.deepEqual(await workbench.toastTexts(), []);
    await wait(301);
    const toast = await workbench.toast(/Build of .* · develop · #[0-9a-f]{7}/);
    assert.ok((await toast.buttons()).includes('Open Log'));
    await toast.close();
    await workbench.reload();
    await item().saying(/: (Failed|Succeeded)/);
    assert.deepEqual(await workbench.toastTexts(), []);
  });
});
