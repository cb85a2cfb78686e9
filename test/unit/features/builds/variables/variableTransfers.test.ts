import { strict as assert } from 'node:assert';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { failing } from '../../../api/transport/transportFixture';
import { FakeUri } from '../../../extension/fakeUri';
import { useVariables } from './variablesFixture';

describe('Variable groups: import and export', () => {
  const fixture = useVariables();
  const { editor } = fixture;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'variables-'));
  });
  after(() => rm(folder, { recursive: true }));

  async function importing(text: string, group = 'Staging'): Promise<void> {
    const file = path.join(folder, 'import.env');
    await writeFile(file, text);
    editor.opens = [FakeUri.file(file)];
    await fixture.room.transfers.importVariables(await fixture.group(group));
  }
  const takeTicked = () => {
    editor.chooses = (rows) => rows.filter(({ picked }) => picked);
  };
  const valueOf = (key: string) => fixture.served('Staging').find((one) => one.key === key);
  const writes = () => fixture.asked().filter((one) => !one.startsWith('GET'));

  it('shows what is new, changed and the same, and writes what is chosen', async () => {
    takeTicked();
    await importing(
      'LANE=production\nAPI_URL=https://staging.harbor.example\nSENTRY_TOKEN=tide-1\nNEW_TOKEN=tide-2\nNEW_NAME=x\n',
    );
    assert.deepEqual(
      editor.lists[0]?.rows.map(({ label, description, picked }) => [label, description, picked]),
      [
        ['LANE', 'Changed', true],
        ['API_URL', 'Same, not imported', false],
        ['SENTRY_TOKEN', 'Secret, replaced if selected', false],
        ['NEW_TOKEN', 'New', true],
        ['NEW_NAME', 'New', true],
      ],
    );
    assert.deepEqual(
      editor.lists[1]?.rows.map(({ label, picked }) => [label, picked]),
      [
        ['NEW_TOKEN', true],
        ['NEW_NAME', false],
      ],
    );
    assert.equal(valueOf('LANE')?.value, 'production');
    assert.deepEqual([valueOf('NEW_TOKEN')?.isSecret, valueOf('NEW_NAME')?.isSecret], [true, false]);
    assert.equal(writes().length, 3);
    assert.deepEqual(editor.statusBar.at(-1), 'Imported 3 of 5 into Staging.');
    assert.doesNotMatch(JSON.stringify([editor.statusBar, editor.messages, fixture.window.log]), /tide-/);
  });

  it('T5: Esc at either pick writes nothing, and neither does a file without variables', async () => {
    await importing('A=1');
    editor.chooses = (rows) => (editor.lists.length % 2 === 0 ? rows : undefined);
    await importing('A=1');
    await importing('nothing');
    assert.deepEqual(writes(), []);
    assert.deepEqual(editor.messages, ['No variables to import were found in the file.']);
  });

  it('says how far it came where one is refused', async () => {
    takeTicked();
    fixture.sandbox.arm({ kind: 'respond', status: 500, method: 'POST', times: 1 });
    await failing(importing('LANE=production\nNEW=1\nOTHER=2'), 'serverFault');
    assert.deepEqual(editor.messages, ['Only 1 of 3 variables were imported.']);
    assert.equal(valueOf('OTHER'), undefined);
  });

  it('exports names and values that are no secrets, as JSON or in lines', async () => {
    for (const name of ['out.json', 'out.env']) {
      const file = path.join(folder, name);
      editor.savesTo = FakeUri.file(file);
      await fixture.room.transfers.exportVariables(await fixture.group('App Store'));
      const text = await readFile(file, 'utf8');
      assert.doesNotMatch(text, /Sentinel/);
      assert.match(text, name === 'out.env' ? /^APP_LOCALE=tr-TR$/m : /"value": "tr-TR"/);
    }
    assert.match(editor.saveDialogs[0]?.defaultUri.path ?? '', /App.Store\.json$/);
    assert.equal(editor.statusBar.at(-1), 'Variables of App Store exported without values of secrets.');
  });
});
