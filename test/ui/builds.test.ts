import assert from 'node:assert/strict';
import { git } from '../vscode/workspace';
import { signIn } from './support/journeys';
import { useVsCode } from './support/suite';
import { picture } from './support/pictures';
import type { View } from './support/view';
import type { Workbench } from './support/workbench';

describe('Builds', () => {
  const vscode = useVsCode({
    name: 'builds',
    repository: { remote: 'git@github.com:Harbor-Labs/harbor-notes-ios.git', branch: 'develop' },
  });
  let workbench: Workbench;
  let view: View;

  before(async function () {
    this.timeout(60_000);
    workbench = vscode.current.workbench;
    await vscode.current.sandbox.control('mode', { othersUnderWay: true });
    await workbench.openContainer('Appcircle');
    await signIn(vscode.current);
    view = await workbench.view('Builds').open();
    // The other views leave it more room so.
    await workbench.view('Distribution').fold();
    await workbench.view('API Explorer').fold();
  });

  it('what is under way stands first, then the profiles of the repository, then the others', async () => {
    await view.withFirstRows('Under Way');
    await view.row('This Workspace').waitFor();
    const rows = await view.rows();
    await vscode.current.screenshot('builds');
    assert.ok(
      rows.some((row) => row.startsWith('Tidepool Banking, branch main, Running, for')),
      rows.join('\n'),
    );
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
