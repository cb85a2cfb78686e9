import { strict as assert } from 'node:assert';
import path from 'node:path';
import { Failure } from '../../../../../src/api/failure';
import { MAX_FILE_BYTES } from '../../../../../src/api/upload/uploadFile';
import { FakeUri } from '../../../extension/fakeUri';
import { assertNoSecret } from '../../../support/leaks';
import { profile, row, useUploads } from './uploadFixture';
import { signature } from './uploadServer';

describe('Upload Version: the steps', () => {
  const fixture = useUploads();
  const { editor, user } = fixture;

  it('T13: bare, it asks for profile, file and release notes, and shows the profile when that is wanted', async () => {
    const { server, uploads } = fixture;
    editor.opens = [fixture.file()];
    user.chooses = ['Upload Without'];
    user.presses = ['Show'];
    await uploads.upload(undefined);
    assert.equal(fixture.questions[0]?.title, 'Appcircle: Upload Version');
    assert.equal(await fixture.questions[0].orCreate?.('New'), profile);
    assert.deepEqual(editor.openDialogs[0]?.filters, { Apps: ['ipa', 'apk', 'aab'], 'All Files': ['*'] });
    assert.deepEqual(server.stored, ['the app']);
    assert.deepEqual(server.commits, [{ fileId: 'file-1', fileName: 'app.ipa' }]);
    assert.deepEqual(editor.messages, ['Uploaded app.ipa to Field Reports.']);
    assert.deepEqual(fixture.changes, ['renew profile-1', 'reveal profile-1']);
    assert.deepEqual(fixture.wasUnderWay, [true, false]);
  });

  it('T13: an argument that is nothing of ours is as good as none', async () => {
    fixture.picks = undefined;
    for (const argument of [{ unlike: 'a node' }, null, 7, { kind: 'more' }]) {
      await fixture.uploads.upload(argument);
    }
    assert.equal(fixture.questions.length, 4);
    assert.deepEqual(editor.messages, []);
  });

  it('the profile is the one of the row, or of a row below it', async () => {
    await fixture.run();
    editor.opens = [fixture.file()];
    user.chooses = ['Upload Without'];
    await fixture.uploads.upload({ ...row, kind: 'below', node: { id: 'x' } });
    assert.deepEqual(fixture.questions, []);
    assert.deepEqual(fixture.server.stored, ['the app', 'the app']);
  });

  it('the file is the one of the Explorer', async () => {
    user.chooses = ['Upload Without'];
    await fixture.uploads.upload(fixture.file('b.apk'));
    assert.deepEqual([editor.openDialogs, fixture.server.stored], [[], ['the app']]);
  });

  it('the profile that was uploaded to last is offered first, to the account that did; ids alone are remembered', async () => {
    await fixture.run();
    fixture.picks = undefined;
    await fixture.uploads.upload(undefined);
    assert.equal(fixture.questions.at(-1)?.lastUsedId, 'profile-1');
    fixture.sessions.setSignedIn(fixture.other());
    await fixture.uploads.upload(undefined);
    assert.equal(fixture.questions.at(-1)?.lastUsedId, undefined);
    const { id, credentialId } = fixture.account;
    const remembered = { [id]: { credentialId, value: 'profile-1' } };
    assert.equal(
      fixture.memento.text,
      JSON.stringify([['appcircle.lastUploads', JSON.stringify(remembered)]]),
    );
  });

  it('what was remembered by something else is no profile', async () => {
    for (const remembered of [7, null, [3], { [fixture.account.id]: { id: 'x' } }]) {
      await fixture.memento.update('appcircle.lastUploads', remembered);
      fixture.picks = undefined;
      await fixture.uploads.upload(undefined);
      assert.equal(fixture.questions.at(-1)?.lastUsedId, undefined);
    }
  });

  it('the dialog begins in the workspace, then where the last file was', async () => {
    await fixture.run();
    await fixture.run();
    assert.deepEqual(
      editor.openDialogs.map(({ defaultUri }) => path.normalize(defaultUri?.path ?? '')),
      ['/work place/app', path.normalize(`${fixture.folder}/app.ipa/..`)],
    );
    fixture.begin();
    editor.folders = [{ uri: FakeUri.parse('vscode-vfs://github/x') }];
    await fixture.uploads.upload(row);
    assert.deepEqual(
      editor.openDialogs.map(({ defaultUri }) => defaultUri),
      [undefined],
    );
  });

  const bad: [what: string, file: () => FakeUri, said: RegExp][] = [
    [
      'another extension',
      () => fixture.file('app.zip'),
      /^app\.zip is not an app\. Choose an \.ipa, \.apk, or/,
    ],
    ['no content', () => fixture.write('app.ipa', ''), /^app\.ipa is empty\. Check that its build/],
    ['no such file', () => FakeUri.file('/not/there/app.aab'), /^app\.aab was not found\.$/],
    [
      'more than 3 GB',
      () => fixture.write('app.ipa', 'PK', MAX_FILE_BYTES + 1),
      /^app\.ipa is too large\. The maximum size is 3 GB\.$/,
    ],
    ['no disk', () => FakeUri.parse('vscode-vfs://github/a/app.ipa'), /^Files can only be read from disk/],
  ];
  for (const [what, file, said] of bad) {
    it(`a file with ${what} is refused in words before anything else is asked, and another can be chosen`, async () => {
      await fixture.uploads.upload(file());
      assert.match(editor.messages[0] ?? '', said);
      assert.deepEqual([fixture.questions, editor.lists, fixture.server.steps], [[], [], []]);
      user.presses = ['Choose Another File', 'Choose Another File'];
      editor.opens = [file(), fixture.file('good.apk')];
      user.chooses = ['Upload Without'];
      await fixture.uploads.upload(file());
      assert.deepEqual(fixture.server.stored, ['the app']);
    });
  }

  it('a name can neither be a link nor hide itself', async () => {
    await fixture.uploads.upload(FakeUri.file('/x/[a](command:evil)\u202e.ipa'));
    assert.doesNotMatch(editor.messages.join(), /\]\(|\u202e/);
  });

  it('T5: who closes a question is left alone', async () => {
    const { uploads } = fixture;
    fixture.picks = undefined;
    await uploads.upload(undefined);
    fixture.picks = profile;
    await uploads.upload(undefined);
    editor.opens = [fixture.file()];
    await uploads.upload(undefined);
    assert.equal(editor.lists.length, 1);
    assert.deepEqual(
      [editor.messages, editor.statusBar, fixture.server.steps, fixture.memento.text],
      [[], [], [], '[]'],
    );
  });

  it('who is signed out is asked to sign in, and nothing else when that is closed', async () => {
    fixture.sessions.setSignedOut();
    await fixture.uploads.upload(row);
    assert.deepEqual(editor.executed, [['appcircle.signIn', 'forCommand']]);
    assert.deepEqual([editor.openDialogs, editor.messages], [[], []]);
  });

  it('R9: what was chosen for one account is not sent as another', async () => {
    const { sessions } = fixture;
    const other = fixture.other();
    editor.git = {
      get isActive() {
        sessions.setSignedIn(other);
        return false;
      },
    };
    await fixture.run();
    assert.deepEqual([editor.lists.length, fixture.server.steps], [1, []]);
    assert.match(
      editor.messages[0] ?? '',
      /^app\.ipa was not uploaded to Field Reports because the account changed/,
    );
  });

  it('a view that cannot be brought up to date takes nothing from the upload', async () => {
    fixture.renewFails = new Failure('offline', { host: 'api.example' });
    await fixture.run();
    assert.deepEqual(editor.messages, ['Uploaded app.ipa to Field Reports.']);
    assert.match(fixture.log.lines.join(), /after an upload: offline api\.example/);
  });

  it('T9: what is signed is told to nobody', async () => {
    fixture.server.once('store', new Failure('forbidden', { host: 'storage.example', status: 403 }));
    await fixture.run();
    await fixture.run();
    const { shownMessages, lists, progresses, statusBar } = editor;
    const shown = [shownMessages, lists, progresses, statusBar];
    assertNoSecret(signature, shown, fixture.log.lines, fixture.memento.text);
  });
});
