import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import { harbor, list, notes, profiles, ResponsesFixture } from './responsesFixture';

describe('API Explorer: a response as a table', () => {
  let sandbox: Sandbox;
  let fixture: ResponsesFixture;
  before(async () => {
    sandbox = await startSandbox({ profiles: 1 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    fixture = await ResponsesFixture.start(sandbox);
  });
  afterEach(() => {
    fixture.dispose();
  });

  const opened = () => fixture.editor.executed.filter(([command]) => command === 'vscode.openWith');
  const source = () => fixture.text({ uri: opened().at(-1)?.[1] as vscode.Uri });
  /** The page as it is read: no name in these tests has marks of its own. */
  const page = () =>
    source()
      .replaceAll('<!---->', '')
      .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
  const show = async (body: unknown, path?: string) => {
    const shown = await fixture.add(body, path === undefined ? {} : { path });
    await fixture.commands.showTable(shown.uri);
    return shown;
  };
  const rows = () =>
    page()
      .split('\n')
      .filter((line) => line.startsWith('|'));

  it('is a page of its operation, with names first, and masked', async () => {
    await show(profiles);
    assert.match(page(), /^# List profiles\n\nGET \/distribution\/v2\/profiles · .*\n\n\*2 rows\*\n/);
    assert.deepEqual(rows(), [
      '| name | platform | size | id | password |',
      '| --- | --- | --- | --- | --- |',
      `| Harbor | 1 | 10 | \`${harbor}\` | ••• |`,
      `| =Notes | 2 | 9 | \`${notes}\` |  |`,
    ]);
    assert.equal(opened()[0]?.[2], 'vscode.markdown.preview.editor');
  });

  it('says names for ids that another response of the account tells', async () => {
    await fixture.add(profiles);
    await show([
      { profileId: harbor, id: notes },
      { profileId: '3f0c6c1e-0000-4000-8000-000000000009', id: 'x' },
    ]);
    assert.deepEqual(rows().slice(2), [
      `| Harbor | \`${notes}\` |`,
      '| `3f0c6c1e-0000-4000-8000-000000000009` | `x` |',
    ]);
  });

  it('has the columns and the order that were chosen, now and for the next response of the operation', async () => {
    const first = await show(profiles);
    fixture.editor.choose('size', 'name');
    await fixture.commands.chooseColumns(undefined);
    assert.deepEqual(rows()[0], '| name | size |');
    fixture.editor.choose('size');
    await fixture.commands.sortTable(undefined);
    assert.deepEqual(rows(), ['| name | size ▲ |', '| --- | --- |', '| =Notes | 9 |', '| Harbor | 10 |']);
    await fixture.commands.sortTable(undefined);
    assert.deepEqual(rows()[2], '| Harbor | 10 |');
    assert.match(page(), /sorted by size, descending/);
    await show([
      { name: 'b', size: 1 },
      { name: 'a', size: 2 },
    ]);
    assert.deepEqual(rows(), ['| name | size ▼ |', '| --- | --- |', '| a | 2 |', '| b | 1 |']);
    fixture.editor.choose('Order of the response');
    await fixture.commands.sortTable(undefined);
    assert.deepEqual(rows().slice(2), ['| b | 1 |', '| a | 2 |']);
    assert.equal(fixture.responses.of(first.uri)?.response, first.response);
  });

  it('Esc and no column at all change nothing', async () => {
    await show(profiles);
    const before = page();
    await fixture.commands.chooseColumns(undefined);
    await fixture.commands.sortTable(undefined);
    fixture.editor.chooses = (_, { canPickMany }) => (canPickMany ? [] : undefined);
    await fixture.commands.chooseColumns(undefined);
    assert.equal(page(), before);
  });

  it('is copied as CSV as it is shown, with ids, safe against formulas, and masked', async () => {
    await show(profiles);
    await fixture.commands.copyCsv(opened()[0]?.[1]);
    assert.equal(
      fixture.editor.clipboard,
      `name,platform,size,id,password\r\nHarbor,1,10,${harbor},•••\r\n'=Notes,2,9,${notes},\r\n`,
    );
    assert.deepEqual(fixture.editor.statusBar, ['2 rows copied as CSV.']);
  });

  it('R35: is of what a filter leaves', async () => {
    const shown = await fixture.add(profiles);
    const done = fixture.commands.filter(shown.uri);
    (await fixture.editor.box()).submit('$[?@.size < 10]');
    await done;
    await fixture.commands.showTable(shown.uri);
    assert.deepEqual(rows().length, 3);
    assert.match(page(), /Filtered by/);
  });

  it('rule 18: what a server sends is text in it', async () => {
    await show([{ name: '[x](command:y) | <b>', id: '`|`' }]);
    assert.doesNotMatch(source(), /\[x\]\(command|<b>|``\|/);
    const [, , row = ''] = source()
      .split('\n')
      .filter((line) => line.startsWith('|'));
    assert.equal(row.split('|').length, 4);
  });

  it('shows the first of many rows and copies all', async () => {
    await show(Array.from({ length: 301 }, (_, nth) => ({ nth })));
    assert.equal(rows().length, 302);
    assert.match(page(), /301 rows · the first 300 are shown, and all are copied/);
    await fixture.commands.copyCsv(undefined);
    assert.equal(fixture.editor.clipboard.split('\r\n').length, 303);
  });

  it('is the longest list of one thing, and where there is none it is said', async () => {
    await show({ id: harbor, name: 'Harbor', versions: [{ version: '1.0' }] }, `${list}/${harbor}`);
    assert.match(page(), /^# Get a profile, Harbor\n/);
    assert.deepEqual(rows()[2], '| 1.0 |');
    await show({ name: 'x' }, `${list}/${notes}`);
    assert.equal(opened().length, 1);
    assert.deepEqual(fixture.editor.messages, ['This response has no list to show as a table.']);
  });
});
