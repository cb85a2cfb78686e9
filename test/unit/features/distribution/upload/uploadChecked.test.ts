import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { Failure } from '../../../../../src/api/failure';
import { usualManifest } from '../../../../apps/androidManifest';
import { buildApk, buildIpa, usualProfile } from '../../../../apps/appBuilder';
import { useUploads } from './uploadFixture';

const endedProfile = { ...usualProfile, ExpirationDate: new Date('2026-01-02T12:00:00Z') };
const ended = buildIpa({ profile: endedProfile });
const debug = (version: string) =>
  buildApk({
    manifest: usualManifest({
      application: { 'android:debuggable': true },
      manifest: { 'android:versionName': version },
    }),
  });

describe('Upload Version: the app is read before it is sent', () => {
  const fixture = useUploads();
  const { editor, user } = fixture;
  const question = 'Upload app.ipa to Field Reports?';
  const asked = () => editor.messages.filter((text) => text.endsWith('?'));
  const detail = () => editor.details.at(-1)?.split('\n\n') ?? [];

  it('R52: that its profile has ended is told before a byte is sent, and who goes on all the same may', async () => {
    user.presses = ['Upload Anyway'];
    user.chooses = ['Upload Without'];
    user.meanwhile = () => {
      assert.deepEqual([fixture.server.steps, editor.lists], [[], []]);
      user.meanwhile = undefined;
    };
    await fixture.uploads.upload(fixture.write('app.ipa', ended));
    assert.deepEqual(asked(), [question]);
    assert.equal(detail()[1], 'Its provisioning profile expired on Jan 2, 2026. Devices cannot install it.');
    assert.deepEqual(editor.shownMessages[0]?.buttons, ['Upload Anyway', 'Choose Another File']);
    assert.deepEqual(fixture.server.steps, ['announce', 'store', 'commit', 'task']);
    assert.equal(editor.messages.at(-1), 'Uploaded app.ipa to Field Reports.');
  });

  it('Cancel sends nothing, and asks nothing more', async () => {
    await fixture.uploads.upload(fixture.write('app.ipa', ended));
    assert.deepEqual([asked(), editor.lists, fixture.server.steps], [[question], [], []]);
  });

  it('another file is asked for where that is wanted', async () => {
    user.presses = ['Choose Another File'];
    user.chooses = ['Upload Without'];
    const first = fixture.write('app.ipa', ended);
    editor.opens = [fixture.write('good.ipa', buildIpa())];
    await fixture.uploads.upload(first);
    assert.equal(asked().length, 1);
    assert.deepEqual(fixture.server.commits, [{ fileId: 'file-1', fileName: 'good.ipa' }]);
  });

  it('what it is stands in the step that asks for release notes', async () => {
    user.chooses = ['Upload Without'];
    await fixture.uploads.upload(fixture.write('app.ipa', buildIpa()));
    assert.equal(
      editor.lists[0]?.options.placeHolder,
      'Harbor Notes 2.4.0 (318) · iOS 15.0 or later · ad hoc profile until Mar 1, 2999 · 2 devices. ' +
        'Type release notes for testers, or choose below',
    );
    assert.deepEqual(asked(), []);
  });

  it('Try Again does not ask what was answered, unless the file is another one by now', async () => {
    const file = fixture.write('app.ipa', ended);
    user.presses = ['Upload Anyway', 'Try Again'];
    user.chooses = ['Upload Without'];
    fixture.server.once('store', new Failure('serverFault', { host: 'storage.example', status: 500 }));
    await fixture.uploads.upload(file);
    assert.equal(asked().length, 1);
    assert.equal(editor.messages.at(-1), 'Uploaded app.ipa to Field Reports.');

    user.presses = ['Upload Anyway', 'Try Again', 'Upload Anyway'];
    user.chooses = ['Upload Without'];
    fixture.server.once('announce', new Failure('serverFault', { host: 'api.example', status: 500 }));
    user.meanwhile = (text) => {
      if (!text.endsWith('?'))
        writeFileSync(file.fsPath, buildIpa({ profile: endedProfile, end: { comment: 'built anew' } }));
    };
    await fixture.uploads.upload(file);
    assert.equal(asked().length, 3);
  });

  it('an upload that is tried again from the list is asked about once more where its file changed', async () => {
    const file = fixture.write('app.ipa', buildIpa());
    user.chooses = ['Upload Without'];
    fixture.server.once('announce', new Failure('serverFault', { host: 'api.example', status: 500 }));
    await fixture.uploads.upload(file);
    assert.deepEqual(asked(), []);
    writeFileSync(file.fsPath, ended);
    user.chooses = ['Try Again'];
    await fixture.uploads.upload(file);
    assert.deepEqual(asked(), [question]);
    assert.deepEqual(fixture.server.steps, ['announce']);
  });

  it('an app of Android that was renamed is told before anything is asked, and cannot be sent', async () => {
    user.presses = ['Upload Anyway'];
    await fixture.uploads.upload(fixture.write('app.ipa', buildApk()));
    assert.deepEqual(editor.messages, [
      'app.ipa contains an APK file, despite its name. Rename it so that it ends in .apk.',
    ]);
    assert.deepEqual(editor.shownMessages[0]?.buttons, ['Choose Another File']);
    assert.deepEqual([fixture.questions, fixture.server.steps], [[], []]);
  });

  it('R57: a version that the profile has already is named, and so is the id that it requires', async () => {
    fixture.server.profile = () =>
      Promise.resolve({
        settings: { validateBundleId: true, validBundleId: 'com.harborlabs.other' },
        appVersions: [
          {
            id: '1',
            version: '2.4.0',
            versionCode: '318',
            platformType: 1,
            fileName: 'HarborNotes-2.4.0.ipa',
          },
        ],
      });
    await fixture.uploads.upload(fixture.write('app.ipa', buildIpa()));
    assert.deepEqual(detail().slice(1), [
      'Its ID is com.harborlabs.notes, but this profile accepts only com.harborlabs.other.',
      'Version 2.4.0 (318) is already there: HarborNotes-2.4.0.ipa.',
      'Only the 2 devices in its provisioning profile can install it.',
    ]);
    assert.deepEqual(fixture.server.steps, []);
  });

  it('a server that cannot say what is there is told by the upload alone', async () => {
    fixture.server.profile = () => Promise.reject(new Failure('timeout', { host: 'api.example' }));
    user.chooses = ['Upload Without'];
    await fixture.uploads.upload(fixture.write('app.ipa', buildIpa()));
    assert.deepEqual(editor.messages, ['Uploaded app.ipa to Field Reports.']);
    assert.ok(
      fixture.log.lines.some((line) =>
        line.endsWith('what is there already is not known: timeout api.example'),
      ),
    );
  });

  it('several files are one question', async () => {
    const files = ['1.apk', '2.apk'].map((name) => fixture.write(name, debug(name)));
    user.presses = ['Upload Anyway'];
    user.chooses = ['Upload Without'];
    await fixture.uploads.upload(files[0], [...files, fixture.write('3.apk', buildApk())]);
    assert.deepEqual(asked(), ['Upload the 3 files to Field Reports?']);
    assert.deepEqual(detail(), ['1.apk: It is a debug build.', '2.apk: It is a debug build.']);
    assert.equal(fixture.server.commits.length, 3);
  });

  it('an app of the artifacts of a build is read as any other', async () => {
    await fixture.uploads.upload({ uri: fixture.write('app.ipa', ended), proposedNotes: '- Faster start' });
    assert.deepEqual([asked(), fixture.server.steps], [[question], []]);
  });
});
