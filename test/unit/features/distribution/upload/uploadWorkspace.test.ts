import { strict as assert } from 'node:assert';
import { mkdirSync, symlinkSync, utimesSync } from 'node:fs';
import path from 'node:path';
import sinon from 'sinon';
import type * as Search from '../../../../../src/ui/upload/workspaceApps';
import { FakeUri } from '../../../extension/fakeUri';
import { row, useUploads } from './uploadFixture';

const minute = 60_000;

describe('Upload Version: the newest apps of the workspace', () => {
  const fixture = useUploads();
  const { editor, user } = fixture;
  let found: FakeUri[];
  let asked: { include: string; exclude: string; most: number }[];

  beforeEach(() => {
    [found, asked] = [[], []];
    editor.folders = [{ uri: FakeUri.file(fixture.folder) }];
    editor.finds = (include, exclude, most) => {
      asked.push({ include, exclude, most });
      return found;
    };
  });

  /** An app that was built so many minutes ago. */
  const built = (name: string, minutes: number, content = 'the app') => {
    mkdirSync(path.dirname(path.join(fixture.folder, name)), { recursive: true });
    const file = fixture.file(name, content);
    const time = new Date(Date.now() - minutes * minute);
    utimesSync(file.fsPath, time, time);
    return file;
  };
  const rowsOf = (at: number) =>
    editor.lists[at]?.rows.map(({ label, description }) => [label, description]) ?? [];

  it('are offered before the dialog, newest first, with age, size and folder', async () => {
    found = [
      built('old.ipa', 3 * 60),
      built('android/app/build/outputs/apk/release/app-release.apk', 2),
      built('ios/build/Notes.ipa', 10),
    ];
    user.chooses = ['app-release', 'Upload Without'];
    await fixture.uploads.upload(row);
    assert.deepEqual(rowsOf(0), [
      ['newest in this workspace', undefined],
      ['app-release.apk', rowsOf(0)[1]?.[1]],
      ['Notes.ipa', rowsOf(0)[2]?.[1]],
      ['old.ipa', rowsOf(0)[3]?.[1]],
      ['', undefined],
      ['Choose Another File…', undefined],
    ]);
    assert.match(
      rowsOf(0)[1]?.[1] ?? '',
      /^2 minutes ago · [\d.]+ (bytes|kB) · android\/app\/build\/outputs\/apk\/release$/,
    );
    assert.match(rowsOf(0)[3]?.[1] ?? '', /^3 hours ago · [\d.]+ (bytes|kB)$/);
    assert.deepEqual([editor.openDialogs, fixture.server.stored], [[], ['the app']]);
  });

  it('are followed by a way into the dialog, which Esc in the list is not', async () => {
    found = [built('a.ipa', 1)];
    editor.opens = [fixture.file('elsewhere.ipa', 'elsewhere')];
    user.chooses = ['Choose Another File', 'Upload Without'];
    await fixture.uploads.upload(row);
    assert.deepEqual(fixture.server.stored, ['elsewhere']);
    await fixture.uploads.upload(row);
    assert.equal(editor.openDialogs.length, 1);
    assert.equal(fixture.server.stored.length, 1);
  });

  it('are no step where there is none, or no folder of this machine', async () => {
    await fixture.uploads.upload(row);
    editor.folders = [{ uri: FakeUri.parse('vscode-vfs://github/x') }];
    await fixture.uploads.upload(row);
    assert.deepEqual([editor.lists, editor.openDialogs.length, asked.length], [[], 2, 1]);
  });

  it('leave out what cannot be uploaded, what is gone, and what a link leads to outside of the folder', async () => {
    const outside = path.join(fixture.folder, '..', `${path.basename(fixture.folder)}.ipa`);
    mkdirSync(path.join(fixture.folder, 'inside'));
    mkdirSync(path.join(fixture.folder, 'folder.ipa'));
    const near = built('inside/near.ipa', 5);
    symlinkSync('near.ipa', path.join(fixture.folder, 'inside', 'link.ipa'));
    symlinkSync(process.execPath, path.join(fixture.folder, 'out.ipa'));
    found = [
      near,
      ...['inside/link.ipa', 'out.ipa', 'folder.ipa', 'gone.ipa'].map((name) =>
        FakeUri.file(path.join(fixture.folder, name)),
      ),
      fixture.write('empty.ipa', ''),
      FakeUri.file(outside),
    ];
    await fixture.uploads.upload(row);
    assert.deepEqual(
      rowsOf(0).map(([label]) => label),
      ['newest in this workspace', 'near.ipa', 'link.ipa', '', 'Choose Another File…'],
    );
  });

  it('are searched for within limits, and ten are offered', async () => {
    found = Array.from({ length: 14 }, (_, at) => built(`app-${at}.ipa`, at));
    await fixture.uploads.upload(row);
    assert.equal(rowsOf(0).length, 13);
    assert.equal(rowsOf(0)[10]?.[0], 'app-9.ipa');
    const [search] = asked;
    assert.match(search?.include ?? '', /^\*\*\/\*\.\{ipa,IPA,apk,APK,aab,AAB\}$/);
    assert.match(search?.exclude ?? '', /node_modules.*intermediates/);
    assert.equal(search?.most, 500);
  });

  it('are not waited for long, and a search that fails finds none', async () => {
    const { findWorkspaceApps } = editor.load('ui/upload/workspaceApps') as typeof Search;
    editor.finds = () => Promise.reject(new Error('no search here'));
    assert.deepEqual(await findWorkspaceApps(), []);
    const clock = sinon.useFakeTimers();
    try {
      editor.finds = () => new Promise(() => undefined);
      const searching = findWorkspaceApps();
      await clock.tickAsync(2000);
      assert.deepEqual(await searching, []);
    } finally {
      clock.restore();
    }
  });

  it('are looked at when one is chosen: what is no app is said, and another can be chosen', async () => {
    found = [fixture.write('page.ipa', '<!doctype html>'), built('good.ipa', 5)];
    user.chooses = ['page', 'good', 'Upload Without'];
    user.presses = ['Choose Another File'];
    await fixture.uploads.upload(row);
    assert.match(editor.messages[0] ?? '', /^page\.ipa is a web page/);
    assert.deepEqual(fixture.server.stored, ['the app']);
  });
});
