import { strict as assert } from 'node:assert';
import path from 'node:path';
import { Failure } from '../../../../../src/api/failure';
import { LARGEST_FILE } from '../../../../../src/api/upload/uploadFile';
import { FakeUri } from '../../../extension/fakeUri';
import { assertNoSecret } from '../../../support/leaks';
import { profile, row, UploadHouse } from './uploadFixture';
import { signature } from './uploadServer';

describe('Upload Version: the steps', () => {
  let house: UploadHouse;
  beforeEach(() => {
    house = new UploadHouse();
  });
  afterEach(() => {
    house.dispose();
  });

  it('T13: bare, it asks for profile, file and release notes, and shows the profile when that is wanted', async () => {
    const { person, server, uploads } = house;
    person.opens = [house.file()];
    person.chooses = ['No Release Notes'];
    person.presses = ['Show'];
    await uploads.upload(undefined);
    assert.equal(house.questions[0]?.title, 'Appcircle: Upload Version');
    assert.equal(await house.questions[0].orCreate?.('New'), profile);
    assert.deepEqual(person.dialogs[0]?.filters, { Apps: ['ipa', 'apk', 'aab'] });
    assert.deepEqual(server.stored, ['the app']);
    assert.deepEqual(server.commits, [{ fileId: 'file-1', fileName: 'app.ipa' }]);
    assert.deepEqual(person.said, ['app.ipa was uploaded to Field Reports.']);
    assert.deepEqual(house.changes, ['renew profile-1', 'reveal profile-1']);
    assert.deepEqual(house.wasUnderWay, [true, false]);
  });

  it('T13: an argument that is nothing of ours is as good as none', async () => {
    house.picks = undefined;
    for (const argument of [{ unlike: 'a node' }, null, 7, { kind: 'more' }]) {
      await house.uploads.upload(argument);
    }
    assert.equal(house.questions.length, 4);
    assert.deepEqual(house.person.said, []);
  });

  it('the profile is the one of the row, or of a row below it', async () => {
    await house.run();
    house.person.opens = [house.file()];
    house.person.chooses = ['No Release Notes'];
    await house.uploads.upload({ ...row, kind: 'below', node: { id: 'x' } });
    assert.deepEqual(house.questions, []);
    assert.deepEqual(house.server.stored, ['the app', 'the app']);
  });

  it('the file is the one of the Explorer', async () => {
    house.person.chooses = ['No Release Notes'];
    await house.uploads.upload(house.file('b.apk'));
    assert.deepEqual([house.person.dialogs, house.server.stored], [[], ['the app']]);
  });

  it('the profile that was uploaded to last is offered first, to the account that did; ids alone are remembered', async () => {
    await house.run();
    house.picks = undefined;
    await house.uploads.upload(undefined);
    assert.equal(house.questions.at(-1)?.lastUsedId, 'profile-1');
    house.sessions.signedIn(house.other());
    await house.uploads.upload(undefined);
    assert.equal(house.questions.at(-1)?.lastUsedId, undefined);
    const { id, credentialId } = house.account;
    const remembered = { [id]: { owner: credentialId, profileId: 'profile-1' } };
    assert.equal(house.memory.text, JSON.stringify([['appcircle.lastUploads', JSON.stringify(remembered)]]));
  });

  it('what was remembered by something else is no profile', async () => {
    for (const remembered of [7, null, [3], { [house.account.id]: { id: 'x' } }]) {
      await house.memory.update('appcircle.lastUploads', remembered);
      house.picks = undefined;
      await house.uploads.upload(undefined);
      assert.equal(house.questions.at(-1)?.lastUsedId, undefined);
    }
  });

  it('the dialog begins in the workspace, then where the last file was', async () => {
    await house.run();
    await house.run();
    assert.deepEqual(
      house.person.dialogs.map(({ defaultUri }) => path.normalize(defaultUri?.path ?? '')),
      ['/work place/app', path.normalize(`${house.folder}/app.ipa/..`)],
    );
    house.person.folders = [{ uri: FakeUri.parse('vscode-vfs://github/x') }];
    const elsewhere = new UploadHouse();
    elsewhere.person.folders = house.person.folders;
    await elsewhere.uploads.upload(row);
    assert.equal(elsewhere.person.dialogs[0]?.defaultUri, undefined);
    elsewhere.dispose();
  });

  const bad: [what: string, file: () => FakeUri, said: RegExp][] = [
    [
      'another extension',
      () => house.file('app.zip'),
      /^app\.zip is no app\. Appcircle takes \.ipa, \.apk and/,
    ],
    ['no content', () => house.file('app.ipa', ''), /^app\.ipa is empty\. See whether its build/],
    [
      'no such file',
      () => FakeUri.file('/not/there/app.aab'),
      /^app\.aab cannot be read\. See whether it is there/,
    ],
    [
      'more than 3 GB',
      () => house.file('app.ipa', LARGEST_FILE + 1),
      /^app\.ipa is too large\. .* at most 3 GB/,
    ],
    ['no disk', () => FakeUri.parse('vscode-vfs://github/a/app.ipa'), /^Files are read from a disk alone/],
  ];
  for (const [what, file, said] of bad) {
    it(`a file with ${what} is refused in words before anything else is asked, and another can be chosen`, async () => {
      const { person } = house;
      await house.uploads.upload(file());
      assert.match(person.said[0] ?? '', said);
      assert.deepEqual([house.questions, person.picks, house.server.steps], [[], [], []]);
      person.presses = ['Choose Another File', 'Choose Another File'];
      person.opens = [file(), house.file('good.apk')];
      person.chooses = ['No Release Notes'];
      await house.uploads.upload(file());
      assert.deepEqual(house.server.stored, ['the app']);
    });
  }

  it('a name can neither be a link nor hide itself', async () => {
    await house.uploads.upload(FakeUri.file('/x/[a](command:evil)\u202e.ipa'));
    assert.doesNotMatch(house.person.said.join(), /\]\(|\u202e/);
  });

  it('T5: who closes a question is left alone', async () => {
    const { person, uploads } = house;
    house.picks = undefined;
    await uploads.upload(undefined);
    house.picks = profile;
    await uploads.upload(undefined);
    person.opens = [house.file()];
    await uploads.upload(undefined);
    assert.equal(person.picks.length, 1);
    assert.deepEqual([person.said, person.status, house.server.steps, house.memory.text], [[], [], [], '[]']);
  });

  it('who is signed out is asked to sign in, and nothing else when that is closed', async () => {
    house.sessions.signedOut();
    await house.uploads.upload(row);
    assert.deepEqual(house.person.editor.executed, [['appcircle.signIn']]);
    assert.deepEqual([house.person.dialogs, house.person.said], [[], []]);
  });

  it('R9: what was chosen for one account is not sent as another', async () => {
    const { sessions } = house;
    const other = house.other();
    house.person.git = {
      get isActive() {
        sessions.signedIn(other);
        return false;
      },
    };
    await house.run();
    assert.deepEqual([house.person.picks.length, house.server.steps], [1, []]);
    assert.match(house.person.said[0] ?? '', /^app\.ipa was not uploaded to Field Reports, since another/);
  });

  it('a view that cannot be brought up to date takes nothing from the upload', async () => {
    house.renewFails = new Failure('offline', { host: 'api.example' });
    await house.run();
    assert.deepEqual(house.person.said, ['app.ipa was uploaded to Field Reports.']);
    assert.match(house.log.lines.join(), /after an upload: offline api\.example/);
  });

  it('T9: what is signed is told to nobody', async () => {
    house.server.once('store', new Failure('forbidden', { host: 'storage.example', status: 403 }));
    await house.run();
    await house.run();
    const { messages, picks, progress, status } = house.person;
    assertNoSecret(signature, messages, picks, progress, status, house.log.lines, house.memory.text);
  });
});
