import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../vscode/until';
import { focus, UserFixture, signIn, signOutOfAll } from './support/userFixture';
import { hideBuilds } from './support/buildsView';
import { asUsual, control, forgetRequests, allRequests, sandbox } from './support/sandbox';

const run = (command: string, argument?: unknown) =>
  vscode.commands.executeCommand(`appcircle.${command}`, ...(argument === undefined ? [] : [argument]));

/** What only the editor tells of the view: which rows it asks for, what its picks keep, what a key hands over. */
describe('Builds', () => {
  let user: UserFixture;

  before(async () => {
    user = new UserFixture();
    await asUsual();
    await signIn(user, sandbox.personalAccessKey);
  });

  after(async () => {
    await run('clearBuildFilter');
    await hideBuilds();
    await signOutOfAll(user);
    user.leave();
    await vscode.env.clipboard.writeText('');
  });

  beforeEach(async () => {
    await asUsual();
    await vscode.commands.executeCommand('appcircle.builds.focus');
    await run('refresh');
    user.chooses = () => undefined;
    user.presses = undefined;
    user.messages.length = 0;
    await forgetRequests();
  });

  afterEach(async () => {
    await user.escape();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** What was asked for of the lists. */
  const lists = async () =>
    (await allRequests()).filter((line) => /builds?\/v\d\/(profiles|builds)/.test(line));

  it('asks for profiles, and for the branches of one that is opened alone', async () => {
    await run('refresh');
    assert.deepEqual(await lists(), ['GET /build/v2/profiles 200']);
    user.chooses = () => 'Tidepool Banking';
    await run('goToBuildProfile');
    const isOfBranches = (line: string) => /^GET \/build\/v1\/profiles\/[\w-]+ 200$/.test(line);
    await until('its branches', async () => (await lists()).some(isOfBranches));
    assert.equal((await lists()).length, 2);
  });

  it('R48: its filter is ticked by keyboard, and is there again', async () => {
    const filtering = async (work: (list: vscode.QuickPick<vscode.QuickPickItem>) => Promise<void>) => {
      user.chooses = undefined;
      const done = run('filterBuilds');
      const list = await user.list();
      await work(list);
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await done;
    };
    await filtering(async (list) => {
      list.value = 'tide';
      const item = list.items.find(({ label }) => label === 'Failed') ?? assert.fail();
      await focus(list, item);
      await vscode.commands.executeCommand('workbench.action.quickPickManyToggle');
      await until('the tick', () => list.selectedItems.length === 1);
    });
    await filtering((list) => {
      assert.deepEqual([list.value, list.selectedItems.map(({ label }) => label)], ['tide', ['Failed']]);
      return Promise.resolve();
    });
    await run('clearBuildFilter');
    await filtering((list) => {
      assert.deepEqual([list.value, list.selectedItems], ['', []]);
      return Promise.resolve();
    });
    // What the test before had opened may still be on its way.
    assert.deepEqual(
      (await lists()).filter((line) => line.includes('/profiles 200')),
      [],
    );
  });

  it('R49: a profile is linked to the folder, and stands among those of the workspace in every pick', async () => {
    user.chooses = () => 'Tidepool Banking';
    await run('linkBuildProfile');
    user.chooses = () => undefined;
    await run('goToBuildProfile');
    assert.equal(user.offered[0], 'Tidepool Banking');
    user.chooses = () => 'Tidepool Banking';
    await run('unlinkBuildProfile');
    assert.deepEqual(user.offered, ['Tidepool Banking']);
    user.chooses = () => undefined;
    await run('goToBuildProfile');
    assert.notEqual(user.offered[0], 'Tidepool Banking');
  });

  it('T13: shows the response of a profile, secrets masked, in a language of ours', async () => {
    user.chooses = ([first]) => first;
    await run('showBuildAsJson', 'nonsense');
    const document = await until('the document', () => vscode.window.activeTextEditor?.document);
    assert.equal(document.languageId, 'appcircle-answer');
    assert.match(document.getText(), /"repositoryName"/);
    assert.doesNotMatch(document.getText(), /Sentinel/);
    await run('copyBuildId', { kind: 'buildProfile', profile: { id: 'p', name: 'x' } });
    assert.equal(await vscode.env.clipboard.readText(), 'p');
  });

  it('R7: what fails is told above the rows, and nowhere else', async () => {
    await control('faults', { kind: 'respond', status: 500, path: '/build/v2/profiles', times: 5 });
    await run('refresh');
    assert.deepEqual(user.messages, []);
    await forgetRequests();
    await control('faults', undefined, 'DELETE');
    await run('refresh');
    // Those below a row that is open are asked for as soon as the editor draws it; and what else succeeds after a failure
    // has the view ask by itself.
    const profiles = (await lists()).filter((line) => line.includes('/v2/profiles'));
    assert.deepEqual([...new Set(profiles)], ['GET /build/v2/profiles 200']);
  });
});
