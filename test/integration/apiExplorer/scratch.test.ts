import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { until } from '../../vscode/until';
import { asUsual } from '../support/sandbox';
import { UserFixture, signOutOfAll } from '../support/userFixture';
import { closeAll, lensesOf, requestInFront, signInToRows, write } from './editors';

const ending = 'get-a-distribution-profile-with-its-versions.appcircle.http';

describe('API Explorer: scratch requests', () => {
  let user: UserFixture;
  let folder: string;
  const { showSaveDialog } = vscode.window;
  const autoSave = () => vscode.workspace.getConfiguration('files');

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'appcircle-requests-'));
    // Where an editor saves by itself, this would prove nothing.
    await autoSave().update('autoSave', 'off', vscode.ConfigurationTarget.Global);
    user = new UserFixture();
    await asUsual();
    await signInToRows(user);
  });

  after(async () => {
    vscode.window.showSaveDialog = showSaveDialog;
    await closeAll();
    await signOutOfAll(user);
    user.leave();
    await autoSave().update('autoSave', undefined, vscode.ConfigurationTarget.Global);
    await rm(folder, { recursive: true });
  });

  const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);

  it('a new request is not unsaved once it was typed in, and becomes a file without a question', async () => {
    const done = vscode.commands.executeCommand('appcircle.newRequest');
    await user.pick('getDistributionProfile', /\/v2\/profiles\/\{profileId\} · getDistributionProfile /);
    await done;
    const scratch = await requestInFront();
    assert.deepEqual([scratch.uri.scheme, scratch.languageId], ['appcircle-request', 'appcircle-http']);
    await until('its tab', () =>
      tabs().some(({ isActive, label }) => isActive && label.startsWith('GET Get a distribution profile')),
    );
    const text = `${scratch.getText()}# typed  `;
    await write(scratch, text);
    await until('it to be saved', () => !scratch.isDirty);
    assert.equal(scratch.getText(), text);
    assert.ok((await lensesOf(scratch.uri)).some((title) => title.endsWith('Send')));

    const { uri } = scratch;
    vscode.window.showSaveDialog = (options) => {
      assert.ok(options?.defaultUri?.path.endsWith(`/${ending}`), options?.defaultUri?.path);
      return Promise.resolve(vscode.Uri.file(path.join(folder, ending)));
    };
    await write(scratch, `${text}more`);
    await vscode.commands.executeCommand('appcircle.saveRequestToFile', uri);
    assert.equal(await readFile(path.join(folder, ending), 'utf8'), `${text}more`);
    await requestInFront((document) => document.uri.scheme === 'file');
    assert.deepEqual(
      tabs().filter(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === uri.scheme),
      [],
    );
    await assert.rejects(Promise.resolve(vscode.workspace.fs.stat(uri)));
    assert.deepEqual([user.questions, user.messages], [[], []]);
  });
});
