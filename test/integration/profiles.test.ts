import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../vscode/until';
import { UserFixture, signIn, signOutOfAll } from './support/userFixture';
import { asUsual, control, forgetRequests, recorded, sandbox } from './support/sandbox';

interface SandboxProfile {
  id: string;
  name: string;
  settings: { password: string | null };
}

describe('Distribution profiles', () => {
  let user: UserFixture;

  before(async () => {
    user = new UserFixture();
    await asUsual();
    await signIn(user, sandbox.personalAccessKey);
  });

  after(async () => {
    await signOutOfAll(user);
    user.leave();
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('Go to Profile offers all of them', async () => {
    user.chooses = () => undefined;
    await vscode.commands.executeCommand('appcircle.goToProfile');
    assert.equal(user.offered.length, 40);
  });

  it('Copy Name and Copy ID copy what the row shows', async () => {
    const profile = await aProfile(() => true);
    await vscode.commands.executeCommand('appcircle.copyProfileName', { kind: 'row', row: profile });
    assert.equal(await vscode.env.clipboard.readText(), profile.name);
    await vscode.commands.executeCommand('appcircle.copyProfileId', { kind: 'row', row: profile });
    assert.equal(await vscode.env.clipboard.readText(), profile.id);
  });

  it('Show as JSON masks the password of a profile', async () => {
    const profile = await aProfile(({ settings }) => settings.password !== null);
    await vscode.commands.executeCommand('appcircle.showProfileAsJson', {
      kind: 'row',
      row: { ...profile, raw: profile },
    });
    const editor = await until('the document', () => vscode.window.activeTextEditor);
    const text = editor.document.getText();
    assert.equal(editor.document.languageId, 'appcircle-answer');
    assert.ok(!text.includes(JSON.stringify(profile.settings.password).slice(1, -1)));
    assert.match(text, /"password": "•••"/);
  });

  // All that the Distribution and Testing Groups views have, and what is in no palette.
  for (const command of [
    'addTesters',
    'clearProfileFilter',
    'compareVersions',
    'copyLink',
    'copyProfileId',
    'copyProfileName',
    'copyTesters',
    'copyTestingGroupId',
    'copyVersionId',
    'createProfile',
    'createTestingGroup',
    'deleteProfile',
    'deleteTestingGroup',
    'downloadVersion',
    'editReleaseNotes',
    'filterProfiles',
    'goToProfile',
    'goToTestingGroup',
    'openLink',
    'openProfileInDashboard',
    'pinProfile',
    'refresh',
    'removeTesters',
    'renameProfile',
    'setAutoSendGroups',
    'showMore',
    'showMoreGroups',
    'showProfile',
    'showProfileAsJson',
    'showTestingGroupAsJson',
    'showVersion',
    'showVersionAsJson',
    'sortProfiles',
    'unpinProfile',
    'uploadFile',
    'uploadVersion',
  ]) {
    it(`T13: ${command} run without a node, or on what is none, does no harm`, async () => {
      user.messages.length = 0;
      await forgetRequests();
      const nonsense = [{ unlike: 'a node' }, { kind: 'row' }, { kind: 'below', row: {} }, 'text', null];
      await user.decline(`appcircle.${command}`);
      for (const argument of nonsense) {
        await user.decline(`appcircle.${command}`, argument);
      }
      assert.deepEqual(user.messages, []);
      const asked = await recorded();
      assert.deepEqual(
        asked.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/token')),
        [],
      );
    });
  }
});

async function aProfile(wanted: (profile: SandboxProfile) => boolean): Promise<SandboxProfile> {
  const { accessTokens } = (await control('secrets')) as { accessTokens: string[] };
  const answer = await fetch(`${sandbox.apiEndpoint}/distribution/v2/profiles`, {
    headers: { authorization: `Bearer ${accessTokens.at(-1) ?? ''}` },
  });
  const found = ((await answer.json()) as SandboxProfile[]).find(wanted);
  assert.ok(found);
  return found;
}
