import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from '../../../../../src/contributions';
import type { FakeUri } from '../../../extension/fakeUri';
import { failureOf } from '../../../support/until';
import { accounts } from '../../../ui/lists/listFixture';
import { buildOf } from '../start/startFixture';
import { nodeOf, useArtifacts } from './artifactsFixture';

interface UploadArgument {
  uri: FakeUri;
  proposedNotes: string | undefined;
}

describe('R51: artifacts of a build', () => {
  const fixture = useArtifacts();
  const { editor } = fixture;
  const build = nodeOf();

  /** What Upload Version was run with, and what the file held then. */
  function uploads(uploaded = true): { argument: UploadArgument; content: Promise<string> }[] {
    const seen: { argument: UploadArgument; content: Promise<string> }[] = [];
    editor.executes = async (id, argument) => {
      if (id !== Command.uploadVersion) return undefined;
      const content = readFile((argument as UploadArgument).uri.fsPath, 'utf8');
      seen.push({ argument: argument as UploadArgument, content });
      await content;
      return uploaded;
    };
    return seen;
  }

  it('are a row below one that succeeded, which downloads nothing when it is opened', async () => {
    assert.deepEqual(await fixture.fileTexts(build), ['[Download to See the Files]']);
    assert.equal(await fixture.head(nodeOf({ status: 'failed' })), undefined);
    assert.equal(fixture.downloads.length, 0);
  });

  it('are saved where a person wants, and are rows with their sizes then', async () => {
    const file = await fixture.saveTo('harbor.zip');
    await fixture.artifacts.download(build);
    assert.deepEqual(fixture.proposed, ['Harbor-feature-new-map-b2b2b2b.zip']);
    assert.deepEqual(await readFile(file), fixture.zip);
    assert.deepEqual(editor.messages, ['Saved harbor.zip.']);
    assert.deepEqual(await fixture.fileTexts(build), ['App.ipa: 6 bytes', 'log.txt: 5 bytes']);
    const head = (await fixture.head(build)) ?? assert.fail();
    assert.equal(fixture.rows.item(head).description, '2 files · 11 bytes');
    const [app, log] = await fixture.files(build);
    assert.equal(fixture.rows.item(app as never).contextValue, 'artifact app');
    assert.equal(fixture.rows.item(log as never).contextValue, 'artifact');
    assert.deepEqual(await fixture.temporary(), []);
  });

  it('canceled on their way leave no file', async () => {
    await fixture.saveTo();
    fixture.onPiece = () => editor.progresses[0]?.cancel();
    await failureOf(fixture.artifacts.download(build));
    assert.deepEqual(await fixture.saved(), []);
    assert.equal(editor.progresses[0]?.cancellable, true);
    assert.deepEqual(editor.messages, []);
  });

  it('that are not there are one sentence, by when the build ended, and are asked for again at Refresh', async () => {
    fixture.zip = undefined;
    await fixture.saveTo();
    await fixture.artifacts.download(build);
    const gone = 'This build has no artifacts. Appcircle deletes artifacts after their retention period.';
    assert.deepEqual(editor.messages, [gone]);
    assert.deepEqual(await fixture.fileTexts(build), [gone]);
    assert.deepEqual(await fixture.saved(), []);
    fixture.rows.forget();
    assert.deepEqual(await fixture.fileTexts(build), ['[Download to See the Files]']);
    await fixture.artifacts.download(nodeOf({ endedAt: Date.now() }));
    assert.match(editor.messages.at(-1) ?? '', /not available yet/);
    await fixture.artifacts.download(nodeOf({ endedAt: undefined }));
    assert.match(editor.messages.at(-1) ?? '', /no artifacts yet, or Appcircle has deleted them/);
  });

  it('that are no archive, or a bad one, are saved, and said to be bad', async () => {
    await fixture.saveTo('harbor.zip');
    fixture.zip = fixture.zip?.subarray(0, -1);
    await fixture.artifacts.download(build);
    assert.match(editor.messages[0] ?? '', /^Saved harbor\.zip\. The archive is incomplete or damaged/);
    assert.match((await fixture.fileTexts(build))[0] ?? '', /incomplete or damaged/);
    await fixture.artifacts.downloadOne(build);
    assert.match(editor.messages.at(-1) ?? '', /^The archive is incomplete or damaged/);
    assert.deepEqual(await fixture.temporary(), []);
  });

  it('are of a build that has ended; T13: run on nothing, a build is picked', async () => {
    await fixture.artifacts.download(nodeOf({ status: 'running' }));
    assert.deepEqual(editor.messages, ['Artifacts are available when the build has ended.']);
    for (const argument of [undefined, 7, { kind: 'artifact', owner: 'x', entry: 3 }]) {
      await fixture.artifacts.download(argument);
    }
    assert.equal(fixture.downloads.length, 0);
    fixture.picked = build;
    await fixture.saveTo();
    await fixture.artifacts.download(undefined);
    assert.equal(fixture.downloads.length, 1);
  });

  it('one file is taken out of what was downloaded, and of a new download where that is gone', async () => {
    const zip = await fixture.saveTo('harbor.zip');
    await fixture.artifacts.download(build);
    const [, log] = await fixture.files(build);
    const file = await fixture.saveTo('log.txt');
    await fixture.artifacts.downloadOne(log);
    assert.deepEqual([fixture.proposed.at(-1), await readFile(file, 'utf8')], ['log.txt', 'a log']);
    assert.equal(fixture.downloads.length, 1);
    await writeFile(zip, 'something else');
    await fixture.saveTo('log2.txt');
    await fixture.artifacts.downloadOne(log);
    assert.equal(fixture.downloads.length, 2);
    assert.deepEqual(await fixture.saved(), ['harbor.zip', 'log.txt', 'log2.txt']);
  });

  it('a file is proposed by the last part of its name, whatever that leads to, and a refused one is not taken', async () => {
    fixture.serve(
      { name: '../../../../.ssh/authorized_keys', content: 'a key' },
      { name: 'link', content: '/etc/passwd', mode: 0o120777 },
      { name: 'other.txt' },
    );
    fixture.chooses = ['.ssh/authorized'];
    const file = await fixture.saveTo('here');
    await fixture.artifacts.downloadOne(build);
    assert.deepEqual(fixture.proposed, ['authorized_keys']);
    assert.equal(await readFile(file, 'utf8'), 'a key');
    assert.deepEqual(await fixture.saved(), ['here']);
    assert.deepEqual(
      editor.lists.at(-1)?.rows.map(({ label }) => label),
      ['.ssh/authorized_keys', 'other.txt'],
    );
    const link = (await fixture.files(build))[1];
    assert.equal(fixture.rows.item(link as never).contextValue, 'refusedArtifact');
    assert.equal(fixture.rows.item(link as never).description, '11 bytes · link');
  });

  it('a damaged file is told, and not saved', async () => {
    fixture.serve({ name: 'App.ipa', content: 'an app', listed: { crc: 1 } });
    await fixture.saveTo();
    await fixture.artifacts.downloadOne(build);
    assert.match(editor.messages[0] ?? '', /^The file is damaged in the archive and was not saved/);
    assert.deepEqual(await fixture.saved(), []);
  });

  it('an app goes to Upload Version with the commits since the last good build, and nothing stays of it', async () => {
    fixture.builds = [
      buildOf('b1', { commitId: 'c3', status: 'succeeded' }),
      buildOf('b0', { commitId: 'c2', status: 'failed' }),
      buildOf('b00', { commitId: 'c1', status: 'succeeded' }),
    ];
    const seen = uploads();
    await fixture.artifacts.upload(nodeOf({ commitId: 'c3' }));
    const [upload, ...more] = seen;
    assert.ok(upload);
    assert.deepEqual(more, []);
    assert.equal(await upload.content, 'an app');
    const { uri, proposedNotes } = upload.argument;
    assert.equal(path.basename(uri.fsPath), 'App.ipa');
    assert.equal(proposedNotes, '- Subject of c3\n- Subject of c2');
    assert.ok(uri.fsPath.startsWith(fixture.storage));
    assert.equal(existsSync(uri.fsPath), false);
    assert.deepEqual(await fixture.temporary(), ['Harbor-feature-new-map-b2b2b2b.zip']);
  });

  it('one whose upload failed stays to be tried again, until another comes, the account goes or the window closes', async () => {
    const seen = uploads(false);
    await fixture.artifacts.upload(build);
    const first = seen[0]?.argument.uri.fsPath ?? '';
    assert.ok(existsSync(first));
    await fixture.artifacts.upload(build);
    const second = seen[1]?.argument.uri.fsPath ?? '';
    assert.deepEqual([existsSync(first), existsSync(second)], [false, true]);
    assert.equal(fixture.downloads.length, 1);
    await fixture.retain({
      hasAccount: () => true,
      hasCredential: () => true,
      isActive: (id) => id === accounts[1].id,
    });
    assert.deepEqual(await fixture.temporary(), []);
    assert.equal(fixture.archives.of({ accountId: accounts[0].id, buildId: 'b1' }), undefined);
  });

  it('without an app in them there is nothing to upload; of several one is chosen', async () => {
    const seen = uploads();
    fixture.serve({ name: 'log.txt' });
    await fixture.artifacts.upload(build);
    assert.deepEqual(editor.messages, ['The artifacts of this build have no .ipa, .apk, or .aab file.']);
    fixture.serve(
      { name: 'app.apk', content: 'apk' },
      { name: 'app.aab', content: 'aab' },
      { name: 'log.txt' },
    );
    fixture.chooses = ['app.aab'];
    await fixture.artifacts.upload(nodeOf({ id: 'b2' }));
    assert.deepEqual(
      editor.lists.at(-1)?.rows.map(({ label }) => label),
      ['app.apk', 'app.aab'],
    );
    assert.equal(await seen[0]?.content, 'aab');
  });

  it('are of nobody else: whoever switched meanwhile gets none', async () => {
    const seen = uploads();
    fixture.onPiece = () => {
      fixture.sessions.setSignedIn(accounts[1]);
    };
    await fixture.artifacts.upload(build);
    assert.equal(seen.length, 0);
    assert.deepEqual(await fixture.fileTexts(build), ['[Download to See the Files]']);
  });
});
