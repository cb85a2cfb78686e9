import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox';
import { failing } from '../../api/transport/transportFixture';
import { GroupHouse } from './groupFixture';
import { G1, G3, group, ldapGroup, served } from './groups';

const field = group({ name: 'Field $(eye) Testers', testers: ['zoe@x.example', 'ada@x.example'] });
const empty = group({ id: G3, name: 'Nobody' });

describe('Testing groups: deleting and removing', () => {
  let sandbox: Sandbox;
  let house: GroupHouse;

  before(async () => {
    sandbox = await startSandbox({ profiles: 1 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    sandbox.faults.clear();
    sandbox.setMode({ deletion: 'done' });
    sandbox.replaceTestingGroups([field, ldapGroup, empty].map(served));
    house = new GroupHouse();
    await house.begin(sandbox);
  });
  afterEach(() => {
    house.dispose();
  });

  const asked = () => sandbox.requests().map(({ method, path }) => `${method} ${path}`);
  const all = '/distribution/v2/testing-groups';
  const messages = () => house.editor.messages;
  const details = () => house.editor.details;

  it('deletes after a question that names what is lost, and asks for no list', async () => {
    house.editor.presses = 'Delete';
    const underWay: boolean[] = [];
    house.underWay.onDidChange((is) => underWay.push(is));
    await house.commands.remove(house.row(field.name));
    await house.commands.remove(house.row('Nobody'));
    assert.deepEqual(messages(), [
      'Delete the testing group Field $(eye) Testers?',
      'Delete the testing group Nobody?',
    ]);
    assert.deepEqual(details(), [
      'It has 2 testers: the list of their addresses is lost. This cannot be undone.',
      'It has no testers. This cannot be undone.',
    ]);
    assert.deepEqual(asked(), [`DELETE ${all}/${G1}`, `DELETE ${all}/${G3}`]);
    assert.deepEqual(house.shown, ['QA Guild: x@y.example']);
    assert.deepEqual(underWay, [true, false, true, false]);
    assert.equal(house.statusBar[0], 'Deleted the testing group Field \\$(eye) Testers.');
  });

  it('T5: Esc on the question deletes and removes nothing', async () => {
    house.chooses = () => ['ada@x.example'];
    await house.commands.remove(house.row(field.name));
    await house.commands.removeTesters(house.row(field.name));
    assert.deepEqual([messages().length, asked()], [2, []]);
  });

  it('what is gone already leaves the view as well, and a cancelled deletion shows what became of it', async () => {
    house.editor.presses = 'Delete';
    const row = house.row(field.name);
    sandbox.replaceTestingGroups([served(empty)]);
    await house.commands.remove(row);
    assert.deepEqual(house.shown, ['QA Guild: x@y.example', 'Nobody: ']);
    assert.deepEqual(house.statusBar, ['Deleted the testing group Field \\$(eye) Testers.']);

    sandbox.setMode({ deletion: 'task' });
    house.progress = (title, cancel) => {
      if (title === 'Deleting Nobody…') cancel();
    };
    await failing(house.commands.remove(house.row('Nobody')), 'cancelled');
    assert.deepEqual(house.shown, ['QA Guild: x@y.example', 'Nobody: ']);
    assert.equal(house.underWay.is, false);
  });

  it('a deletion that is refused with 404, though the group is there, failed', async () => {
    house.editor.presses = 'Delete';
    sandbox.arm({ kind: 'respond', status: 404, method: 'DELETE', times: 1 });
    await failing(house.commands.remove(house.row('Nobody')), 'notFound');
    assert.deepEqual([house.shown.length, house.statusBar], [3, []]);
  });

  it('removes the tester of a row after a question, and asks for that group alone', async () => {
    house.editor.presses = 'Remove';
    const { row } = house.row(field.name);
    const node = { id: 'tester/zoe@x.example', kind: 'tester', address: 'zoe@x.example' };
    await house.commands.removeTesters({ kind: 'below', row, node });
    assert.deepEqual(messages(), ['Remove 1 tester from the testing group Field $(eye) Testers?']);
    assert.deepEqual(details(), ['zoe@x.example']);
    assert.equal(house.picks.length, 0);
    assert.deepEqual(asked(), [`DELETE ${all}/${G1}/testers`, `GET ${all}/${G1}`]);
    assert.equal(house.shown[0], 'Field $(eye) Testers: ada@x.example');
    assert.deepEqual(house.statusBar, ['Removed 1 tester from Field \\$(eye) Testers.']);
  });

  it('T13: bare it asks for the group, and then for any number of its testers', async () => {
    house.editor.presses = 'Remove';
    house.chooses = (rows) =>
      house.picks.length === 1 ? ['Field \\$(eye) Testers'] : rows.map(({ label }) => label);
    await house.commands.removeTesters(undefined);
    const { rows, options } = house.picks.at(-1) ?? assert.fail('no pick');
    assert.deepEqual(
      rows.map(({ label, picked }) => [label, picked]),
      [
        ['ada@x.example', false],
        ['zoe@x.example', false],
      ],
    );
    assert.deepEqual(
      [options.title, options.placeHolder, options.canPickMany],
      ['Appcircle: Remove Testers', 'Type to search 2 testers of Field $(eye) Testers', true],
    );
    assert.equal(house.shown[0], 'Field $(eye) Testers: ');
    assert.deepEqual(house.statusBar, ['Removed 2 testers from Field \\$(eye) Testers.']);
  });

  it('one tester is one where it is asked whom to remove', async () => {
    sandbox.replaceTestingGroups([served(group({ name: 'Alone', testers: ['ada@x.example'] }))]);
    await house.list.refresh();
    await house.commands.removeTesters(house.row('Alone'));
    assert.equal(house.picks[0]?.options.placeHolder, 'Type to search 1 tester of Alone');
  });

  it('who was chosen is chosen still when removing them failed', async () => {
    house.editor.presses = 'Remove';
    house.chooses = () => ['zoe@x.example'];
    sandbox.arm({ kind: 'respond', status: 500, method: 'DELETE', times: 1 });
    await failing(house.commands.removeTesters(house.row(field.name)), 'serverFault');
    assert.equal(house.shown[0], 'Field $(eye) Testers: zoe@x.example ada@x.example');
    const ticked = async () => {
      await house.commands.removeTesters(house.row(field.name));
      return house.picks
        .at(-1)
        ?.rows.filter(({ picked }) => picked)
        .map(({ label }) => label);
    };
    assert.deepEqual(await ticked(), ['zoe@x.example']);
    assert.deepEqual(await ticked(), []);
  });

  it('a viewer is told that the user may not, and sees what was there', async () => {
    house.dispose();
    house = new GroupHouse();
    await house.begin(sandbox, 'harbor-viewer');
    house.editor.presses = 'Delete';
    await failing(house.commands.remove(house.row(field.name)), 'forbidden');
    assert.deepEqual(asked(), [`DELETE ${all}/${G1}`]);
    assert.equal(house.shown.length, 3);
  });

  it('a write that was good is shown even where the group cannot be asked again', async () => {
    house.editor.presses = 'Remove';
    house.chooses = () => ['zoe@x.example'];
    sandbox.arm({ kind: 'respond', status: 500, method: 'GET' });
    await house.commands.removeTesters(house.row(field.name));
    assert.equal(house.shown[0], 'Field $(eye) Testers: ada@x.example');
    assert.deepEqual(house.row(field.name).row.raw['testers'], ['ada@x.example']);
    assert.ok(
      house.window.log.lines.some((line) => line.startsWith('warn testing group after a write: serverFault')),
    );
  });
});
