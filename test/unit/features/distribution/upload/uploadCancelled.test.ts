import { strict as assert } from 'node:assert';
import { UploadHouse } from './uploadFixture';

describe('Upload Version: cancelled', () => {
  let house: UploadHouse;
  beforeEach(() => {
    house = new UploadHouse();
  });
  afterEach(() => {
    house.dispose();
  });

  const stages: [what: string, message: RegExp, after: string[]][] = [
    ['before it begins', /^Asking/, []],
    ['while it sends', / of /, ['announce', 'store']],
  ];
  for (const [what, message, steps] of stages) {
    it(`T5: ${what}, it ends there and says so in the status bar alone`, async () => {
      house.person.cancelsAt = message;
      await house.run();
      assert.deepEqual(
        house.server.steps.filter((step) => step !== 'store'),
        steps.filter((step) => step !== 'store'),
      );
      assert.deepEqual([house.person.said, house.person.status], [[], ['Upload cancelled.']]);
      assert.deepEqual(house.wasUnderWay, [true, false]);
      assert.deepEqual(house.changes, []);
    });
  }

  const late: [what: string, message: RegExp, after: string[]][] = [
    ['when the file is handed over', /^Handing/, ['announce', 'store']],
    ['while Appcircle processes it', /processing/, ['announce', 'store', 'commit']],
  ];
  for (const [what, message, steps] of late) {
    it(`T5: ${what}, it ends there; what Appcircle may still do is said, and the profile is renewed`, async () => {
      house.person.cancelsAt = message;
      await house.run();
      assert.deepEqual(house.server.steps, steps);
      assert.deepEqual(house.person.said, [
        'The upload of app.ipa to Field Reports was cancelled after its file was sent. Appcircle may still make a version of it.',
      ]);
      assert.deepEqual([house.person.status, house.changes], [[], ['renew profile-1']]);
      assert.deepEqual(house.wasUnderWay, [true, false]);
    });
  }

  it('R9: by a sign-out, at once, and says so', async () => {
    const { server, sessions, person } = house;
    let aborted: boolean | undefined;
    server.onStep = (step, signal) => {
      if (step === 'commit') {
        sessions.signedOut();
        aborted = signal?.aborted;
      }
    };
    await house.run();
    assert.equal(aborted, true);
    assert.deepEqual(server.steps, ['announce', 'store', 'commit']);
    assert.deepEqual(person.said, [
      'The upload of app.ipa to Field Reports was cancelled, since its account is not the active one any more. ' +
        'The file is sent: Appcircle may still make a version of it.',
    ]);
    assert.deepEqual(house.changes, []);
  });

  it('by another account that becomes the active one; not by another key, or by news of the same', async () => {
    const { server, sessions, person } = house;
    server.onStep = () => {
      sessions.signedIn({ ...house.account });
      sessions.storageUnreadable();
      sessions.signedIn(house.account, { organizationName: 'Harbor Labs' });
    };
    await house.run();
    assert.deepEqual(person.said, ['app.ipa was uploaded to Field Reports.']);
    server.onStep = () => {
      sessions.signedIn(house.other());
    };
    await house.run();
    assert.match(person.said[1] ?? '', /was cancelled, since its account is not the active one any more\.$/);
  });

  it('all of them when the window closes, silently', async () => {
    const { server, uploads, person } = house;
    server.onStep = (step) => {
      if (step === 'store') uploads.dispose();
    };
    await house.run();
    assert.deepEqual([server.steps, person.said], [['announce', 'store'], []]);
  });
});
