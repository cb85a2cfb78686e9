import { strict as assert } from 'node:assert';
import { Failure } from '../../../../../src/api/failure';
import { until } from '../../../support/until';
import { row, useUploads } from './uploadFixture';

const proposal = '- Faster start\n- Dark $(flame) mode';
const git = {
  isActive: true,
  exports: {
    enabled: true,
    getAPI: () => ({
      state: 'initialized',
      getRepository: () => ({
        log: () =>
          Promise.resolve(
            ['Faster start', 'Dark $(flame) mode'].map((message) => ({
              message,
              hash: message,
              parents: [],
            })),
          ),
      }),
    }),
  },
};

describe('Upload Version: release notes', () => {
  const fixture = useUploads();
  const { editor, user } = fixture;
  beforeEach(() => {
    editor.opens = [fixture.file()];
  });

  /** Uploads, choosing these rows; gives the release notes that arrived. */
  const upload = async (...chooses: string[]): Promise<(string | undefined)[]> => {
    const { server } = fixture;
    user.chooses = chooses;
    if (editor.opens.length === 0) editor.opens = [fixture.file()];
    server.commits.length = 0;
    await fixture.uploads.upload(row);
    return server.commits.map((commit) => (commit as { message?: string }).message);
  };

  const latest = 'Upload with the Latest';
  const notesPick = async (nth: number) => {
    await until(() => editor.picks.length === nth && editor.picks.at(-1)?.visible === true);
    return editor.picks.at(-1) ?? assert.fail('no question');
  };

  it('are what is typed into the box: Enter uploads with it, and the box has a way into an editor', async () => {
    user.types = '  Faster start ';
    assert.deepEqual(await upload(), ['Faster start']);
    const [pick] = editor.picks;
    assert.deepEqual(pick?.labels, ['Upload with These Release Notes']);
    assert.equal(pick.items[0]?.alwaysShow, true);
    assert.deepEqual(
      [pick.title, pick.placeholder],
      ['Upload app.ipa to Field Reports', 'Type release notes for testers, or choose below'],
    );
    assert.deepEqual(
      pick.buttons.map(({ tooltip }) => tooltip),
      ['Open in Editor'],
    );
  });

  it('R56: whoever gets the version at once is named beside what uploads it', async () => {
    fixture.server.profile = () =>
      Promise.resolve({ id: 'profile-1', appVersions: [], testingGroupIds: ['a', 'b', 'c', 'd'] });
    editor.git = git;
    await upload();
    const sent = 'sent to Group a, Group b, Group c, and 1 more';
    assert.deepEqual(
      editor.lists.at(-1)?.rows.map(({ description }) => description),
      [sent, sent, undefined, undefined, undefined],
    );
    user.types = 'Faster start';
    await upload();
    assert.equal(editor.picks.at(-1)?.items[0]?.description, sent);
    // Nobody is named where nobody is notified.
    fixture.server.profile = () => Promise.resolve({ id: 'profile-1', appVersions: [], testingGroupIds: [] });
    await upload();
    assert.equal(editor.lists.at(-1)?.rows[0]?.description, undefined);
  });

  it('may be the latest commits, which stand below the empty box, each for itself, too', async () => {
    await upload();
    assert.deepEqual(user.rows(0), ['Upload Without Release Notes']);
    editor.git = git;
    assert.deepEqual(await upload(latest), [proposal]);
    assert.deepEqual(user.rows(-1), [
      'Upload with the Latest Commits',
      'Upload Without Release Notes',
      'start from a commit',
      'Faster start',
      'Dark \\$(flame) mode',
    ]);
    assert.equal(editor.lists.at(-1)?.rows[0]?.detail, '- Faster start  - Dark \\$(flame) mode');
  });

  it('are proposed by who runs it with a file, instead of the latest commits; T13: nonsense proposes none', async () => {
    editor.git = git;
    for (const [proposedNotes, sent] of [
      ['- Build of main\n', '- Build of main'],
      [' ', proposal],
      [7, proposal],
      [undefined, proposal],
    ]) {
      user.chooses = [latest];
      fixture.server.commits.length = 0;
      assert.equal(await fixture.uploads.upload({ uri: fixture.file(), proposedNotes }), true);
      assert.deepEqual(
        fixture.server.commits.map((one) => (one as { message?: string }).message),
        [sent],
      );
    }
    assert.equal(editor.openDialogs.length, 0);
  });

  it('may begin with a commit: it comes into the box, as it is, and Enter uploads with it', async () => {
    editor.git = git;
    const arriving = upload('Dark');
    const pick = await notesPick(1);
    await until(() => pick.value !== '');
    assert.equal(pick.value, 'Dark $(flame) mode');
    assert.deepEqual(pick.labels, ['Upload with These Release Notes']);
    pick.enter();
    assert.deepEqual(await arriving, ['Dark $(flame) mode']);
  });

  it('that are typed win over a row that was in focus, however quickly Enter follows', async () => {
    editor.git = git;
    editor.answersPicks = false;
    const arriving = upload();
    const pick = await notesPick(1);
    const [first] = pick.items;
    pick.value = 'Typed';
    pick.answer(first);
    assert.deepEqual(await arriving, ['Typed']);
    editor.answersPicks = true;
  });

  it('may be none', async () => {
    assert.deepEqual(await upload('Upload Without'), [undefined]);
  });

  it('T5: closing the box is closing all, whatever was typed, and a row stays the same while it is typed', async () => {
    editor.answersPicks = false;
    const leaving = upload();
    const pick = await notesPick(1);
    pick.type('F');
    const { items } = pick;
    pick.type('Faster');
    assert.equal(pick.items, items);
    pick.hide();
    assert.deepEqual(await leaving, []);
    editor.answersPicks = true;
  });

  /** Presses the button of the box that leads to an editor, having typed this. */
  const openEditor = async (typed = ''): Promise<void> => {
    editor.answersPicks = false;
    const pick = await notesPick(editor.picks.length + 1);
    editor.answersPicks = true;
    pick.type(typed);
    pick.pressTitle('Open in Editor');
  };

  it('may be several lines, from an editor that begins with the commits and is closed without a question', async () => {
    editor.git = git;
    user.presses = ['Upload'];
    user.meanwhile = (text) => {
      const [document] = editor.documents.open;
      if (text.startsWith('Write the release notes for app.ipa')) {
        assert.deepEqual(
          [document, document?.text, document?.languageId],
          [editor.documents.shown, proposal, 'plaintext'],
        );
        document!.text = 'One\nTwo\n\n';
      }
    };
    const arriving = upload();
    await openEditor();
    assert.deepEqual(await arriving, ['One\nTwo']);
    assert.deepEqual(editor.tabs, []);
    assert.equal(editor.shownMessages[0]?.buttons[0], 'Upload');
  });

  it('T5: whose editor is closed are not wanted', async () => {
    user.meanwhile = async () => {
      editor.closeTab();
      await new Promise(() => undefined);
    };
    const leaving = upload();
    await openEditor();
    assert.deepEqual(await leaving, []);
  });

  it('R9: what was written is not lost when another account became the active one meanwhile', async () => {
    const { sessions } = fixture;
    const arriving = upload();
    await openEditor('Fas');
    await until(
      () => editor.documents.open.length === 1 && editor.lenses.above(editor.documents.open[0]!).length === 2,
    );
    const [document] = editor.documents.open;
    assert.equal(document?.text, 'Fas');
    document.text = 'Faster start';
    sessions.setSignedIn(fixture.other());
    editor.lenses.press(document, 'Upload');
    await until(() => editor.messages.length === 2);
    assert.match(editor.messages[1] ?? '', /belongs to another account\. Switch back to that account/);
    assert.deepEqual([editor.tabs.length, fixture.server.steps], [1, []]);
    sessions.setSignedIn(fixture.account);
    editor.lenses.press(document, 'Upload');
    assert.deepEqual(await arriving, ['Faster start']);
    editor.answersPicks = false;
    const line = upload();
    const pick = await notesPick(2);
    pick.type('Typed');
    sessions.setSignedIn(fixture.other());
    pick.enter();
    assert.match(pick.items[0]?.detail ?? '', /Switch back to that account/);
    assert.deepEqual([pick.visible, pick.value], [true, 'Typed']);
    sessions.setSignedIn(fixture.account);
    pick.enter();
    editor.answersPicks = true;
    assert.deepEqual(await line, ['Typed']);
  });

  it('of an upload that is not done are offered again, until they arrived', async () => {
    const { server } = fixture;
    editor.git = git;
    server.once('announce', new Failure('offline', { host: 'api.example' }));
    await upload(latest);
    editor.git = undefined;
    assert.deepEqual(await upload('Another Upload', 'Upload with Your Previous Release Notes'), [proposal]);
    await upload();
    assert.ok(!user.rows(-1).includes('Upload with Your Previous Release Notes'));
  });

  it('of a cancelled upload are offered again; R9: not to another account', async () => {
    editor.git = git;
    user.cancelsAt = /Requesting/;
    await upload(latest);
    await upload();
    assert.equal(user.rows(-1)[0], 'Upload with Your Previous Release Notes');
    fixture.sessions.setSignedIn(fixture.other());
    await upload();
    assert.equal(user.rows(-1)[0], 'Upload with the Latest Commits');
  });
});
