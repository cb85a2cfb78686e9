import { strict as assert } from 'node:assert';
import { unlinkSync, writeFileSync } from 'node:fs';
import { Failure, type FailureFacts, type FailureKind } from '../../../../../src/api/failure';
import { diskFile } from '../../../../../src/api/files/diskFile';
import { FileProblem } from '../../../../../src/api/files/fileProblem';
import { newUpload } from '../../../../../src/api/upload/runUpload';
import { distributionTarget } from '../../../../../src/api/upload/uploadTarget';
import type * as EndText from '../../../../../src/ui/upload/uploadResultText';
import { appOf } from '../../../../sandbox/data/apps';
import { row, useUploads } from './uploadFixture';

const failure = (kind: FailureKind, facts: FailureFacts = {}) =>
  new Failure(kind, { host: 'api.example', ...facts });

describe('Upload Version: how it ends', () => {
  const fixture = useUploads();
  const { editor, user } = fixture;

  it('tells what it does, in whole percents', async () => {
    await fixture.run();
    const progress = editor.progresses.find(({ cancellable }) => cancellable);
    assert.equal(progress?.title, 'Uploading app.ipa to Field Reports');
    assert.deepEqual(
      progress.reports.map(({ message }) => message.split(' ')[0]),
      ['Requesting', '0', 'Submitting', 'Appcircle', 'Appcircle'],
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
      /Reports stopped before anything was sent\. Only owners/,
      ['announce', 'store', 'commit', 'task'],
    ],
    ['store', /Reports stopped while the file was being sent\. The certificate/, ['store', 'commit', 'task']],
    [
      'commit',
      /Reports stopped after the file was sent but before it was submitted\. Only owners/,
      ['commit', 'task'],
    ],
    ['task', /Reports stopped while Appcircle was processing the file\. Only owners/, ['task']],
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
      assert.equal(editor.messages.at(-1), 'Uploaded app.ipa to Field Reports.');
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
        text: 'app.ipa has not been uploaded to Field Reports yet.',
        buttons: ['Try Again', 'Replace Key'],
      },
    );
    assert.deepEqual(editor.executed, [['appcircle.replaceKey'], ['appcircle.refresh']]);
    assert.deepEqual(server.stored, ['the app']);
    assert.equal(editor.messages.at(-1), 'Uploaded app.ipa to Field Reports.');
  });

  it('goes on by itself once the key was replaced', async () => {
    const { server } = fixture;
    server.once('commit', failure('rejectedCredential'));
    user.presses = ['Replace Key'];
    editor.executes = (command) => command === 'appcircle.replaceKey';
    await fixture.run();
    assert.deepEqual(editor.messages.slice(1), ['Uploaded app.ipa to Field Reports.']);
    assert.deepEqual(server.stored, ['the app']);
  });

  it('the key of the same account may be another by then', async () => {
    const { server, sessions } = fixture;
    server.once('commit', failure('expiredSession'));
    user.presses = ['Try Again'];
    user.meanwhile = () => {
      sessions.setSignedIn({ ...fixture.account });
    };
    await fixture.run();
    assert.equal(editor.messages.at(-1), 'Uploaded app.ipa to Field Reports.');
  });

  it('R7: what Appcircle forbids names the role; what the storage forbids does not', async () => {
    fixture.server.once('announce', failure('forbidden', { status: 403 }));
    await fixture.run();
    assert.match(
      editor.messages[0] ?? '',
      /operators can do this on api\.example\. Ask an owner of the organization for the Operator role/,
    );
    fixture.server.once('store', new Failure('forbidden', { host: 'storage.example', status: 403 }));
    await fixture.run();
    assert.match(
      editor.messages[1] ?? '',
      /stopped while the file was being sent\. The storage storage\.example rejected the file \(403\)/,
    );
    assert.doesNotMatch(editor.messages[1] ?? '', /role/);
  });

  it('an answer to the commit without a task is said so, with its words', async () => {
    fixture.server.once('commit', { message: 'No [room](command:x)' });
    await fixture.run();
    assert.match(
      editor.messages[0] ?? '',
      /api\.example did not confirm that a version was created from app\.ipa\. Appcircle reported: No \[room\] \(command/,
    );
  });

  it('the sentence says what its button says', async () => {
    const said: [FailureKind, FailureFacts, RegExp][] = [
      ['serverFault', { status: 503 }, /has a server error \(503\)\. Try again in a moment\.$/],
      ['timeout', {}, /did not respond in time\. Try again, or check/],
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
    const { uploadResultText } = editor.load('ui/upload/uploadResultText') as typeof EndText;
    const upload = newUpload({
      target: distributionTarget('p'),
      file: diskFile('/x/app.ipa'),
      releaseNotes: '',
    });
    const job = {
      accountId: 'a',
      profileName: 'Field Reports',
      path: '/x/app.ipa',
      checked: undefined,
      reading: undefined,
      upload,
    };
    const said = (error: Failure | FileProblem, stage: 'committed' | 'announced') =>
      uploadResultText({ kind: 'failed', upload, error }, stage, job, 'operate');
    const long = said(failure('timeout', { code: 'TASK' }), 'committed');
    assert.match(
      long.sentence,
      /while Appcircle was processing the file\. Processing on api\.example is taking a long time\. Try again to keep waiting\./,
    );
    const disk = said(new FileProblem('EIO', '/x/app.ipa'), 'announced');
    assert.match(disk.sentence, /while the file was being sent\. app\.ipa can no longer be read \(EIO\)\.$/);
    assert.deepEqual(disk.actions, ['again']);
  });

  it('a refusal says the likely reasons and the words of the server; another file keeps the release notes', async () => {
    const { server } = fixture;
    server.once('task', { stateValue: 2, message: 'Version [1.2](command:x) exists\u202e' });
    user.presses = ['Choose Another File'];
    editor.opens = [fixture.file('a.ipa'), fixture.file('b.ipa', 'the other')];
    user.types = 'Faster';
    await fixture.uploads.upload(row);
    assert.equal(
      editor.messages[0],
      'Appcircle received a.ipa but did not create a version in Field Reports. Appcircle reported: Version [1.2] (command:x) exists‹U+202E› ' +
        'Most likely reasons: this version number already exists in the profile; the app is not signed; ' +
        'the profile requires another bundle ID or package name.',
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
      /Most likely reasons: an earlier attempt already created this version/,
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
        /Most likely reasons: this version number already exists in the profile/,
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
        writeFileSync(file.fsPath, appOf('half and more'));
      }
    };
    user.presses = ['Try Again'];
    await fixture.run(file);
    assert.match(
      editor.messages[0] ?? '',
      /^app\.ipa changed during the upload\. Wait until its build finishes/,
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
    assert.match(editor.messages[0] ?? '', /^app\.ipa was not found\.$/);
    assert.deepEqual(editor.shownMessages[0]?.buttons, ['Choose Another File', 'Try Again']);
  });
});
