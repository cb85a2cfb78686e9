import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { buildIpa, usualProfile } from '../../apps/appBuilder';
import { appOf } from '../../sandbox/data/apps';
import type { AppVersion } from '../../sandbox/data/versions';
import { UserFixture, signIn, signOutOfAll } from '../support/userFixture';
import { asUsual, control, forgetRequests, requests, sandbox } from '../support/sandbox';
import { aProfile } from './aProfile';

describe('Upload to Appcircle, of several files, and of apps that are warned of', () => {
  let user: UserFixture;
  let folder: string;
  let profile: { id: string; name: string };

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'appcircle-several-'));
    user = new UserFixture();
    await asUsual();
    await control('mode', { taskPolls: 0 });
    await signIn(user, sandbox.personalAccessKey);
    profile = await aProfile();
    user.messages.length = 0;
  });

  after(async () => {
    await control('mode', { taskPolls: 2 });
    await signOutOfAll(user);
    user.leave();
    await rm(folder, { recursive: true, force: true });
  });

  it('several files that are selected in the Explorer are uploaded with one question each, without one that is a page', async () => {
    const names = ['Fernweh 7.4.0.ipa', 'Fernweh 7.4.1.apk', 'page.ipa'];
    const selected = names.map((name) => vscode.Uri.file(path.join(folder, name)));
    for (const { fsPath } of selected) {
      await writeFile(
        fsPath,
        fsPath.endsWith('page.ipa') ? '<!doctype html>' : appOf(path.basename(fsPath), fsPath),
      );
    }
    user.presses = 'Upload the Other Files';
    const asked: string[][] = [];
    user.chooses = (labels) => {
      asked.push(labels);
      return labels.find((label) => [profile.name, 'Upload Without Release Notes'].includes(label));
    };
    await vscode.commands.executeCommand('appcircle.uploadFile', selected[0], selected);
    assert.deepEqual(user.messages, [
      '1 of 3 files cannot be uploaded.',
      `Uploaded 2 files to ${profile.name}.`,
    ]);
    assert.match(user.questions.at(-1)?.detail ?? '', /^page\.ipa is a web page, not an app\./);
    assert.equal(asked.length, 2);
    const { versions } = (await control(`versions/${profile.id}`)) as { versions: AppVersion[] };
    assert.deepEqual(
      versions.slice(0, 2).map(({ fileName }) => fileName),
      ['Fernweh 7.4.1.apk', 'Fernweh 7.4.0.ipa'],
    );
  });

  it('R52: an app whose profile has ended is told so before anything is sent, and is sent when that is wanted', async () => {
    const ended = { ...usualProfile, ExpirationDate: new Date('2026-01-02T12:00:00Z') };
    const file = vscode.Uri.file(path.join(folder, 'Fernweh 7.4.2.ipa'));
    await writeFile(file.fsPath, buildIpa({ profile: ended }));
    const announced = async () =>
      (await requests()).filter((request) => request.startsWith('GET /distribution/v1/profiles/'));
    const upload = () => vscode.commands.executeCommand('appcircle.uploadFile', file);
    await forgetRequests();
    user.chooses = (labels) =>
      labels.find((label) => [profile.name, 'Upload Without Release Notes'].includes(label));
    user.presses = undefined;
    await upload();
    const question = user.questions.at(-1);
    assert.equal(question?.message, `Upload Fernweh 7.4.2.ipa to ${profile.name}?`);
    assert.match(question.detail, /Its provisioning profile expired on Jan 2, 2026\./);
    assert.deepEqual(await announced(), []);
    user.presses = 'Upload Anyway';
    await upload();
    assert.equal(user.messages.at(-1), `Uploaded Fernweh 7.4.2.ipa to ${profile.name}.`);
    assert.equal((await announced()).length, 1);
  });
});
