import { strict as assert } from 'node:assert';
import { unlinkSync } from 'node:fs';
import { Failure } from '../../../../../src/api/failure';
import type { FakeUri } from '../../../extension/fakeUri';
import { profile, row, useUploads } from './uploadFixture';

describe('Upload Version: several files', () => {
  const fixture = useUploads();
  const { editor, user } = fixture;
  const files = (...names: string[]) => names.map((name) => fixture.file(name, name));

  /** Uploads what is selected in the Explorer, run on the first of it. */
  const upload = async (selected: FakeUri[]): Promise<void> => {
    user.chooses = ['Upload Without'];
    await fixture.uploads.upload(selected[0], selected);
  };
  const titles = () =>
    editor.progresses.map(({ title }) => title).filter((title) => title.startsWith('Uploading'));
  const commits = () => fixture.server.commits.map((commit) => (commit as { fileName: string }).fileName);

  it('are uploaded one after the other, in their order, with profile and release notes asked once', async () => {
    user.presses = ['Show'];
    const selected = files('c.ipa', 'a.apk', 'b.aab');
    user.types = 'Faster';
    await fixture.uploads.upload(selected[0], selected);
    assert.deepEqual(editor.picks[0]?.labels, ['Upload 3 Files with These Release Notes']);
    assert.equal(fixture.questions.length, 1);
    assert.deepEqual(
      editor.lists.map(({ options }) => options.title),
      ['Upload 3 files to Field Reports'],
    );
    assert.deepEqual(fixture.server.stored, ['c.ipa', 'a.apk', 'b.aab']);
    assert.deepEqual(
      fixture.server.commits,
      ['c.ipa', 'a.apk', 'b.aab'].map((fileName) => ({ fileId: 'file-1', fileName, message: 'Faster' })),
    );
    assert.deepEqual(titles(), [
      'Uploading c.ipa to Field Reports (1 of 3)',
      'Uploading a.apk to Field Reports (2 of 3)',
      'Uploading b.aab to Field Reports (3 of 3)',
    ]);
    assert.deepEqual(editor.messages, ['Uploaded 3 files to Field Reports.']);
    assert.deepEqual(fixture.changes, ['renew profile-1', 'reveal profile-1']);
  });

  it('may be chosen in the dialog, and one that is chosen twice is uploaded once', async () => {
    const [one, two] = files('a.ipa', 'b.ipa');
    editor.opens = [[one!, two!, one!]];
    user.chooses = ['Upload Without'];
    await fixture.uploads.upload(row);
    assert.equal(editor.openDialogs[0]?.canSelectMany, true);
    assert.deepEqual(commits(), ['a.ipa', 'b.ipa']);
  });

  it('a selection of one, or of something that is no file, is the file that it was run on', async () => {
    const [one] = files('a.ipa');
    for (const selected of [[one], [], 'nonsense', [{ path: 'x' }], undefined]) {
      user.chooses = ['Another Upload', 'Upload Without'];
      await fixture.uploads.upload(one, selected);
    }
    assert.deepEqual(
      commits(),
      Array.from({ length: 5 }, () => 'a.ipa'),
    );
    assert.equal(editor.messages[0], 'Uploaded a.ipa to Field Reports.');
  });

  it('those that cannot be uploaded are told before anything is asked, and left out where that is wanted', async () => {
    const selected = [
      ...files('a.ipa'),
      fixture.write('page.ipa', '<html>'),
      fixture.write('notes.txt', 'x'),
      ...files('b.apk'),
    ];
    await upload(selected);
    assert.deepEqual(editor.shownMessages[0], {
      text: '2 of 4 files cannot be uploaded.',
      severity: 'warning',
      buttons: ['Upload the Other Files', 'Choose Other Files'],
      modal: true,
    });
    assert.match(editor.details[0] ?? '', /^page\.ipa is a web page.*\n\nnotes\.txt is not an app\. /);
    assert.deepEqual([fixture.questions, fixture.server.steps], [[], []]);
    user.presses = ['Upload the Other Files'];
    await upload(selected);
    assert.deepEqual(commits(), ['a.ipa', 'b.apk']);
    assert.equal(editor.messages.at(-1), 'Uploaded 2 files to Field Reports.');
  });

  it('where none can be uploaded others are asked for; of many problems ten are told', async () => {
    const selected = Array.from({ length: 12 }, (_, index) => fixture.write(`${index}.txt`, 'x'));
    editor.opens = files('good.ipa');
    user.presses = ['Choose Other Files'];
    await upload(selected);
    assert.equal(editor.messages[0], '12 of 12 files cannot be uploaded.');
    assert.deepEqual(editor.shownMessages[0]?.buttons, ['Choose Other Files']);
    const told = editor.details[0]?.split('\n\n') ?? [];
    assert.deepEqual([told.length, told[10]], [11, 'And 2 more.']);
    assert.deepEqual(commits(), ['good.ipa']);
  });

  it('one that fails keeps none of the others back, and is tried again from where it stopped', async () => {
    const { server } = fixture;
    server.once('commit', new Failure('serverFault', { host: 'api.example', status: 500 }));
    user.presses = ['Try Again'];
    await upload(files('a.ipa', 'b.ipa', 'c.ipa'));
    assert.deepEqual(server.stored, ['a.ipa', 'b.ipa', 'c.ipa']);
    assert.deepEqual(commits(), ['a.ipa', 'b.ipa', 'c.ipa', 'a.ipa']);
    assert.equal(editor.messages.length, 3);
    assert.ok(editor.messages.includes('Uploaded 2 of 3 files to Field Reports.'));
    assert.ok(
      editor.messages.some((text) =>
        text.startsWith('The upload of a.ipa to Field Reports stopped after the file was sent'),
      ),
    );
    assert.equal(editor.messages.at(-1), 'Uploaded a.ipa to Field Reports.');
  });

  it('each that failed waits, and is offered by Upload Version', async () => {
    const { server } = fixture;
    for (let times = 0; times < 2; times++) {
      server.once('task', { stateValue: 2 });
    }
    await upload(files('a.ipa', 'b.ipa', 'c.ipa'));
    assert.ok(editor.messages.includes('Uploaded 1 of 3 files to Field Reports.'));
    await fixture.uploads.upload(row);
    assert.deepEqual(user.rows(-1), [
      'Try Again: b.ipa to Field Reports',
      'Try Again: a.ipa to Field Reports',
      'Another Upload…',
    ]);
  });

  it('where not even a file can be announced the others are not begun, and can be gone on with', async () => {
    const { server } = fixture;
    server.once('announce', new Failure('offline', { host: 'api.example' }));
    user.presses = ['Upload the Remaining Files'];
    await upload(files('a.ipa', 'b.ipa', 'c.ipa'));
    assert.ok(
      editor.messages.includes(
        'None of the 3 files were uploaded to Field Reports. Not started: b.ipa, c.ipa.',
      ),
    );
    assert.deepEqual(commits(), ['b.ipa', 'c.ipa']);
    assert.equal(editor.messages.at(-1), 'Uploaded 2 files to Field Reports.');
    await fixture.uploads.upload(row);
    assert.deepEqual(user.rows(-1), ['Try Again: a.ipa to Field Reports', 'Another Upload…']);
  });

  it('Cancel ends all; those that were not begun wait', async () => {
    user.cancelsAt = /^Submitting/;
    await upload(files('a.ipa', 'b.ipa'));
    assert.deepEqual(
      editor.messages.filter((text) => text.includes('files')),
      ['None of the 2 files were uploaded to Field Reports. Not started: b.ipa.'],
    );
    await fixture.uploads.upload(row);
    assert.deepEqual(user.rows(-1), ['Try Again: b.ipa to Field Reports', 'Another Upload…']);
  });

  it('R9: with another account active nothing more is sent, and nothing of the rest is offered', async () => {
    const { server, sessions } = fixture;
    server.onStep = (step) => {
      if (step === 'task') sessions.setSignedIn(fixture.other());
    };
    await upload(files('a.ipa', 'b.ipa', 'c.ipa'));
    assert.deepEqual(commits(), ['a.ipa']);
    assert.ok(editor.shownMessages.every(({ buttons }) => !buttons.includes('Upload the Remaining Files')));
  });

  it('one that is on its way there already is told, and not sent a second time', async () => {
    const selected = files('a.ipa', 'b.ipa');
    const { server } = fixture;
    let begun = false;
    server.onStep = async (step) => {
      if (step === 'store' && !begun) {
        begun = true;
        await upload(selected);
      }
    };
    await fixture.run(selected[0]);
    assert.deepEqual(commits().sort(), ['a.ipa', 'b.ipa']);
    assert.match(editor.messages[0] ?? '', /^a\.ipa is already being uploaded to Field Reports\./);
  });

  it('one that is gone by then is told, and the others are uploaded', async () => {
    const selected = files('a.ipa', 'b.ipa');
    fixture.server.onStep = (step) => {
      if (step === 'announce') {
        fixture.server.onStep = () => undefined;
        unlinkSync(selected[1]!.fsPath);
      }
    };
    await upload([...selected, ...files('c.ipa')]);
    assert.deepEqual(commits(), ['a.ipa', 'c.ipa']);
    assert.ok(editor.messages.includes('b.ipa was not found.'));
  });

  it('T5: who closes a question is left alone', async () => {
    fixture.picks = undefined;
    const selected = files('a.ipa', 'b.ipa');
    await fixture.uploads.upload(selected[0], selected);
    fixture.picks = profile;
    await fixture.uploads.upload(selected[0], selected);
    assert.deepEqual([editor.messages, fixture.server.steps, editor.lists.length], [[], [], 1]);
  });
});
