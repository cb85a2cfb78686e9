import { strict as assert } from 'node:assert';
import { Failure } from '../../../../../src/api/failure';
import { until } from '../../../support/until';
import { row, UploadHouse } from './uploadFixture';

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
  let house: UploadHouse;
  beforeEach(() => {
    house = new UploadHouse();
    house.person.opens = [house.file()];
  });
  afterEach(() => {
    house.dispose();
  });

  /** Uploads, choosing these rows; gives the release notes that arrived. */
  const upload = async (...chooses: string[]): Promise<(string | undefined)[]> => {
    const { person, server } = house;
    person.chooses = chooses;
    if (person.opens.length === 0) person.opens = [house.file()];
    server.commits.length = 0;
    await house.uploads.upload(row);
    return server.commits.map((commit) => (commit as { message?: string }).message);
  };

  it('are proposed from the last commits, if there is a proposal', async () => {
    await upload();
    assert.deepEqual(house.person.rows(0), ['Write a Line…', 'Write Several Lines…', 'No Release Notes']);
    house.person.git = git;
    assert.deepEqual(await upload('Use the Last Commits'), [proposal]);
    const [pick] = house.person.picks.slice(-1);
    assert.equal(pick?.title, 'Upload app.ipa to Field Reports');
    assert.equal(pick.rows[0]?.detail, '- Faster start  - Dark \\$(flame) mode');
  });

  it('may be none', async () => {
    assert.deepEqual(await upload('No Release Notes'), [undefined]);
  });

  it('may be a line; T5: closing its box is closing all', async () => {
    const { boxes } = house.person.editor;
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
    const { person } = house;
    person.git = git;
    person.presses = ['Upload'];
    person.meanwhile = (text) => {
      const [document] = person.opened;
      if (text.startsWith('Write the release notes of app.ipa')) {
        assert.deepEqual(
          [document, document?.text, document?.language],
          [person.shown, proposal, 'plaintext'],
        );
        document!.text = 'One\nTwo\n\n';
      }
    };
    assert.deepEqual(await upload('Write Several Lines'), ['One\nTwo']);
    assert.deepEqual(person.editor.tabs, []);
    assert.equal(person.messages[0]?.buttons[0], 'Upload');
  });

  it('T5: whose editor is closed are not wanted', async () => {
    const { person } = house;
    person.meanwhile = async () => {
      person.closeEditor();
      await new Promise(() => undefined);
    };
    assert.deepEqual(await upload('Write Several Lines'), []);
  });

  it('R9: what was written is not lost when another account became the active one meanwhile', async () => {
    const { person, sessions } = house;
    const arriving = upload('Write Several Lines');
    await until(() => person.opened.length === 1 && person.lenses.above(person.opened[0]!).length === 2);
    const [document] = person.opened;
    assert.ok(document);
    document.text = 'Faster start';
    sessions.signedIn(house.other());
    person.lenses.press(document, 'Upload');
    await until(() => person.said.length === 2);
    assert.match(person.said[1] ?? '', /of another account than the active one\. Switch back to it/);
    assert.deepEqual([person.editor.tabs.length, house.server.steps], [1, []]);
    sessions.signedIn(house.account);
    person.lenses.press(document, 'Upload');
    assert.deepEqual(await arriving, ['Faster start']);
    const { boxes } = person.editor;
    const line = upload('Write a Line');
    await until(() => boxes.length === 1);
    sessions.signedIn(house.other());
    boxes[0]?.submit('Typed');
    await until(() => boxes[0]?.validationMessage !== undefined);
    sessions.signedIn(house.account);
    boxes[0]?.submit('Typed');
    assert.deepEqual(await line, ['Typed']);
  });

  it('of an upload that is not done are offered again, until they arrived', async () => {
    const { person, server } = house;
    person.git = git;
    server.once('announce', new Failure('offline', { host: 'api.example' }));
    await upload('Use the Last Commits');
    person.git = undefined;
    assert.deepEqual(await upload('Another Upload', 'Use What You Wrote'), [proposal]);
    await upload();
    assert.ok(!person.rows(-1).includes('Use What You Wrote'));
  });

  it('of a cancelled upload are offered again; R9: not to another account', async () => {
    const { person } = house;
    person.git = git;
    person.cancelsAt = /Asking/;
    await upload('Use the Last Commits');
    await upload();
    assert.equal(person.rows(-1)[0], 'Use What You Wrote');
    house.sessions.signedIn(house.other());
    await upload();
    assert.equal(person.rows(-1)[0], 'Use the Last Commits');
  });
});
