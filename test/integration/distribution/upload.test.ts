import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { appOf } from '../../sandbox/data/apps';
import type { AppVersion } from '../../sandbox/data/versions';
import { until } from '../../vscode/until';
import { UserFixture, signIn, signOutOfAll } from '../support/userFixture';
import { asUsual, control, forgetRequests, requests, sandbox } from '../support/sandbox';
import { aProfile } from './aProfile';
import { FileReads } from './fileReads';
import { Progress } from './progress';
import { heldUpload, lastUpload, writeRandomApp } from './storage';
import { waitingAt } from './receiveQueue';

const MB = 1024 * 1024;
/** Where the storage holds until a test has done its part. */
const PART = 16 * MB;
const commit = 'POST /distribution/v1/profiles/';
const command = 'appcircle.uploadVersion';

describe('Upload Version', () => {
  let user: UserFixture;
  let folder: string;
  let large: vscode.Uri;
  let sha256: string;
  let profile: { id: string; name: string };
  let reads: FileReads;
  let progress: Progress;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'appcircle-uploads-'));
    large = vscode.Uri.file(path.join(folder, 'Fernweh 7.1.0.ipa'));
    sha256 = writeRandomApp(large.fsPath, 64 * MB);
    user = new UserFixture();
    await asUsual();
    await signIn(user, sandbox.personalAccessKey);
    profile = await aProfile();
  });

  beforeEach(async () => {
    await asUsual();
    await control('mode', { upload: 'put', taskPolls: 0, storageBytesPerSecond: 0 });
    await forgetRequests();
    user.messages.length = 0;
    user.presses = undefined;
    reads = new FileReads();
    progress = new Progress();
  });

  afterEach(() => {
    progress.leave();
    reads.leave();
  });

  after(async () => {
    await control('mode', { upload: 'put', taskPolls: 2, storageBytesPerSecond: 0 });
    await signOutOfAll(user);
    user.leave();
    await rm(folder, { recursive: true, force: true });
  });

  /** Uploads to the profile without release notes. */
  const upload = async (file = large): Promise<void> => {
    user.opens = file;
    user.chooses = (labels) => labels.find((label) => /^(Another Upload|Upload Without)/.test(label));
    await vscode.commands.executeCommand(command, { kind: 'row', row: profile });
  };

  const newest = async (): Promise<AppVersion | undefined> => {
    const { versions } = (await control(`versions/${profile.id}`)) as { versions: AppVersion[] };
    return versions[0];
  };

  const done = (file = large) => `Uploaded ${path.basename(file.fsPath)} to ${profile.name}.`;

  for (const form of ['put', 'post'] as const) {
    it(`64 MB arrive byte for byte by ${form.toUpperCase()}, and never 8 MB of them are on their way`, async () => {
      await control('mode', { upload: form, storageBytesPerSecond: 40_000_000, storageHoldsAt: PART });
      const ended = upload();
      const { url } = await heldUpload(control, PART);
      // Nothing is taken any more: what is read now waits on its way, and at some point nothing more is read.
      let most = 0;
      await until('the end of reading ahead', async () => {
        const before = most;
        const taken = (await lastUpload(control))?.attempts.at(-1)?.bytes ?? 0;
        most = reads.bytes - taken - waitingAt(Number(new URL(url).port));
        return most > 0 && most === before;
      });
      assert.ok(most < 8 * MB, `${(most / MB).toFixed(1)} MB are on their way`);
      await control('mode', { storageHoldsAt: 0 });
      await ended;
      const arrived = await lastUpload(control);
      assert.deepEqual(
        arrived?.attempts.map((attempt) => [attempt.bytes, attempt.sha256]),
        [[64 * MB, sha256]],
      );
      assert.deepEqual(user.messages, [done()]);
      assert.equal((await newest())?.fileSize, 64 * MB);
      assert.ok(progress.said.some((text) => /^[\d.]+ MB of 67\.1 MB · [\d.]+ MB\/s · /.test(text)));
    });
  }

  it('sends nothing more when it is cancelled, and nothing is committed', async () => {
    await control('mode', { storageHoldsAt: PART });
    const ended = upload();
    await heldUpload(control, PART);
    progress.cancel();
    await ended;
    assert.deepEqual(user.messages, []);
    await until('the end of reading', () => reads.ended);
    await control('mode', { storageHoldsAt: 0 });
    const [attempt] = await until('the broken attempt', async () => {
      const attempts = (await lastUpload(control))?.attempts ?? [];
      return attempts.some(({ state }) => state === 'broken') ? attempts : undefined;
    });
    assert.ok(attempt && attempt.bytes > 8 * MB && attempt.bytes < 40 * MB, String(attempt?.bytes));
    assert.ok(!(await requests()).some((request) => request.startsWith(commit)));
  });

  it('R16: a storage that answers 503 gets it all the same', async () => {
    await control('faults', { kind: 'respond', status: 503, host: 'storage', method: 'PUT', times: 1 });
    await upload();
    assert.deepEqual(user.messages, [done()]);
    const puts = (await requests()).filter((request) => request.startsWith('PUT /incoming/'));
    assert.deepEqual(
      puts.map((request) => request.slice(-3)),
      ['503', '200'],
    );
    assert.equal((await lastUpload(control))?.attempts.at(-1)?.sha256, sha256);
    assert.ok(progress.said.some((text) => text.startsWith('Retrying (2): ')));
  });

  it('with the API down at the commit, Try Again commits and sends nothing again', async () => {
    await control('mode', { storageHoldsAt: PART });
    const { showErrorMessage } = vscode.window;
    Object.assign(vscode.window, {
      showErrorMessage: async (...said: Parameters<typeof showErrorMessage>) => {
        await control('up', {});
        return showErrorMessage(...said);
      },
    });
    user.presses = 'Try Again';
    try {
      const ended = upload();
      await heldUpload(control, PART);
      await control('down', { host: 'api' });
      await control('mode', { storageHoldsAt: 0 });
      await ended;
    } finally {
      Object.assign(vscode.window, { showErrorMessage });
    }
    assert.match(user.messages[0] ?? '', /stopped after the file was sent but before it was submitted/);
    assert.deepEqual(user.messages.slice(1), [done()]);
    assert.equal(reads.times, 1);
    const arrived = await lastUpload(control);
    assert.deepEqual(
      arrived?.attempts.map((attempt) => attempt.sha256),
      [sha256],
    );
    assert.equal((await requests()).filter((request) => request.startsWith(commit)).length, 1);
  });

  it('a file of the Explorer goes to the profile that is chosen, with the last commits of a real repository', async () => {
    const small = vscode.Uri.file(path.join(folder, 'app', 'Fernweh 7.2.0.apk'));
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(small, '..'));
    await writeFile(small.fsPath, appOf('an app', small.fsPath));
    await withRepository(path.dirname(small.fsPath), ['Faster start', 'Dark mode'], async () => {
      user.chooses = (labels) =>
        labels.find((label) => [profile.name, 'Upload with the Latest Commits'].includes(label));
      await vscode.commands.executeCommand(command, small);
    });
    assert.deepEqual(user.messages, [done(small)]);
    const version = await newest();
    assert.deepEqual(
      [version?.fileName, version?.message],
      [path.basename(small.fsPath), '- Dark mode\n- Faster start'],
    );
  });

  it('several lines of release notes are written in an editor, which is closed without a question', async () => {
    const small = vscode.Uri.file(path.join(folder, 'Fernweh 7.3.0.aab'));
    await writeFile(small.fsPath, appOf('an app', small.fsPath));
    user.opens = small;
    user.chooses = undefined;
    const { showInformationMessage } = vscode.window;
    Object.assign(vscode.window, {
      showInformationMessage: async (text: string, ...buttons: string[]) => {
        if (text.startsWith('Write the release notes')) {
          const editor = await until('the editor', () => vscode.window.activeTextEditor);
          await editor.edit((edit) => {
            edit.insert(new vscode.Position(0, 0), 'Faster start\nDark mode');
          });
          return 'Upload';
        }
        return showInformationMessage(text, ...buttons);
      },
    });
    try {
      const done = vscode.commands.executeCommand(command, { kind: 'row', row: profile });
      await user.pressTitle('Open in Editor');
      await done;
    } finally {
      Object.assign(vscode.window, { showInformationMessage });
    }
    assert.equal((await newest())?.message, 'Faster start\nDark mode');
    assert.equal(vscode.window.activeTextEditor, undefined);
    assert.deepEqual(
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs),
      [],
    );
  });

  it('T13: without a node, and closed, it does no harm; what is no app is said so before anything is asked', async () => {
    await user.decline(command);
    await user.decline(command, { unlike: 'a node' });
    assert.deepEqual(user.messages, []);
    await user.decline(command, vscode.Uri.file(path.join(folder, 'notes.txt')));
    assert.deepEqual(user.messages, ['notes.txt is not an app. Choose an .ipa, .apk, or .aab file.']);
    assert.ok(!(await requests()).some((request) => request.includes('app-versions')));
  });
});

interface GitExtension {
  getAPI(version: 1): { openRepository(root: vscode.Uri): Promise<unknown> };
}

/** Makes a repository with a commit for each subject, which the editor's own git knows while the work goes on. */
async function withRepository(root: string, subjects: string[], work: () => Promise<void>): Promise<void> {
  const git = (...parameters: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...parameters], {
      cwd: root,
    });
  git('init', '--quiet');
  for (const subject of subjects) git('commit', '--quiet', '--allow-empty', '--message', subject);
  const settings = vscode.workspace.getConfiguration('git');
  // VS Code 1.105 takes a repository outside the workspace for one of a parent folder, and does not open it unasked.
  const [parents, { Global }] = ['openRepositoryInParentFolders', vscode.ConfigurationTarget];
  await settings.update('enabled', true, Global);
  await settings.update(parents, 'always', Global);
  try {
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
    // The extension begins only now, and asks git for a lot.
    await until('the repository', () => extension?.exports.getAPI(1).openRepository(vscode.Uri.file(root)), {
      timeout: 45_000,
    });
    await work();
  } finally {
    await settings.update('enabled', false, Global);
    await settings.update(parents, undefined, Global);
  }
}
