import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import { harbor, list, notes, profiles, ResponsesFixture } from './responsesFixture';

describe('API Explorer: what was sent, by name', () => {
  let sandbox: Sandbox;
  let fixture: ResponsesFixture;
  beforeEach(async () => {
    sandbox = await startSandbox({ profiles: 1 });
    fixture = await ResponsesFixture.start(sandbox);
  });
  afterEach(async () => {
    fixture.dispose();
    await sandbox.close();
  });

  const diff = () => fixture.editor.executed.find(([command]) => command === 'vscode.diff');
  const labels = () =>
    fixture.editor.lists
      .at(-1)
      ?.rows.map(({ label, description = '' }) => `${label} | ${description.split(' · ', 1).join('')}`);
  const one = (id: string) => fixture.add({ id, name: 'x' }, { path: `${list}/${id}` });

  it('Compare names operation and thing, those of the same operation first', async () => {
    const [older] = [await fixture.add(profiles), await one(notes)];
    await one('3f0c6c1e-0000-4000-8000-000000000009');
    const right = await fixture.add(profiles);
    fixture.editor.chooses = (rows) => rows.find(({ label }) => label === 'List profiles');
    await fixture.commands.compare({ uri: right.uri.toString() });
    const shown = labels() ?? [];
    assert.deepEqual(
      shown.map((row) => row.replace(/\d+:\d+.*/, 'then')),
      [
        'Same operation | ',
        'List profiles | then',
        'Other operations | ',
        'Get a profile | x',
        'Get a profile | =Notes',
      ],
    );
    assert.deepEqual(diff(), ['vscode.diff', older.uri, right.uri, 'List profiles #1 and List profiles #4']);
    assert.equal(fixture.editor.lists.at(-1)?.options.placeHolder, 'Compare with List profiles');
  });

  it('Compare without a name takes the one with the cursor, else the newest', async () => {
    const [first, second] = [await fixture.add(profiles), await fixture.add(profiles)];
    fixture.editor.choose('List profiles');
    await fixture.commands.compare(undefined);
    assert.deepEqual(diff()?.slice(1, 3), [first.uri, second.uri]);
    fixture.editor.executed.length = 0;
    fixture.activate(first);
    await fixture.commands.compare({ unlike: 'a node' });
    assert.deepEqual(diff()?.slice(1, 3), [second.uri, first.uri]);
  });

  it('T5: Compare says so where there is no other, and Esc is the end', async () => {
    await fixture.add(profiles);
    await fixture.commands.compare(undefined);
    await fixture.add(profiles);
    await fixture.commands.compare(undefined);
    assert.equal(diff(), undefined);
    assert.deepEqual(fixture.editor.messages, [
      'There is no other response to compare with. Send a second request first.',
    ]);
  });

  const history = async () => {
    const done = fixture.commands.showHistory();
    const pick = await fixture.editor.pick();
    const rows = pick.items.map(
      ({ label, description = '' }) => `${label} | ${description.replace(/ · \d+:.*$/, '')}`,
    );
    return { pick, rows, done };
  };
  const sent = (path: string, status: number, at: number) =>
    fixture.history.add(
      fixture.window.account,
      { method: 'GET', path, status, at },
      `GET {{host}}${path}?a=1`,
    );

  it('History names operation and thing, what is in front first, and what is not known by its beginning', async () => {
    await sent(list, 200, 1);
    await sent(`${list}/${harbor}`, 200, Date.now());
    await sent(`${list}/${notes}`, 404, Date.now());
    await sent(`/nowhere/${harbor}/x`, 200, Date.now());
    fixture.activate(await fixture.add([{ id: harbor, name: 'Harbor' }]));
    const { pick, rows, done } = await history();
    assert.deepEqual(rows, [
      'Same operation | ',
      rows[1],
      'Other operations | ',
      'GET /nowhere/Harbor/x | Harbor · 200',
      'Get a profile | 3f0c6c1e… · 404',
      'Get a profile | Harbor · 200',
    ]);
    assert.match(rows[1] ?? '', /^List profiles \| 200 · /);
    pick.accept('List profiles');
    await done;
    assert.match(
      fixture.editor.shownDocuments.at(-1)?.text ?? '',
      /^GET \{\{host\}\}\/distribution\/v2\/profiles\?a=1/,
    );
  });

  it('R5: a secret in a path or a name is masked in both', async () => {
    const key =
      'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U';
    await sent(`/nowhere/${key}`, 200, Date.now());
    await fixture.add([], { path: `/nowhere/${key}` });
    await fixture.add([], { path: `/nowhere/${key}` });
    const { pick, rows, done } = await history();
    pick.hide();
    await done;
    await fixture.commands.compare(undefined);
    assert.doesNotMatch(JSON.stringify([rows, labels(), fixture.editor.lists.at(-1)?.options]), /eyJ/);
    assert.match(rows.join(), /GET \/nowhere\/•••/);
  });

  it('R41: history opens while no server can be reached', async () => {
    await sent(list, 200, Date.now());
    fixture.sandbox.expireTokens();
    await fixture.sandbox.down();
    const { pick, rows, done } = await history();
    assert.deepEqual(rows, ['List profiles | 200']);
    pick.accept('List profiles');
    await done;
    assert.match(fixture.editor.shownDocuments.at(-1)?.text ?? '', /^GET /);
    assert.deepEqual(fixture.editor.messages, []);
  });
});
