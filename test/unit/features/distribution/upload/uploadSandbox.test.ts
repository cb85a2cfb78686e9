import { strict as assert } from 'node:assert';
import { accountOf, hostsAt, keyOf } from '../../../account/accountFixture';
import { startClientFixture, type ClientFixture } from '../../../api/clientFixture';
import { useUploads } from './uploadFixture';

describe('Upload Version: several files to a server', () => {
  const fixture = useUploads();
  const { editor, user } = fixture;
  let served: ClientFixture;
  before(async () => {
    served = await startClientFixture();
  });
  after(() => served.sandbox.close());

  beforeEach(() => {
    served.calm();
    served.sandbox.setMode({ taskPolls: 0 });
    const { client, transport, sandbox, profileId } = served;
    Object.assign(fixture.server, { client, transport });
    fixture.sessions.setSignedIn(accountOf(keyOf('k'), hostsAt(sandbox.apiEndpoint), 'somebody'));
    fixture.picks = { ...fixture.picks!, id: profileId };
  });

  const upload = async (...names: string[]) => {
    const files = names.map((name) => fixture.file(name, name));
    user.chooses = ['Upload Without'];
    await fixture.uploads.upload(files[0], files);
  };
  const newest = (count: number) =>
    served.sandbox
      .versions(served.profileId)
      .slice(0, count)
      .map(({ fileName }) => fileName);

  it('a profile takes apps of iOS and of Android, one after the other', async () => {
    await upload('Harbor-8.0.0.ipa', 'Harbor-8.0.1.apk', 'Harbor-8.0.2.aab');
    assert.deepEqual(editor.messages, ['Uploaded 3 files to Field Reports.']);
    assert.deepEqual(newest(3), ['Harbor-8.0.2.aab', 'Harbor-8.0.1.apk', 'Harbor-8.0.0.ipa']);
    const announced = served.sandbox.requests().filter(({ query }) => query.includes('uploadInformation'));
    assert.deepEqual(
      announced.map(({ query }) => /fileName=([^&]*)/.exec(query)?.[1]),
      ['Harbor-8.0.0.ipa', 'Harbor-8.0.1.apk', 'Harbor-8.0.2.aab'],
    );
  });

  it('one that the server makes no version of is told with its reasons, and the others are there', async () => {
    await upload('Harbor-8.1.0.ipa', 'Harbor-dup.ipa', 'Harbor-8.1.2.apk');
    assert.deepEqual(newest(2), ['Harbor-8.1.2.apk', 'Harbor-8.1.0.ipa']);
    assert.ok(editor.messages.includes('Uploaded 2 of 3 files to Field Reports.'));
    const refused = editor.shownMessages.find(({ text }) =>
      text.startsWith('Appcircle received Harbor-dup.ipa but did not create'),
    );
    assert.deepEqual(refused?.buttons, ['Choose Another File', 'Try Again']);
  });

  it('no request is made for what is no app', async () => {
    await fixture.uploads.upload(fixture.write('app.ipa', '<!doctype html>'));
    assert.deepEqual(served.sandbox.requests(), []);
    assert.match(editor.messages[0] ?? '', /is a web page, not an app/);
  });

  it('where the role does not allow it the second file is not even begun', async () => {
    Object.assign(fixture.server, { client: await served.as('harbor-viewer') });
    served.sandbox.clearRequests();
    await upload('Harbor-8.2.0.ipa', 'Harbor-8.2.1.ipa');
    const announced = served.sandbox.requests().filter(({ query }) => query.includes('uploadInformation'));
    assert.equal(announced.length, 1);
    assert.ok(
      editor.messages.includes(
        'None of the 2 files were uploaded to Field Reports. Not started: Harbor-8.2.1.ipa.',
      ),
    );
  });
});
