import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { appOf } from '../sandbox/data/apps';
import { until } from '../vscode/until';
import { asUsual, control, forgetRequests, requests, sandbox } from './support/sandbox';
import { UserFixture, signIn, signOutOfAll } from './support/userFixture';

const run = (command: string) => vscode.commands.executeCommand(`appcircle.${command}`);

describe('Publish', () => {
  let user: UserFixture;

  before(async () => {
    user = new UserFixture();
    await asUsual();
    await signIn(user, sandbox.personalAccessKey);
    await vscode.commands.executeCommand('appcircle.publish.focus');
  });

  after(async () => {
    await control('mode', { publishStepSeconds: 20, taskPolls: 2 });
    await signOutOfAll(user);
    user.leave();
  });

  beforeEach(async () => {
    await asUsual();
    await control('mode', { publishStepSeconds: 0, taskPolls: 0 });
    await run('refresh');
    await forgetRequests();
    user.messages.length = 0;
    user.questions.length = 0;
    user.presses = undefined;
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** Chooses these where a command asks. */
  const choose = (...wanted: string[]) => {
    user.chooses = (labels) => labels.find((label) => wanted.includes(label));
  };
  const writes = async () =>
    (await requests())
      .filter((line) => !line.startsWith('GET') && line.includes('/publish/'))
      .map((line) => line.replaceAll(/[\da-f-]{36}/g, '{id}'));
  const base = '/publish/v2/profiles/ios/{id}';

  it('a version is uploaded, marked, published until it waits for a person, and stopped; its log is open', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'appcircle-publish-'));
    const file = path.join(folder, 'Harbor 6.0.0.ipa');
    await writeFile(file, appOf('the app'));
    user.opens = vscode.Uri.file(file);
    choose('Harbor Notes', 'Another Upload', 'Choose Another File…');
    // What speaks against an app is asked about before it is sent.
    user.presses = ['Upload Anyway', 'Upload'];
    await run('uploadPublishVersion');
    assert.equal(user.messages.at(-1), 'Uploaded Harbor 6.0.0.ipa to Harbor Notes.');

    choose('Harbor Notes', '6.0.0 (131)', 'From the Beginning');
    user.presses = 'Mark as Release Candidate';
    await run('markReleaseCandidate');
    user.presses = ['Start Publish Run', 'Show Publish Log'];
    await run('startPublish');
    assert.match(user.questions.at(-1)?.detail ?? '', /Organization: Harbor Labs\./);
    const editor = await until('the log', () =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'appcircle-log'),
    );
    assert.match(editor.document.uri.path, /\/Log · Harbor Notes · 6\.0\.0 \(131\)$/);
    await until('the step that asks', () => editor.document.getText().includes('Get Approval via Email'));

    user.presses = 'Stop Publish Run';
    await run('stopPublish');
    assert.deepEqual(await writes(), [
      'POST /publish/v1/profiles/ios/{id}/app-versions 200',
      `PATCH ${base}/app-versions/{id} 200`,
      `POST ${base}/publish/{id} 200`,
      'POST /publish/v3/profiles/ios/{id}/publish/{id}/stop 204',
    ]);
    await rm(folder, { recursive: true });
  });

  it('a role that is missing is told, with who has it', async () => {
    choose('Harbor Notes', '2.4.4 (129)');
    user.presses = 'Remove Mark';
    const versions = '/publish/v2/profiles/ios/*/app-versions/*';
    await control('faults', { kind: 'respond', status: 403, path: versions, times: 1 });
    await run('unmarkReleaseCandidate');
    const told = await until('the sentence', () => user.messages.find((text) => text.startsWith('Only ')));
    assert.match(told, /^Only owners, managers, and operators can do this on /);
    assert.deepEqual(await writes(), [`PATCH ${base}/app-versions/{id} 403`]);
  });

  it('a release board shows what has the ID of an app, and its buttons run commands of the views', async () => {
    choose('Harbor Notes');
    await run('showReleaseBoard');
    const uri = await until('the board', () => {
      const input: unknown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputCustom ? input.uri : undefined;
    });
    assert.match(uri.path, /\/ios\/dev\.example\.harbornotes\/Release Board of Harbor Notes $/);
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    assert.match(text, /Harbor Notes/);
    assert.match(text, /No version with this ID/);
    await vscode.commands.executeCommand('appcircle.startBoardBuild', uri);
    assert.deepEqual(user.messages, ['No build profile of dev.example.harbornotes is known.']);
    assert.deepEqual(await writes(), []);
  });

  it('a server that is gone is told above the rows, and once for a command', async () => {
    await control('down', { host: 'api' });
    await run('refresh');
    assert.deepEqual(user.messages, []);
    choose('Harbor Notes', '2.4.4 (129)');
    await run('stopPublish');
    await until('the sentence', () => user.messages.length > 0);
    assert.equal(user.messages.length, 1);
    assert.equal(user.questions.length, 0);
  });
});
