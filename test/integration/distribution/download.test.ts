import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { AppVersion } from '../../sandbox/data/versions';
import { contentOf } from '../../sandbox/storage/content';
import { UserFixture, signInAndSettle, signOutOfAll } from '../support/userFixture';
import { asUsual, control, forgetRequests, recorded, requests, sandbox } from '../support/sandbox';

const SIZE = 20_000_003;
const HALF = 10_000_000;

describe('Download Version', () => {
  const { showSaveDialog, withProgress } = vscode.window;
  let user: UserFixture;
  let folder: string;
  let profile: { id: string; name: string };
  let version: AppVersion;
  let savesTo: string | undefined;
  /** Presses Cancel when the progress says this. */
  let cancelsAt: RegExp | undefined;
  const said: string[] = [];

  before(async () => {
    user = new UserFixture();
    await asUsual();
    await signInAndSettle(user, sandbox.personalAccessKey);
    ({ profile, version } = await aVersion());
    vscode.window.showSaveDialog = () =>
      Promise.resolve(savesTo === undefined ? undefined : vscode.Uri.file(savesTo));
    vscode.window.withProgress = watched as typeof withProgress;
  });

  after(async () => {
    Object.assign(vscode.window, { showSaveDialog, withProgress });
    await control('mode', { downloadBytes: 0, storageHoldsAt: 0 });
    await signOutOfAll(user);
    user.leave();
  });

  beforeEach(async () => {
    await asUsual();
    await control('mode', { downloadBytes: SIZE });
    folder = await mkdtemp(path.join(tmpdir(), 'appcircle-downloads-'));
    savesTo = path.join(folder, 'app.bin');
    cancelsAt = undefined;
    said.length = 0;
    user.messages.length = 0;
    user.presses = undefined;
    await forgetRequests();
  });

  afterEach(() => rm(folder, { recursive: true }));

  /** The editor's own progress, looked over the shoulder of. */
  function watched(
    options: vscode.ProgressOptions,
    work: (
      progress: vscode.Progress<{ message?: string }>,
      token: vscode.CancellationToken,
    ) => Thenable<unknown>,
  ): Thenable<unknown> {
    return withProgress(options, (progress) => {
      const source = new vscode.CancellationTokenSource();
      const report = (step: { message?: string }) => {
        said.push(step.message ?? '');
        if (cancelsAt?.test(step.message ?? '')) source.cancel();
        progress.report(step);
      };
      return work({ report }, source.token);
    });
  }

  const download = () =>
    vscode.commands.executeCommand('appcircle.downloadVersion', {
      kind: 'below',
      row: profile,
      node: { id: `version/${version.id}`, kind: 'version', version },
    });

  it('T9: comes byte for byte, without a token to the storage', async () => {
    await download();
    const expected = createHash('sha256');
    for (const piece of contentOf(SIZE)) expected.update(piece);
    const file = await readFile(savesTo ?? '');
    assert.equal(createHash('sha256').update(file).digest('hex'), expected.digest('hex'));
    assert.deepEqual(await readdir(folder), ['app.bin']);
    assert.deepEqual(user.messages, ['Saved app.bin.']);
    assert.match(said.at(-1) ?? '', /^20 MB of 20 MB/);
    assert.deepEqual(
      (await recorded())
        .filter(({ host, path }) => host === 'storage' || path.includes('/app-versions/'))
        .map(({ host, method, status, authorization }) => [
          host,
          method,
          status,
          authorization?.state ?? null,
        ]),
      [
        ['api', 'GET', 200, 'valid'],
        ['storage', 'GET', 200, null],
      ],
    );
  });

  it('cancelled it stops, says nothing, and leaves nothing', async () => {
    await control('mode', { storageHoldsAt: HALF });
    cancelsAt = / of 20 MB/;
    await download();
    assert.deepEqual([await readdir(folder), user.messages], [[], []]);
  });

  it('cancelled it leaves the file that was there as it was', async () => {
    await writeFile(savesTo ?? '', 'of before');
    await control('mode', { storageHoldsAt: HALF });
    cancelsAt = / of 20 MB/;
    await download();
    assert.deepEqual(await readdir(folder), ['app.bin']);
    assert.equal(await readFile(savesTo ?? '', 'utf8'), 'of before');
  });

  it('T5: nothing is asked for where no place is chosen', async () => {
    savesTo = undefined;
    await download();
    assert.deepEqual([await requests(), user.messages], [[], []]);
  });

  it('T13: run bare it asks for the profile, then for the version', async () => {
    user.chooses = ([first]) => first;
    await vscode.commands.executeCommand('appcircle.downloadVersion');
    assert.ok(
      (await requests()).some((line) => line.includes('/app-versions/') && line.endsWith('/download 200')),
    );
    assert.deepEqual(user.messages, ['Saved app.bin.']);
  });

  async function aVersion(): Promise<{ profile: { id: string; name: string }; version: AppVersion }> {
    const { accessTokens } = (await control('secrets')) as { accessTokens: string[] };
    const answer = await fetch(`${sandbox.apiEndpoint}/distribution/v2/profiles`, {
      headers: { authorization: `Bearer ${accessTokens.at(-1) ?? ''}` },
    });
    for (const one of (await answer.json()) as { id: string; name: string }[]) {
      const { versions } = (await control(`versions/${one.id}`)) as { versions: AppVersion[] };
      if (versions[0]) return { profile: one, version: versions[0] };
    }
    return assert.fail('no version');
  }
});
