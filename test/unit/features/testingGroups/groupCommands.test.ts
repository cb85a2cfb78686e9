import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox';
import { GroupHouse, type PickRow } from './groupFixture';
import { G1, G2, G3, group, ldapGroup, served } from './groups';

const field = group({ name: 'Field $(eye) Testers', testers: ['zoe@x.example', 'ada@x.example'] });
const empty = group({ id: G3, name: 'Nobody' });

describe('Testing groups: choosing, copying and showing', () => {
  let sandbox: Sandbox;
  let house: GroupHouse;

  before(async () => {
    sandbox = await startSandbox({ profiles: 1 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    sandbox.faults.clear();
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

  it('T13: run bare they ask for a group, by name, kind and testers, and never draw an icon of a name', async () => {
    await house.commands.copyId(undefined);
    const [{ rows, options } = assert.fail('no pick')] = house.picks;
    assert.deepEqual(
      rows.map(({ label, description, iconPath }) => [label, description, iconPath?.id]),
      [
        ['Field \\$(eye) Testers', '2 testers', 'organization'],
        ['QA Guild', 'LDAP · 1 tester · CN=qa,DC=example', 'lock'],
        ['Nobody', 'no testers', 'organization'],
      ],
    );
    assert.deepEqual(
      [options.title, options.placeHolder],
      ['Appcircle: Copy Testing Group ID', 'Choose a testing group'],
    );
  });

  it('T5: Esc on the question for a group is the end of every command, without a word', async () => {
    for (const name of [
      'addTesters',
      'copyId',
      'copyTesters',
      'goTo',
      'remove',
      'removeTesters',
      'showAsJson',
    ] as const) {
      await house.commands[name](undefined);
    }
    assert.equal(house.picks.length, 7);
    assert.deepEqual([messages(), house.statusBar, asked(), house.editor.boxes.length], [[], [], [], 0]);
  });

  it('what cannot be edited is not offered for it, and where there is nothing else that is said', async () => {
    const offered = async (rows: (typeof field)[]) => {
      sandbox.replaceTestingGroups(rows.map(served));
      await house.list.refresh();
      await house.commands.removeTesters(undefined);
      const { rows: labels, options } = house.picks.at(-1) ?? assert.fail('no pick');
      return [labels.map(({ label }) => label), options.placeHolder];
    };
    assert.deepEqual(await offered([ldapGroup, empty]), [['Nobody'], 'Choose a testing group']);
    assert.deepEqual(await offered([ldapGroup]), [
      [],
      'All testing groups come from LDAP and are edited there',
    ]);
    assert.deepEqual(await offered([]), [[], 'This organization has no testing groups yet']);
  });

  it('on a group of LDAP every edit is refused with a sentence, and nothing else', async () => {
    for (const name of ['addTesters', 'removeTesters', 'remove'] as const) {
      await house.commands[name](house.row('QA Guild'));
    }
    const sentence = 'QA Guild comes from the directory (CN=qa,DC=example) and is edited there.';
    assert.deepEqual(messages(), [sentence, sentence, sentence]);
    assert.deepEqual([asked(), house.editor.boxes.length, house.picks.length], [[], 0, 0]);
  });

  it('one of LDAP without a known name there is refused as well', async () => {
    sandbox.replaceTestingGroups([served({ ...ldapGroup, externalName: undefined })]);
    await house.list.refresh();
    await house.commands.addTesters(house.row('QA Guild'));
    assert.deepEqual(messages(), [
      'QA Guild comes from the LDAP directory of your organization and is edited there.',
    ]);
  });

  it('a row that is no more is not acted on: it may be of another account', async () => {
    await house.commands.remove({
      kind: 'row',
      row: group({ id: 'elsewhere', name: 'Gone [x](command:y)' }),
    });
    assert.deepEqual(messages(), [
      'Gone [x] (command:y) is no longer among the testing groups of this organization.',
    ]);
    assert.deepEqual(asked(), []);
  });

  it('copies the id, and all addresses one a line', async () => {
    await house.commands.copyId(house.row(field.name));
    assert.equal(house.clipboard, G1);
    await house.commands.copyTesters(house.row(field.name));
    assert.equal(house.clipboard, 'ada@x.example\nzoe@x.example');
    await house.commands.copyTesters(house.row('QA Guild'));
    assert.equal(house.clipboard, 'x@y.example');
    assert.deepEqual(house.statusBar, ['Copied 2 addresses.', 'Copied 1 address.']);
  });

  it('an empty group has nothing to copy or to remove, and the clipboard stays', async () => {
    house.clipboard = 'mine';
    await house.commands.copyTesters(house.row('Nobody'));
    await house.commands.removeTesters(house.row('Nobody'));
    assert.deepEqual(messages(), ['Nobody has no testers yet.', 'Nobody has no testers yet.']);
    assert.equal(house.clipboard, 'mine');
  });

  it('shows the JSON of the server, and goes to the row', async () => {
    house.chooses = () => ['QA Guild'];
    await house.commands.showAsJson(undefined);
    await house.commands.goTo(undefined);
    assert.deepEqual(house.documents, [
      [house.window.account.credentialId, ['testingGroups', G2, 'QA Guild'], served(ldapGroup)],
    ]);
    assert.deepEqual(house.revealed, [G2]);
  });

  it('another account in the meantime: nothing is written, and nothing of it is shown', async () => {
    const switching = () => {
      house.window.sessions.signedIn({ ...house.window.account });
    };
    const row = house.row(field.name);
    const asking = (answer: string) => (rows: PickRow[]) => {
      if (house.picks.length > 0 && rows.length > 0) switching();
      return [answer];
    };
    house.chooses = asking('Field \\$(eye) Testers');
    await house.commands.copyId(undefined);
    assert.equal(house.clipboard, '');

    await house.list.rows();
    house.chooses = asking('zoe@x.example');
    house.editor.presses = 'Remove';
    await house.commands.removeTesters(row);

    await house.list.rows();
    house.editor.presses = 'Delete';
    house.whileAsked = switching;
    await house.commands.remove(row);
    assert.deepEqual(house.statusBar, []);
    assert.ok(
      asked().every((request) => request === `GET ${all}`),
      asked().join(),
    );
  });

  it('nothing of a server is an icon in a list of testers', async () => {
    sandbox.replaceTestingGroups([served(group({ testers: ['$(trash)@x.example', '\u202e@x.example'] }))]);
    await house.list.refresh();
    await house.commands.removeTesters(house.row('Field Testers'));
    const labels = house.picks[0]?.rows.map(({ label }) => label).join();
    assert.doesNotMatch(labels ?? assert.fail('no pick'), /(?<!\\)\$\(|\u202e/);
  });
});
