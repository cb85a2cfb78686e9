import { strict as assert } from 'node:assert';
import { unlinkSync, writeFileSync } from 'node:fs';
import { Failure, type FailureFacts, type FailureKind } from '../../../../../src/api/failure';
import { diskFile } from '../../../../../src/api/files/diskFile';
import { FileProblem } from '../../../../../src/api/files/fileProblem';
import { newUpload } from '../../../../../src/api/upload/runUpload';
import type * as EndText from '../../../../../src/features/distribution/upload/uploadResultText';
import { row, useUploads } from './uploadFixture';

const failure = (kind: FailureKind, facts: FailureFacts = {}) =>
  new Failure(kind, { host: 'api.example', ...facts });

describe('Upload Version: how it ends', () => {
  const fixture = useUploads();
  const { editor, user } = fixture;

  it('tells what it does, in whole percents', async () => {
    await fixture.run();
    const [progress] = editor.progresses;
    assert.deepEqual([progress?.title, progress?.cancellable], ['Uploading app.ipa to Field Reports', true]);
    assert.deepEqual(
      progress?.reports.map(({ message }) => message.split(' ')[0]),
      ['Asking', '0', 'Handing', 'Appcircle', 'Appcircle'],
    );
    assert.equal(
      progress.reports.reduce((sum, { increment = 0 }) => sum + increment, 0),
      100,
    );
    assert.ok(
      progress.reports.every(({ increment }) => increment === undefined || Number.isInteger(increment)),
    );
  });

  const stages: [failing: 'announce' | 'store' | 'commit' | 'task', stopped: RegExp, steps: string[]][] = [
    [
      'announce',
      /Reports stopped before anything was sent\. api\.example allows/,
      ['announce', 'store', 'commit', 'task'],
    ],
    ['store', /Reports stopped while the file was sent\. The certificate/, ['store', 'commit', 'task']],
    [
      'commit',
      /Reports stopped when the file was sent and not yet handed over\. api\.example allows/,
      ['commit', 'task'],
    ],
    ['task', /Reports stopped while Appcircle processed the file\. api\.example allows/, ['task']],
  ];
  for (const [failing, stopped, steps] of stages) {
    it(`one button goes on where ${failing} failed, with nothing asked again`, async () => {
      const { server } = fixture;
      server.once(failing, failure(failing === 'store' ? 'certificate' : 'forbidden', { status: 403 }));
      user.presses = ['Try Again'];
      await fixture.run();
      const failed = server.steps.indexOf(failing) + 1;
      assert.deepEqual(server.steps.slice(failed), steps);
      assert.equal(editor.openDialogs.length + editor.lists.length, 2);
      assert.match(editor.messages[0] ?? '', stopped);
      assert.equal(editor.messages.at(-1), 'app.ipa was uploaded to Field Reports.');
      assert.deepEqual(fixture.wasUnderWay, [true, false, true, false]);
    });
  }

  it('a remedy is offered with it, and Try Again is still there after it', async () => {
    const { server } = fixture;
    server.once('commit', failure('rejectedCredential'));
    user.presses = ['Replace Key', 'Try Again'];
    await fixture.run();
    assert.deepEqual(editor.shownMessages[0]?.buttons, ['Try Again', 'Replace Key']);
    const { text, buttons } = editor.shownMessages[1] ?? {};
    assert.deepEqual(
      { text, buttons },
      {
        text: 'app.ipa is not uploaded to Field Reports yet.',
        buttons: ['Try Again', 'Replace Key'],
      },
    );
    assert.deepEqual(editor.executed, [['appcircle.replaceKey'], ['appcircle.refresh']]);
    assert.deepEqual(server.stored, ['the app']);
    assert.equal(editor.messages.at(-1), 'app.ipa was uploaded to Field Reports.');
  });

  it('the key of the same account may be another by then', async () => {
    const { server, sessions } = fixture;
    server.once('commit', failure('expiredSession'));
    user.presses = ['Try Again'];
    user.meanwhile = () => {
      sessions.setSignedIn({ ...fixture.account });
    };
    await fixture.run();
    assert.equal(editor.messages.at(-1), 'app.ipa was uploaded to Field Reports.');
  });

  it('R7: what Appcircle forbids names the role; what the storage forbids does not', async () => {
    fixture.server.once('announce', failure('forbidden', { status: 403 }));
    await fixture.run();
    assert.match(
      editor.messages[0] ?? '',
      /operators of the organization alone\. Ask an owner for the role Operator/,
    );
    fixture.server.once('store', new Failure('forbidden', { host: 'storage.example', status: 403 }));
    await fixture.run();
    assert.match(
      editor.messages[1] ?? '',
      /stopped while the file was sent\. The storage storage\.example does not take it \(403\)/,
    );
    assert.doesNotMatch(editor.messages[1] ?? '', /role/);
  });

  it('an answer to the commit without a task is said so, with its words', async () => {
    fixture.server.once('commit', { message: 'No [room](command:x)' });
    await fixture.run();
    assert.match(
      editor.messages[0] ?? '',
      /api\.example did not say whether it makes a version of app\.ipa\. It says: No \[room\] \(command/,
    );
  });

  it('the sentence says what its button says', async () => {
    const said: [FailureKind, FailureFacts, RegExp][] = [
      ['serverFault', { status: 503 }, /problem of its own \(503\)\. Try again in a moment\.$/],
      ['timeout', {}, /did not answer in time\. Try again, or look/],
      ['rateLimited', {}, /Wait a moment, then try again\.$/],
      ['rateLimited', { retryAfter: 6.2 }, /Try again in 7 seconds\.$/],
    ];
    for (const [kind, facts, sentence] of said) {
      fixture.server.once('announce', failure(kind, facts));
      await fixture.run();
      assert.match(editor.messages.at(-1) ?? '', sentence);
      assert.equal(editor.shownMessages.at(-1)?.buttons[0], 'Try Again');
    }
  });

  it('a task without end and a disk that fails are said as what they are', () => {
    const { uploadResultText } = editor.load(
      'features/distribution/upload/uploadResultText',
    ) as typeof EndText;
    const upload = newUpload({ profileId: 'p', file: diskFile('/x/app.ipa'), releaseNotes: '' });
    const job = { accountId: 'a', profileName: 'Field Reports', path: '/x/app.ipa', upload };
    const said = (error: Failure | FileProblem, stage: 'committed' | 'announced') =>
      uploadResultText({ kind: 'failed', upload, error }, stage, job);
    const long = said(failure('timeout', { code: 'TASK' }), 'committed');
    assert.match(
      long.sentence,
      /while Appcircle processed the file\. It has not ended after a long time\. To try/,
    );
    const disk = said(new FileProblem('EIO', '/x/app.ipa'), 'announced');
    assert.match(disk.sentence, /while the file was sent\. app\.ipa cannot be read any more \(EIO\)\.$/);
    assert.deepEqual(disk.actions, ['again']);
  });

  it('a refusal says the likely reasons and the words of the server; another file keeps the release notes', async () => {
    const { server } = fixture;
    server.once('task', { stateValue: 2, message: 'Version [1.2](command:x) exists\u202e' });
    user.presses = ['Choose Another File'];
    editor.opens = [fixture.file('a.ipa'), fixture.file('b.ipa', 'the other')];
    user.chooses = ['Write a Line'];
    const running = fixture.uploads.upload(row);
    while (!editor.boxes[0]) await new Promise(setImmediate);
    editor.boxes[0].submit('Faster');
    await running;
    assert.equal(
      editor.messages[0],
      'Appcircle has a.ipa and made no version of it in Field Reports. It says: Version [1.2] (command:x) exists‹U+202E› ' +
        'Likely reasons, the likeliest first: this version number is in the profile already; the app is not signed; ' +
        'the profile takes an app with another bundle ID or package name.',
    );
    assert.deepEqual(editor.shownMessages[0]?.buttons, ['Choose Another File', 'Try Again']);
    assert.deepEqual(
      server.commits.map((commit) => (commit as { message: string; fileName: string }).message),
      ['Faster', 'Faster'],
    );
    assert.deepEqual(server.stored, ['the app', 'the other']);
    assert.equal(editor.lists.length, 1);
  });

  it('an earlier try may have made the version: the profile can be looked at, and Try Again stays', async () => {
    const { server } = fixture;
    server.once('commit', failure('timeout'));
    server.once('task', { stateValue: 2 });
    user.presses = ['Try Again', 'Show Profile'];
    await fixture.run();
    assert.match(
      editor.messages[1] ?? '',
      /the likeliest first: an earlier try has made the version after all/,
    );
    assert.deepEqual(editor.shownMessages[1]?.buttons, ['Show Profile', 'Choose Another File', 'Try Again']);
    assert.deepEqual(editor.shownMessages[2], editor.shownMessages[1]);
    assert.deepEqual(fixture.changes, ['renew profile-1', 'reveal profile-1']);
  });

  it('a commit that was never sent explains no refusal', async () => {
    const { server } = fixture;
    for (const unsent of [
      failure('certificate'),
      failure('proxy'),
      failure('offline', { code: 'ENOTFOUND' }),
    ]) {
      server.once('commit', unsent);
      server.once('task', { stateValue: 2 });
      user.presses = ['Try Again'];
      await fixture.run();
      assert.match(
        editor.messages.at(-1) ?? '',
        /the likeliest first: this version number is in the profile/,
      );
    }
  });

  it('a file that changes while it is sent is not committed, and sent anew when that is wanted', async () => {
    const { server } = fixture;
    const file = fixture.file('app.ipa', 'half');
    let built = false;
    server.onStep = (step) => {
      if (step === 'store' && !built) {
        built = true;
        writeFileSync(file.fsPath, 'half and more');
      }
    };
    user.presses = ['Try Again'];
    await fixture.run(file);
    assert.match(
      editor.messages[0] ?? '',
      /^app\.ipa was written to while it was uploaded\. Wait until its build is over/,
    );
    assert.deepEqual(editor.shownMessages[0]?.buttons, ['Try Again']);
    assert.deepEqual(server.stored, ['half', 'half and more']);
    assert.equal(server.commits.length, 1);
  });

  it('a file that is gone is said so', async () => {
    const file = fixture.file();
    fixture.server.onStep = (step) => {
      if (step === 'announce') unlinkSync(file.fsPath);
    };
    await fixture.run(file);
    assert.match(editor.messages[0] ?? '', /^app\.ipa cannot be read/);
    assert.deepEqual(editor.shownMessages[0]?.buttons, ['Choose Another File', 'Try Again']);
  });
});
