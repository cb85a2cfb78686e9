import { strict as assert } from 'node:assert';
import type { PickOptions, PickRow } from '../../extension/editorState';
import { useGroups } from './groupFixture';
import { G1, G2, G3, group, ldapGroup, served } from './groups';

const field = group({ name: 'Field $(eye) Testers', testers: ['zoe@x.example', 'ada@x.example'] });
const empty = group({ id: G3, name: 'Nobody' });

describe('Testing groups: choosing, copying and showing', () => {
  const fixture = useGroups([field, ldapGroup, empty]);
  const { editor } = fixture;

  const asked = () => fixture.sandbox.requests().map(({ method, path }) => `${method} ${path}`);
  const all = '/distribution/v2/testing-groups';
  const messages = () => editor.messages;

  it('T13: run bare they ask for a group, by name, kind and testers, and never draw an icon of a name', async () => {
    await fixture.commands.copyId(undefined);
    const [{ rows, options } = assert.fail('no pick')] = editor.lists;
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
      ['Appcircle: Copy Testing Group ID', 'Select a testing group'],
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
      await fixture.commands[name](undefined);
    }
    assert.equal(editor.lists.length, 7);
    assert.deepEqual([messages(), editor.statusBar, asked(), editor.boxes.length], [[], [], [], 0]);
  });

  it('what cannot be edited is not offered for it, and where there is nothing else that is said', async () => {
    const offered = async (rows: (typeof field)[]) => {
      fixture.sandbox.replaceTestingGroups(rows.map(served));
      await fixture.list.refresh();
      await fixture.commands.removeTesters(undefined);
      const { rows: labels, options } = editor.lists.at(-1) ?? assert.fail('no pick');
      return [labels.map(({ label }) => label), options.placeHolder];
    };
    assert.deepEqual(await offered([ldapGroup, empty]), [['Nobody'], 'Select a testing group']);
    assert.deepEqual(await offered([ldapGroup]), [[], 'All testing groups come from LDAP. Edit them there.']);
    assert.deepEqual(await offered([]), [[], 'This organization has no testing groups yet']);
  });

  it('on a group of LDAP every edit is refused with a sentence, and nothing else', async () => {
    for (const name of ['addTesters', 'removeTesters', 'remove'] as const) {
      await fixture.commands[name](fixture.row('QA Guild'));
    }
    const sentence = 'QA Guild comes from your LDAP directory (CN=qa,DC=example). Edit it there.';
    assert.deepEqual(messages(), [sentence, sentence, sentence]);
    assert.deepEqual([asked(), editor.boxes.length, editor.lists.length], [[], 0, 0]);
  });

  it('one of LDAP without a known name there is refused as well', async () => {
    fixture.sandbox.replaceTestingGroups([served({ ...ldapGroup, externalName: undefined })]);
    await fixture.list.refresh();
    await fixture.commands.addTesters(fixture.row('QA Guild'));
    assert.deepEqual(messages(), ['QA Guild comes from your LDAP directory. Edit it there.']);
  });

  it('a row that is no more is not acted on: it may be of another account', async () => {
    await fixture.commands.remove({
      kind: 'row',
      row: group({ id: 'elsewhere', name: 'Gone [x](command:y)' }),
    });
    assert.deepEqual(messages(), ['Gone [x] (command:y) is no longer a testing group in this organization.']);
    assert.deepEqual(asked(), []);
  });

  it('copies the id, and all addresses one a line', async () => {
    await fixture.commands.copyId(fixture.row(field.name));
    assert.equal(editor.clipboard, G1);
    await fixture.commands.copyTesters(fixture.row(field.name));
    assert.equal(editor.clipboard, 'ada@x.example\nzoe@x.example');
    await fixture.commands.copyTesters(fixture.row('QA Guild'));
    assert.equal(editor.clipboard, 'x@y.example');
    assert.deepEqual(editor.statusBar, ['2 addresses copied.', '1 address copied.']);
  });

  it('an empty group has nothing to copy or to remove, and the clipboard stays', async () => {
    editor.clipboard = 'mine';
    await fixture.commands.copyTesters(fixture.row('Nobody'));
    await fixture.commands.removeTesters(fixture.row('Nobody'));
    assert.deepEqual(messages(), ['Nobody has no testers yet.', 'Nobody has no testers yet.']);
    assert.equal(editor.clipboard, 'mine');
  });

  it('shows the JSON of the server, and goes to the row', async () => {
    editor.choose('QA Guild');
    await fixture.commands.showAsJson(undefined);
    await fixture.commands.goTo(undefined);
    assert.deepEqual(fixture.documents, [
      [fixture.window.account.credentialId, ['testingGroups', G2, 'QA Guild'], served(ldapGroup)],
    ]);
    assert.deepEqual(fixture.revealed, [G2]);
  });

  it('another account in the meantime: nothing is written, and nothing of it is shown', async () => {
    const switching = () => {
      fixture.window.sessions.setSignedIn({ ...fixture.window.account });
    };
    const row = fixture.row(field.name);
    const asking =
      (answer: string) =>
      (rows: PickRow[], { canPickMany }: PickOptions) => {
        if (editor.lists.length > 0 && rows.length > 0) switching();
        const chosen = rows.filter(({ label }) => label === answer);
        return canPickMany === true ? chosen : chosen[0];
      };
    editor.chooses = asking('Field \\$(eye) Testers');
    await fixture.commands.copyId(undefined);
    assert.equal(editor.clipboard, '');

    await fixture.list.rows();
    editor.chooses = asking('zoe@x.example');
    editor.presses = 'Remove';
    await fixture.commands.removeTesters(row);

    await fixture.list.rows();
    editor.answers = () => {
      switching();
      return 'Delete';
    };
    await fixture.commands.remove(row);
    assert.deepEqual(editor.statusBar, []);
    assert.ok(
      asked().every((request) => request === `GET ${all}`),
      asked().join(),
    );
  });

  it('nothing of a server is an icon in a list of testers', async () => {
    fixture.sandbox.replaceTestingGroups([
      served(group({ testers: ['$(trash)@x.example', '\u202e@x.example'] })),
    ]);
    await fixture.list.refresh();
    await fixture.commands.removeTesters(fixture.row('Field Testers'));
    const labels = editor.lists[0]?.rows.map(({ label }) => label).join();
    assert.doesNotMatch(labels ?? assert.fail('no pick'), /(?<!\\)\$\(|\u202e/);
  });
});
