import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { AppVersion } from '../../sandbox/data/versions';
import { until } from '../../vscode/until';
import { UserFixture, signInAndSettle, signOutOfAll } from '../support/userFixture';
import { asUsual, control, forgetRequests, requests, sandbox } from '../support/sandbox';

interface Profile {
  id: string;
  name: string;
}

describe('Versions of a profile', () => {
  let user: UserFixture;
  let profiles: Profile[];
  /** With versions for both platforms. */
  let profile: Profile;
  let newest: AppVersion[];

  before(async () => {
    user = new UserFixture();
    await asUsual();
    await signInAndSettle(user, sandbox.personalAccessKey);
    profiles = await allProfiles();
    profile = await withBothPlatforms(profiles);
    newest = await versionsAt(profile);
  });

  beforeEach(async () => {
    await asUsual();
    await vscode.commands.executeCommand('appcircle.refresh');
    await forgetRequests();
    user.messages.length = 0;
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await control(`versions/${profile.id}`, { versions: newest });
    await control('mode', { versionFields: 'createDate' });
  });

  after(async () => {
    await asUsual();
    await signOutOfAll(user);
    user.leave();
  });

  const asked = async () => (await requests()).filter((line) => line.includes(' /distribution/v2/profiles/'));
  const opened = ({ id }: Profile) => `GET /distribution/v2/profiles/${id} 200`;
  const row = () => ({ kind: 'row', row: profile });
  /** Runs a command on the profile, and chooses this one of its versions. */
  const run = async (command: string, ...wanted: number[]) => {
    user.chooses = (labels) => labels[wanted.shift() ?? -1];
    await vscode.commands.executeCommand(`appcircle.${command}`, row());
  };
  const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);

  it('are asked for when its row is opened, once, and not before', async () => {
    const [first] = profiles;
    assert.ok(first);
    assert.deepEqual(await asked(), []);
    await vscode.commands.executeCommand('appcircle.distribution.focus');
    // The row is there when the view has drawn what it has: until then there is nothing to open.
    await until('the versions', async () => {
      await vscode.commands.executeCommand('list.focusFirst');
      await vscode.commands.executeCommand('list.expand');
      return (await asked()).some((line) => line.endsWith(' 200'));
    });
    await vscode.commands.executeCommand('list.focusFirst');
    await vscode.commands.executeCommand('list.collapse');
    await vscode.commands.executeCommand('list.expand');
    await run('showVersion', 0);
    const [line, ...more] = await asked();
    assert.ok(
      profiles.some((one) => line === opened(one)),
      line,
    );
    assert.deepEqual(more, line === opened(profile) ? [] : [opened(profile)]);
    // The page has the focus: a row that stays open is asked for again with each refresh.
    await vscode.commands.executeCommand('appcircle.distribution.focus');
    await vscode.commands.executeCommand('list.focusFirst');
    await vscode.commands.executeCommand('list.collapse');
  });

  it('are asked for again after a refresh', async () => {
    await run('copyVersionId', 0);
    await run('copyVersionId', 1);
    assert.deepEqual(await asked(), [opened(profile)]);
    await vscode.commands.executeCommand('appcircle.refresh');
    await run('copyVersionId', 1);
    assert.equal(await vscode.env.clipboard.readText(), newest[1]?.id);
    assert.deepEqual(await asked(), [opened(profile), opened(profile)]);
  });

  it('are offered newest first, with what there is to know of each, in both spellings', async () => {
    const offered = async (versionFields: string) => {
      await control('mode', { versionFields });
      await vscode.commands.executeCommand('appcircle.refresh');
      await run('showVersion');
      return user.offeredRows.map(({ label, description }) => `${label} · ${description ?? ''}`);
    };
    const rows = await offered('createDate');
    assert.equal(rows.length, newest.length);
    assert.deepEqual(
      rows.map((line) => line.split(' · ')[0]),
      newest.map(({ version, versionCode }) => `${version ?? ''} (${versionCode ?? ''})`),
    );
    assert.ok(
      rows.every((line) => /(iOS|Android).* ago · (not )?shared · (IPA|APK|AAB) · [\d.]+ MB/.test(line)),
      rows.join('\n'),
    );
    assert.deepEqual(await offered('createdAt'), rows);
  });

  it('Show Version opens a preview of the details', async () => {
    await run('showVersion', 0);
    const preview = await until('the preview', () =>
      tabs().find(
        ({ input }) => input instanceof vscode.TabInputCustom && input.uri.scheme === 'appcircle-version',
      ),
    );
    assert.ok(preview.label.includes(newest[0]?.version ?? '-'), preview.label);
    // One that belonged to an account which was signed out of may still be there, emptied.
    const text = await until('the details', () =>
      vscode.workspace.textDocuments
        .filter(({ uri }) => uri.scheme === 'appcircle-version')
        .map((document) => document.getText())
        .find((one) => one.startsWith('# ')),
    );
    assert.match(text, /\*\*Platform\*\* \|[\s\S]*## Sent to/);
    assert.deepEqual(user.messages, []);
  });

  it('two pages are open side by side, and what is run in the title of one is run on what it shows', async () => {
    await run('showVersion', 0);
    await vscode.commands.executeCommand('appcircle.showProfile', row());
    const [ofVersion, ofProfile] = await until('two pages', () => {
      const inputs = tabs().map(({ input }) => input);
      const found = inputs.filter((input) => input instanceof vscode.TabInputCustom);
      return found.length === 2 ? found : undefined;
    });
    await vscode.commands.executeCommand('appcircle.copyVersionId', ofVersion?.uri);
    assert.equal(await vscode.env.clipboard.readText(), newest[0]?.id);
    await vscode.commands.executeCommand('appcircle.copyProfileId', ofProfile?.uri);
    assert.equal(await vscode.env.clipboard.readText(), profile.id);
    assert.deepEqual(user.messages, []);
  });

  it('Show Version as JSON masks its secrets', async () => {
    await withSecrets();
    await run('showVersionAsJson', 0);
    const editor = await until('the document', () => vscode.window.activeTextEditor);
    const text = editor.document.getText();
    assert.equal(editor.document.languageId, 'appcircle-answer');
    assert.equal((JSON.parse(text) as AppVersion).id, newest[0]?.id);
    assert.match(text, /"installToken": "•••"/);
    assert.ok(!text.includes('a-secret'));
  });

  it('Compare Versions opens what both pages say in the diff editor, the older one left', async () => {
    await withSecrets();
    await run('compareVersions', 0, 0);
    const diff = await until('the diff editor', () =>
      tabs().find(({ input }) => input instanceof vscode.TabInputTextDiff),
    );
    const { original, modified } = diff.input as vscode.TabInputTextDiff;
    const texts = await Promise.all(
      [original, modified].map(async (uri) => (await vscode.workspace.openTextDocument(uri)).getText()),
    );
    const before = newest.slice(1).find(({ platformType }) => platformType === newest[0]?.platformType);
    assert.deepEqual(
      texts.map((text) => /^Version ID: (.+)$/m.exec(text)?.[1]),
      [before?.id, newest[0]?.id],
    );
    assert.ok(diff.label.includes(' ↔ '), diff.label);
    assert.ok(!texts.join().includes('a-secret'));
  });

  it('a version that cannot be asked for is told of, and asked for again the next time', async () => {
    await control('faults', {
      kind: 'respond',
      status: 403,
      path: `/distribution/v2/profiles/${profile.id}`,
    });
    await run('copyVersionId', 0);
    assert.match(user.messages.join(), /You do not have permission to do this on /);
    await control('faults', undefined, 'DELETE');
    await run('copyVersionId', 0);
    assert.equal(await vscode.env.clipboard.readText(), newest[0]?.id);
  });

  for (const command of ['showVersion', 'showVersionAsJson', 'copyVersionId', 'compareVersions']) {
    it(`T13: ${command} run without a node does no harm`, async () => {
      await user.decline(`appcircle.${command}`);
      await user.decline(`appcircle.${command}`, { unlike: 'a node' });
      assert.deepEqual([user.messages, tabs()], [[], []]);
    });
  }

  /** The newest of the profile's versions holds what nobody should see. */
  async function withSecrets(): Promise<void> {
    const versions = newest.map((version, at) =>
      at === 0 ? { ...version, installToken: 'a-secret' } : version,
    );
    await control(`versions/${profile.id}`, { versions });
    await vscode.commands.executeCommand('appcircle.refresh');
  }
});

async function allProfiles(): Promise<Profile[]> {
  const { accessTokens } = (await control('secrets')) as { accessTokens: string[] };
  const answer = await fetch(`${sandbox.apiEndpoint}/distribution/v2/profiles`, {
    headers: { authorization: `Bearer ${accessTokens.at(-1) ?? ''}` },
  });
  return (await answer.json()) as Profile[];
}

async function versionsAt({ id }: Profile): Promise<AppVersion[]> {
  const { versions } = (await control(`versions/${id}`)) as { versions: AppVersion[] };
  return versions;
}

async function withBothPlatforms(profiles: Profile[]): Promise<Profile> {
  for (const profile of profiles) {
    const versions = await versionsAt(profile);
    if (new Set(versions.map(({ platformType }) => platformType)).size === 2 && versions.length > 3) {
      return profile;
    }
  }
  throw new Error('No profile has versions for both platforms');
}
