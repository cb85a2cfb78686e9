import { strict as assert } from 'node:assert';
import type * as Dialogs from '../../../../src/features/accounts/organization/organizationDialog';
import { WindowFixture } from '../../account/accountFixture';
import { failing } from '../../api/transport/transportFixture';
import type { FakeQuickPick } from '../../extension/fakeQuickPick';
import { useEditor, type EditorWith } from '../../support/useEditor';
import { useSandbox } from '../../support/useSandbox';
import { until } from '../../support/until';

describe('Organization…', () => {
  const editor = useEditor('features/accounts/organization/organizationDialog') as EditorWith<typeof Dialogs>;
  const sandbox = useSandbox({ profiles: 1 });
  let window: WindowFixture;

  async function open(account = 'harbor-owner'): Promise<void> {
    window = editor.own(new WindowFixture());
    await window.accounts.reload();
    await window.signIn(sandbox.current, sandbox.current.account(account).secret);
    await window.named();
    sandbox.current.clearRequests();
  }
  beforeEach(async () => {
    sandbox.current.members.reset();
    await open();
  });

  const show = () => editor.module.showOrganization(window);
  /** The pick of this number, once it has its rows. */
  async function pick(number: number): Promise<FakeQuickPick> {
    await until(() => {
      const { busy = true, items = [] } = editor.picks[number] ?? {};
      return !busy && items.length > 0;
    });
    return editor.picks[number] ?? assert.fail();
  }
  const asked = () =>
    sandbox.current
      .requests()
      .map(({ method, path }) => `${method} ${path.replaceAll(/[0-9a-f-]{36}/g, '…')}`)
      .filter((line) => line.includes('…') || line.includes('roles') || line.includes('users'));
  const known = () => sandbox.current.members.of(sandbox.current.organization());
  const rolesOf = (name: string) =>
    known().members.find(({ user }) => user.fullName === name)?.roles ?? assert.fail(name);
  /** Opens the roles of a member. */
  async function openMember(name: string): Promise<FakeQuickPick> {
    (await pick(0)).accept(name);
    return pick(1);
  }

  it('lists members and invitations as text, without a call for each', async () => {
    const done = show();
    const list = await pick(0);
    assert.deepEqual(list.labels, [
      'Invite…',
      '[members]',
      'Ada Novak',
      'Deniz Aydın',
      'Lena Berg',
      'Mika Laine',
      'omar.haddad',
      '佐藤 ゆき \\$(eye) [x](command:quit)',
      '[invitations]',
      'ines.costa@people.example',
    ]);
    assert.match(list.title, /Harbor Labs/);
    assert.equal(
      list.items.find(({ label }) => label === 'Deniz Aydın')?.description,
      'you · deniz.aydin@people.example',
    );
    assert.deepEqual(asked().sort(), [
      'GET /identity/v1/organizations/…/invitations',
      'GET /identity/v1/organizations/…/users',
    ]);
    list.hide();
    await done;
  });

  it('shows the roles of one in the words of the server, at one call, and goes back', async () => {
    const done = show();
    const member = await openMember('Ada Novak');
    assert.deepEqual(
      member.items.map(({ label, description }) => [label, description ?? '']),
      [
        ['Change Roles…', ''],
        ['Manager', 'Build'],
        ['Viewer', 'Testing Distribution'],
        ['secret-module-keeper', ''],
      ],
    );
    assert.equal(asked().filter((line) => line.endsWith('/roles')).length, 1);
    member.pressTitle('Back');
    (await pick(2)).accept('Lena Berg');
    assert.deepEqual((await pick(3)).labels, ['Member of a sub-organization only']);
    editor.picks[3]?.hide();
    await done;
  });

  it('changes roles after one question that names who and what; those it does not know stay', async () => {
    editor.presses = 'Change Roles';
    const done = show();
    (await openMember('Ada Novak')).accept('Change Roles…');
    const roles = await pick(2);
    assert.deepEqual(roles.ticked, ['Manager', 'Viewer']);
    assert.equal(roles.labels[0], 'Owner');
    const [operator] = roles.items.filter(({ label }) => label === 'Operator');
    // One of a group alone: the last that was ticked.
    roles.selectedItems = [...roles.selectedItems, operator!];
    roles.tick(...[]);
    roles.selectedItems = [operator!];
    roles.enter();
    await done;
    assert.equal(
      editor.messages[0],
      'Change the roles of Ada Novak (ada.novak@people.example) in Harbor Labs?',
    );
    assert.equal(
      editor.details[0],
      'Added: Build Operator.\n\nRemoved: Build Manager, Testing Distribution Viewer.',
    );
    assert.deepEqual(rolesOf('Ada Novak'), ['secret-module-keeper', 'build-operator']);
    assert.deepEqual(asked().slice(-2), [
      'GET /identity/v1/organizations/…/users/…/roles',
      'PUT /identity/v1/organizations/…/users/…/roles',
    ]);
  });

  it('does not overwrite what somebody else changed, and Esc changes nothing', async () => {
    let done = show();
    (await openMember('Ada Novak')).accept('Change Roles…');
    (await pick(2)).hide();
    await done;
    editor.picks = [];
    editor.answers = () => {
      rolesOf('Ada Novak').push('build-viewer');
      return 'Change Roles';
    };
    done = show();
    (await openMember('Ada Novak')).accept('Change Roles…');
    (await pick(2)).tick('Manager');
    editor.picks[2]?.enter();
    await failing(done, 'conflict');
    assert.ok(!asked().some((line) => line.startsWith('PUT')));
  });

  it('R56: invites after a question that names who gets a mail, with roles', async () => {
    editor.presses = 'Invite';
    const done = show();
    (await pick(0)).accept('Invite…');
    const box = await editor.box();
    box.type('Ada.Novak@people.example');
    assert.match(box.validationMessage?.message ?? '', /already a member/);
    box.type('ines.costa@people.example');
    assert.match(box.validationMessage?.message ?? '', /already invited/);
    box.submit('zoe@x.example');
    const roles = await pick(1);
    roles.selectedItems = roles.items.filter(
      ({ description, label }) => description === 'Build' && label === 'Viewer',
    );
    roles.enter();
    await done;
    assert.equal(editor.messages[0], 'Invite zoe@x.example to Harbor Labs?');
    assert.equal(editor.details[0], 'Roles: Build Viewer.\n\nAppcircle sends an email to this address.');
    assert.deepEqual(known().invitations.at(-1), {
      userEmail: 'zoe@x.example',
      status: 'Pending',
      roles: ['build-viewer'],
    });
  });

  it('sends an invitation again and takes one back, after a question each', async () => {
    editor.presses = 'Withdraw';
    const done = show();
    (await pick(0)).accept('ines.costa@people.example');
    (await pick(1)).accept('Withdraw');
    await done;
    assert.equal(editor.messages[0], 'Withdraw the invitation of ines.costa@people.example?');
    assert.deepEqual(known().invitations, []);
  });

  it('who may not is told the role, and sees what may be seen', async () => {
    await open('harbor-viewer');
    editor.presses = 'Send Again';
    sandbox.current.arm({
      kind: 'respond',
      status: 403,
      path: '/identity/v1/organizations/',
      method: 'PATCH',
      times: 1,
    });
    const done = show();
    (await pick(0)).accept('ines.costa@people.example');
    (await pick(1)).accept('Send Again');
    await failing(done, 'forbidden', { role: 'manage' });
  });
});
