import { strict as assert } from 'node:assert';
import { failing } from '../../api/transport/transportFixture';
import { useGroups } from './groupFixture';
import { G1, G3, group, ldapGroup, served } from './groups';

const field = group({ name: 'Field $(eye) Testers', testers: ['zoe@x.example', 'ada@x.example'] });
const empty = group({ id: G3, name: 'Nobody' });

describe('Testing groups: deleting and removing', () => {
  const fixture = useGroups([field, ldapGroup, empty]);
  const { editor } = fixture;
  beforeEach(() => {
    fixture.sandbox.setMode({ deletion: 'done' });
  });

  const asked = () => fixture.sandbox.requests().map(({ method, path }) => `${method} ${path}`);
  const all = '/distribution/v2/testing-groups';
  const messages = () => editor.messages;
  const details = () => editor.details;

  it('deletes after a question that names what is lost, and asks for no list', async () => {
    editor.presses = 'Delete';
    const underWay: boolean[] = [];
    fixture.activity.onDidChange((is) => underWay.push(is));
    await fixture.commands.remove(fixture.row(field.name));
    await fixture.commands.remove(fixture.row('Nobody'));
    assert.deepEqual(messages(), [
      'Delete the testing group Field $(eye) Testers?',
      'Delete the testing group Nobody?',
    ]);
    assert.deepEqual(details(), [
      'This removes its 2 testers and cannot be undone.',
      'It has no testers. This cannot be undone.',
    ]);
    assert.deepEqual(asked(), [`DELETE ${all}/${G1}`, `DELETE ${all}/${G3}`]);
    assert.deepEqual(fixture.shown, ['QA Guild: x@y.example']);
    assert.deepEqual(underWay, [true, false, true, false]);
    assert.equal(editor.statusBar[0], 'Deleted the testing group Field \\$(eye) Testers.');
  });

  it('T5: Esc on the question deletes and removes nothing', async () => {
    editor.choose('ada@x.example');
    await fixture.commands.remove(fixture.row(field.name));
    await fixture.commands.removeTesters(fixture.row(field.name));
    assert.deepEqual([messages().length, asked()], [2, []]);
  });

  it('what is gone already leaves the view as well, and a cancelled deletion shows what became of it', async () => {
    editor.presses = 'Delete';
    const row = fixture.row(field.name);
    fixture.sandbox.replaceTestingGroups([served(empty)]);
    await fixture.commands.remove(row);
    assert.deepEqual(fixture.shown, ['QA Guild: x@y.example', 'Nobody: ']);
    assert.deepEqual(editor.statusBar, ['Deleted the testing group Field \\$(eye) Testers.']);

    fixture.sandbox.setMode({ deletion: 'task' });
    editor.begun = ({ title, cancel }) => {
      if (title === 'Deleting Nobody…') cancel();
    };
    await failing(fixture.commands.remove(fixture.row('Nobody')), 'cancelled');
    assert.deepEqual(fixture.shown, ['QA Guild: x@y.example', 'Nobody: ']);
    assert.equal(fixture.activity.isActive, false);
  });

  it('a deletion that is refused with 404, though the group is there, failed', async () => {
    editor.presses = 'Delete';
    fixture.sandbox.arm({ kind: 'respond', status: 404, method: 'DELETE', times: 1 });
    await failing(fixture.commands.remove(fixture.row('Nobody')), 'notFound');
    assert.deepEqual([fixture.shown.length, editor.statusBar], [3, []]);
  });

  it('removes the tester of a row after a question, and asks for that group alone', async () => {
    editor.presses = 'Remove';
    const { row } = fixture.row(field.name);
    const node = { id: 'tester/zoe@x.example', kind: 'tester', address: 'zoe@x.example' };
    await fixture.commands.removeTesters({ kind: 'below', row, node });
    assert.deepEqual(messages(), ['Remove 1 tester from the testing group Field $(eye) Testers?']);
    assert.deepEqual(details(), ['zoe@x.example']);
    assert.equal(editor.lists.length, 0);
    assert.deepEqual(asked(), [`DELETE ${all}/${G1}/testers`, `GET ${all}/${G1}`]);
    assert.equal(fixture.shown[0], 'Field $(eye) Testers: ada@x.example');
    assert.deepEqual(editor.statusBar, ['Removed 1 tester from Field \\$(eye) Testers.']);
  });

  it('T13: bare it asks for the group, and then for any number of its testers', async () => {
    editor.presses = 'Remove';
    editor.chooses = (rows, { canPickMany }) =>
      canPickMany === true ? rows : rows.find(({ label }) => label === 'Field \\$(eye) Testers');
    await fixture.commands.removeTesters(undefined);
    const { rows, options } = editor.lists.at(-1) ?? assert.fail('no pick');
    assert.deepEqual(
      rows.map(({ label, picked }) => [label, picked]),
      [
        ['ada@x.example', false],
        ['zoe@x.example', false],
      ],
    );
    assert.deepEqual(
      [options.title, options.placeHolder, options.canPickMany],
      ['Appcircle: Remove Testers', 'Search 2 testers in Field $(eye) Testers', true],
    );
    assert.equal(fixture.shown[0], 'Field $(eye) Testers: ');
    assert.deepEqual(editor.statusBar, ['Removed 2 testers from Field \\$(eye) Testers.']);
  });

  it('one tester is one where it is asked whom to remove', async () => {
    fixture.sandbox.replaceTestingGroups([served(group({ name: 'Alone', testers: ['ada@x.example'] }))]);
    await fixture.list.refresh();
    await fixture.commands.removeTesters(fixture.row('Alone'));
    assert.equal(editor.lists[0]?.options.placeHolder, 'Search 1 tester in Alone');
  });

  it('who was chosen is chosen still when removing them failed', async () => {
    editor.presses = 'Remove';
    editor.choose('zoe@x.example');
    fixture.sandbox.arm({ kind: 'respond', status: 500, method: 'DELETE', times: 1 });
    await failing(fixture.commands.removeTesters(fixture.row(field.name)), 'serverFault');
    assert.equal(fixture.shown[0], 'Field $(eye) Testers: zoe@x.example ada@x.example');
    const ticked = async () => {
      await fixture.commands.removeTesters(fixture.row(field.name));
      return editor.lists
        .at(-1)
        ?.rows.filter(({ picked }) => picked)
        .map(({ label }) => label);
    };
    assert.deepEqual(await ticked(), ['zoe@x.example']);
    assert.deepEqual(await ticked(), []);
  });

  it('a viewer is told that the user may not, and sees what was there', async () => {
    await fixture.begin('harbor-viewer');
    editor.presses = 'Delete';
    await failing(fixture.commands.remove(fixture.row(field.name)), 'forbidden');
    assert.deepEqual(asked(), [`DELETE ${all}/${G1}`]);
    assert.equal(fixture.shown.length, 3);
  });

  it('a write that was good is shown even where the group cannot be asked again', async () => {
    editor.presses = 'Remove';
    editor.choose('zoe@x.example');
    fixture.sandbox.arm({ kind: 'respond', status: 500, method: 'GET' });
    await fixture.commands.removeTesters(fixture.row(field.name));
    assert.equal(fixture.shown[0], 'Field $(eye) Testers: ada@x.example');
    assert.deepEqual(fixture.row(field.name).row.raw['testers'], ['ada@x.example']);
    assert.ok(
      fixture.window.log.lines.some((line) =>
        line.startsWith('warn testing group after a write: serverFault'),
      ),
    );
  });
});
