import { strict as assert } from 'node:assert';
import { useUploads } from './uploadFixture';

describe('Upload Version: cancelled', () => {
  const fixture = useUploads();
  const { editor, user } = fixture;

  const stages: [what: string, message: RegExp, after: string[]][] = [
    ['before it begins', /^Requesting/, []],
    ['while it sends', / of /, ['announce', 'store']],
  ];
  for (const [what, message, steps] of stages) {
    it(`T5: ${what}, it ends there and says so in the status bar alone`, async () => {
      user.cancelsAt = message;
      await fixture.run();
      assert.deepEqual(
        fixture.server.steps.filter((step) => step !== 'store'),
        steps.filter((step) => step !== 'store'),
      );
      assert.deepEqual([editor.messages, editor.statusBar], [[], ['Upload canceled.']]);
      assert.deepEqual(fixture.wasUnderWay, [true, false]);
      assert.deepEqual(fixture.changes, []);
    });
  }

  const late: [what: string, message: RegExp, after: string[]][] = [
    ['when the file is handed over', /^Submitting/, ['announce', 'store']],
    ['while Appcircle processes it', /processing/, ['announce', 'store', 'commit']],
  ];
  for (const [what, message, steps] of late) {
    it(`T5: ${what}, it ends there; what Appcircle may still do is said, and the profile is renewed`, async () => {
      user.cancelsAt = message;
      await fixture.run();
      assert.deepEqual(fixture.server.steps, steps);
      assert.deepEqual(editor.messages, [
        'The upload of app.ipa to Field Reports was canceled after the file was sent. Appcircle may still create a version.',
      ]);
      assert.deepEqual([editor.statusBar, fixture.changes], [[], ['renew profile-1']]);
      assert.deepEqual(fixture.wasUnderWay, [true, false]);
    });
  }

  it('R9: by a sign-out, at once, and says so', async () => {
    const { server, sessions } = fixture;
    let aborted: boolean | undefined;
    server.onStep = (step, signal) => {
      if (step === 'commit') {
        sessions.setSignedOut();
        aborted = signal?.aborted;
      }
    };
    await fixture.run();
    assert.equal(aborted, true);
    assert.deepEqual(server.steps, ['announce', 'store', 'commit']);
    assert.deepEqual(editor.messages, [
      'The upload of app.ipa to Field Reports was canceled because the account changed. ' +
        'The file was already sent, so Appcircle may still create a version.',
    ]);
    assert.deepEqual(fixture.changes, []);
  });

  it('by another account that becomes the active one; not by another key, or by news of the same', async () => {
    const { server, sessions } = fixture;
    server.onStep = () => {
      sessions.setSignedIn({ ...fixture.account });
      sessions.setStorageUnreadable();
      sessions.setSignedIn(fixture.account, { organizationName: 'Harbor Labs' });
    };
    await fixture.run();
    assert.deepEqual(editor.messages, ['Uploaded app.ipa to Field Reports.']);
    server.onStep = () => {
      sessions.setSignedIn(fixture.other());
    };
    await fixture.run();
    assert.match(editor.messages[1] ?? '', /was canceled because the account changed\.$/);
  });

  it('all of them when the window closes, silently', async () => {
    const { server, uploads } = fixture;
    server.onStep = (step) => {
      if (step === 'store') uploads.dispose();
    };
    await fixture.run();
    assert.deepEqual([server.steps, editor.messages], [['announce', 'store'], []]);
  });
});
