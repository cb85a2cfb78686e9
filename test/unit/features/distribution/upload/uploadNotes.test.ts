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

  it('are proposed from the last commits, if there is a proposal', async () => {
    await upload();
    assert.deepEqual(user.rows(0), ['Write a Line…', 'Write Several Lines…', 'No Release Notes']);
    editor.git = git;
    assert.deepEqual(await upload('Use the Last Commits'), [proposal]);
    const [pick] = editor.lists.slice(-1);
    assert.equal(pick?.options.title, 'Upload app.ipa to Field Reports');
    assert.equal(pick.rows[0]?.detail, '- Faster start  - Dark \\$(flame) mode');
  });

  it('may be none', async () => {
    assert.deepEqual(await upload('No Release Notes'), [undefined]);
  });

  it('may be a line; T5: closing its box is closing all', async () => {
    const { boxes } = editor;
    const arriving = upload('Write a Line');
    await until(() => boxes.length === 1);
    boxes[0]?.submit('  Faster start ');
    assert.deepEqual(await arriving, ['Faster start']);
    const leaving = upload('Write a Line');
    await until(() => boxes.length === 2);
    boxes[1]?.hide();
    assert.deepEqual(await leaving, []);
  });

  it('may be several lines, from an editor that begins with the commits and is closed without a question', async () => {
    editor.git = git;
    user.presses = ['Upload'];
    user.meanwhile = (text) => {
      const [document] = editor.documents.open;
      if (text.startsWith('Write the release notes of app.ipa')) {
        assert.deepEqual(
          [document, document?.text, document?.languageId],
          [editor.documents.shown, proposal, 'plaintext'],
        );
        document!.text = 'One\nTwo\n\n';
      }
    };
    assert.deepEqual(await upload('Write Several Lines'), ['One\nTwo']);
    assert.deepEqual(editor.tabs, []);
    assert.equal(editor.shownMessages[0]?.buttons[0], 'Upload');
  });

  it('T5: whose editor is closed are not wanted', async () => {
    user.meanwhile = async () => {
      editor.closeTab();
      await new Promise(() => undefined);
    };
    assert.deepEqual(await upload('Write Several Lines'), []);
  });

  it('R9: what was written is not lost when another account became the active one meanwhile', async () => {
    const { sessions } = fixture;
    const arriving = upload('Write Several Lines');
    await until(
      () => editor.documents.open.length === 1 && editor.lenses.above(editor.documents.open[0]!).length === 2,
    );
    const [document] = editor.documents.open;
    assert.ok(document);
    document.text = 'Faster start';
    sessions.setSignedIn(fixture.other());
    editor.lenses.press(document, 'Upload');
    await until(() => editor.messages.length === 2);
    assert.match(editor.messages[1] ?? '', /of another account than the active one\. Switch back to it/);
    assert.deepEqual([editor.tabs.length, fixture.server.steps], [1, []]);
    sessions.setSignedIn(fixture.account);
    editor.lenses.press(document, 'Upload');
    assert.deepEqual(await arriving, ['Faster start']);
    const { boxes } = editor;
    const line = upload('Write a Line');
    await until(() => boxes.length === 1);
    sessions.setSignedIn(fixture.other());
    boxes[0]?.submit('Typed');
    await until(() => boxes[0]?.validationMessage !== undefined);
    sessions.setSignedIn(fixture.account);
    boxes[0]?.submit('Typed');
    assert.deepEqual(await line, ['Typed']);
  });

  it('of an upload that is not done are offered again, until they arrived', async () => {
    const { server } = fixture;
    editor.git = git;
    server.once('announce', new Failure('offline', { host: 'api.example' }));
    await upload('Use the Last Commits');
    editor.git = undefined;
    assert.deepEqual(await upload('Another Upload', 'Use What You Wrote'), [proposal]);
    await upload();
    assert.ok(!user.rows(-1).includes('Use What You Wrote'));
  });

  it('of a cancelled upload are offered again; R9: not to another account', async () => {
    editor.git = git;
    user.cancelsAt = /Asking/;
    await upload('Use the Last Commits');
    await upload();
    assert.equal(user.rows(-1)[0], 'Use What You Wrote');
    fixture.sessions.setSignedIn(fixture.other());
    await upload();
    assert.equal(user.rows(-1)[0], 'Use the Last Commits');
  });
});
