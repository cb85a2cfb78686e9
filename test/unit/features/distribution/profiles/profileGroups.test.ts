import { strict as assert } from 'node:assert';
import { failing } from '../../../api/transport/transportFixture';
import { until } from '../../../support/until';
import type { FakeQuickPick } from '../../../extension/fakeQuickPick';
import { useProfileCommands } from './profileFixture';

describe('Set Auto-Send Groups', () => {
  const fixture = useProfileCommands();
  const { editor } = fixture;
  beforeEach(() => {
    setOnServer('Field Testers', 'QA Guild');
  });

  const idOf = (name: string) =>
    fixture.sandbox.testingGroups().find((group) => group.name === name)?.id ?? assert.fail(name);

  /** What somebody else does: with the whole list of ids, as the API has it. */
  function setOnServer(...names: string[]): void {
    setIds(...names.map(idOf));
  }
  function setIds(...testingGroupIds: string[]): void {
    fixture.sandbox.replaceProfiles(
      fixture.sandbox
        .profiles()
        .map((row) => (row.id === fixture.row().row.id ? { ...row, testingGroupIds } : row)),
    );
  }
  const onServer = () =>
    fixture.sandbox
      .profiles()
      .find(({ id }) => id === fixture.row().row.id)
      ?.testingGroupIds?.map(
        (id) => fixture.sandbox.testingGroups().find((group) => group.id === id)?.name ?? id,
      );

  const ticked = (pick: FakeQuickPick) => pick.selectedItems.map(({ label }) => label).sort();

  /** Ticks exactly these rows, and presses Enter. */
  function accept(pick: FakeQuickPick, ...labels: string[]): void {
    pick.selectedItems = pick.items.filter(({ label }) => labels.includes(label));
    pick.acceptActive('');
  }

  const writes = () =>
    fixture.asked.filter((line) => !line.startsWith('GET')).map((line) => line.split(' ')[0]);

  it('R56: shows all groups by name, with those that the profile has ticked; LDAP is marked', async () => {
    const done = fixture.commands.setGroups(fixture.row());
    await until(() => editor.picks.length === 1);
    assert.equal(editor.picks[0]?.busy, true);
    const pick = await editor.pick();
    assert.equal(pick.title, 'Appcircle: Set Auto-Send Groups for Atlas Field Service');
    assert.deepEqual(pick.labels, [
      'Design \\$(eye) Review',
      'Empty on purpose',
      'Field Testers',
      'QA Guild',
      'Yönetim Kurulu',
      'パートナー',
    ]);
    assert.deepEqual(ticked(pick), ['Field Testers', 'QA Guild']);
    const described = (label: string) => pick.items.find((item) => item.label === label)?.description ?? '';
    assert.match(described('QA Guild'), /^LDAP · CN=qa-guild,.* · \d+ testers?$/);
    assert.equal(described('Empty on purpose'), 'no testers');
    pick.hide();
    await done;
    assert.deepEqual([writes(), fixture.told, editor.messages], [[], [], []]);
  });

  it('R56: reads, changes and writes: all groups at once, which the profile keeps, and asks for this profile alone', async () => {
    const done = fixture.commands.setGroups(fixture.row());
    accept(await editor.pick(), 'QA Guild', 'パートナー');
    await done;
    assert.deepEqual(onServer()?.sort(), ['QA Guild', 'パートナー']);
    assert.deepEqual(writes(), ['PATCH']);
    assert.deepEqual(fixture.sandbox.requests().find(({ method }) => method === 'PATCH')?.bodyFields, [
      'testingGroupIds',
    ]);
    assert.ok(!fixture.asked.some((line) => line.startsWith('GET /distribution/v2/profiles ')));
    assert.deepEqual(fixture.told, ['put Atlas Field Service']);
    assert.deepEqual(fixture.put[0]?.testingGroupIds.sort(), [idOf('QA Guild'), idOf('パートナー')].sort());
  });

  it('nothing changed is nothing written', async () => {
    const done = fixture.commands.setGroups(fixture.row());
    accept(await editor.pick(), 'QA Guild', 'Field Testers');
    await done;
    assert.deepEqual([writes(), fixture.told], [[], []]);
  });

  it('all of them can be taken out', async () => {
    const done = fixture.commands.setGroups(fixture.row());
    accept(await editor.pick());
    await done;
    assert.deepEqual(onServer(), []);
  });

  it('a group that is set and that nobody knows is shown by its id, and stays', async () => {
    setIds(idOf('QA Guild'), '__proto__');
    fixture.sandbox.arm({
      kind: 'respond',
      status: 200,
      body: {},
      method: 'PATCH',
      path: '/distribution/v2/profiles/*',
    });
    const done = fixture.commands.setGroups(fixture.row());
    const pick = await editor.pick();
    assert.deepEqual(ticked(pick), ['QA Guild', '__proto__']);
    assert.match(pick.items.at(-1)?.description ?? '', /^not in this organization$/);
    accept(pick, '__proto__', 'パートナー');
    await done;
    assert.deepEqual(writes(), ['PATCH']);
  });

  it('who changed them in between is not overruled: the person is told, and chooses again', async () => {
    editor.presses = 'Choose Again';
    const done = fixture.commands.setGroups(fixture.row());
    const first = await editor.pick();
    setOnServer('Empty on purpose', 'QA Guild');
    accept(first, 'パートナー');
    const second = await editor.pick(2);
    assert.deepEqual(editor.messages, [
      'Someone else changed the groups of Atlas Field Service. Its groups are now Empty on purpose, QA Guild.',
    ]);
    assert.deepEqual(ticked(second), ['Empty on purpose', 'QA Guild']);
    assert.deepEqual([writes(), first.visible], [[], false]);
    accept(second, 'パートナー');
    await done;
    assert.deepEqual(onServer(), ['パートナー']);
  });

  it('or leaves it at that: theirs are shown, none in words', async () => {
    const done = fixture.commands.setGroups(fixture.row());
    const pick = await editor.pick();
    setOnServer();
    accept(pick, 'パートナー');
    await done;
    assert.deepEqual(editor.messages, [
      'Someone else changed the groups of Atlas Field Service. It now has no groups.',
    ]);
    assert.deepEqual([editor.picks.length, onServer(), fixture.put[0]?.testingGroupIds], [1, [], []]);
  });

  it('R7: a server that fails loses nothing that was ticked: the pick stays for another try', async () => {
    const done = fixture.commands.setGroups(fixture.row());
    const pick = await editor.pick();
    fixture.sandbox.arm({ kind: 'respond', status: 500, method: 'PATCH', times: 1 });
    accept(pick, 'パートナー');
    await until(() => editor.messages.length > 0);
    assert.match(editor.messages[0] ?? '', /has a server error \(500\)/);
    await until(() => !pick.busy);
    assert.deepEqual([pick.visible, pick.enabled, ticked(pick)], [true, true, ['パートナー']]);
    pick.acceptActive('');
    await done;
    assert.deepEqual(onServer(), ['パートナー']);
  });

  it('sets nothing for an account that is no longer active: the pick says so, and stays', async () => {
    const done = fixture.commands.setGroups(fixture.row());
    const pick = await editor.pick();
    fixture.switchAccount();
    accept(pick, 'パートナー');
    await until(() => editor.messages.length > 0);
    assert.deepEqual(editor.messages, ['The account changed. This was for the previous account.']);
    assert.deepEqual([pick.visible, writes()], [true, []]);
    pick.hide();
    await done;
  });

  it('closed while it saves it tells of what somebody else changed all the same', async () => {
    const done = fixture.commands.setGroups(fixture.row());
    const pick = await editor.pick();
    setOnServer('Empty on purpose');
    accept(pick, 'パートナー');
    pick.hide();
    await done;
    assert.deepEqual(editor.messages, [
      'Someone else changed the groups of Atlas Field Service. Its groups are now Empty on purpose.',
    ]);
  });

  it('closed while it saves it tells of a failure all the same', async () => {
    const done = fixture.commands.setGroups(fixture.row());
    const pick = await editor.pick();
    fixture.sandbox.arm({ kind: 'respond', status: 500, method: 'PATCH', times: 1 });
    accept(pick, 'パートナー');
    pick.hide();
    await done;
    assert.match(editor.messages[0] ?? '', /has a server error \(500\)/);
    assert.equal(editor.messages.length, 1);
  });

  for (const [when, arm] of [
    ['before they are shown', (row: string) => ({ method: 'GET', path: `/distribution/v2/profiles/${row}` })],
    ['while they are chosen', () => ({ method: 'PATCH' })],
  ] as const) {
    it(`ends where the profile is gone ${when}: its row goes, and that is said`, async () => {
      const { row } = fixture.row();
      fixture.sandbox.arm({ kind: 'respond', status: 404, times: 1, ...arm(row.id) });
      const done = fixture.commands.setGroups(fixture.row());
      if (when === 'while they are chosen') accept(await editor.pick(), 'パートナー');
      await done;
      assert.deepEqual(editor.messages, [
        'Atlas Field Service is no longer a distribution profile in this organization.',
      ]);
      assert.deepEqual([fixture.told, editor.picks[0]?.visible], [['remove Atlas Field Service'], false]);
    });
  }

  it('a viewer may look, and is told which role it takes to change', async () => {
    await fixture.enter('harbor-viewer');
    const done = fixture.commands.setGroups(fixture.row());
    const pick = await editor.pick();
    accept(pick, 'パートナー');
    await until(() => editor.messages.length > 0);
    assert.match(editor.messages[0] ?? '', /the Manager role\.$/);
    pick.hide();
    await done;
    assert.deepEqual(fixture.told, []);
  });

  it('fails as loading does, with the pick closed; T5: Esc while it loads is silent', async () => {
    fixture.sandbox.arm({ kind: 'respond', status: 403, path: '/distribution/v2/testing-groups', times: 1 });
    await failing(fixture.commands.setGroups(fixture.row()), 'forbidden');
    assert.equal(editor.picks[0]?.visible, false);
    fixture.sandbox.arm({ kind: 'hang', path: '/distribution/v2/testing-groups', times: 1 });
    const done = fixture.commands.setGroups(fixture.row());
    await until(() => editor.picks.length === 2);
    editor.picks[1]?.acceptActive('');
    editor.picks[1]?.hide();
    await done;
    assert.deepEqual([editor.messages, writes()], [[], []]);
  });

  it('says so where there are no groups', async () => {
    const groups = fixture.sandbox.testingGroups();
    setIds();
    fixture.sandbox.replaceTestingGroups([]);
    const done = fixture.commands.setGroups(fixture.row());
    const pick = await editor.pick();
    fixture.sandbox.replaceTestingGroups(groups);
    assert.equal(pick.placeholder, 'This organization has no testing groups yet');
    accept(pick);
    await done;
    assert.deepEqual(writes(), []);
  });

  it('T13: asks for the profile where it is run bare', async () => {
    await fixture.commands.setGroups(undefined);
    assert.deepEqual(
      fixture.questions.map(({ title }) => title),
      ['Appcircle: Set Auto-Send Groups'],
    );
  });
});
