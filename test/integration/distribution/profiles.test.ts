import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Profile } from '../../sandbox/data/profiles';
import type { TestingGroup } from '../../sandbox/data/testingGroups';
import { until } from '../../vscode/until';
import { UserFixture, signInAndSettle, signOutOfAll } from '../support/userFixture';
import { asUsual, control, forgetRequests, requests, sandbox } from '../support/sandbox';

const all = '/distribution/v2/profiles';
const run = (command: string, argument?: unknown) =>
  vscode.commands.executeCommand(`appcircle.${command}`, ...(argument === undefined ? [] : [argument]));

describe('Profile commands', () => {
  let user: UserFixture;

  before(async () => {
    user = new UserFixture();
    await asUsual();
    await signInAndSettle(user, sandbox.personalAccessKey);
    await vscode.commands.executeCommand('appcircle.distribution.focus');
  });

  after(async () => {
    await control('profiles', { count: 40 });
    await signOutOfAll(user);
    user.leave();
  });

  beforeEach(async () => {
    await asUsual();
    await control('profiles', { count: 40 });
    await run('refresh');
    user.chooses = undefined;
    user.presses = undefined;
    user.messages.length = 0;
    user.questions.length = 0;
    await forgetRequests();
  });

  afterEach(async () => {
    await user.escape();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** A row of the view, as a menu hands it to a command. */
  const row = (raw: Profile) => ({
    kind: 'row',
    row: { ...raw, versions: {}, testingGroupIds: raw.testingGroupIds ?? [], raw },
  });

  /** What was asked since, and then forgets it. */
  async function asked(): Promise<string[]> {
    const lines = await requests();
    await forgetRequests();
    return lines;
  }

  async function submitted(command: string, text: string, argument?: unknown): Promise<void> {
    const done = run(command, argument);
    await user.submit(text);
    await done;
  }

  /** Opens the groups of a profile, ticks exactly these, and presses Enter. */
  async function tick(...names: string[]): Promise<void> {
    const list = await user.list();
    const wanted = list.items.filter(({ label }) => names.includes(label));
    // The window tells its selection late: what was set before it would come last.
    const told = new Promise<void>((resolve) => {
      list.onDidChangeSelection((now) => {
        if (now.length === wanted.length && now.every((item) => wanted.includes(item))) resolve();
      });
    });
    list.selectedItems = wanted;
    await told;
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }

  it('a profile is created, renamed, pinned, given groups and deleted, and nothing is asked again that did not change', async () => {
    await submitted('createProfile', 'Nightly builds');
    assert.deepEqual(await asked(), [`POST ${all} 200`]);
    const created = await profile('Nightly builds');
    const at = `${all}/${created.id}`;
    await forgetRequests();

    await submitted('renameProfile', 'Nightly', row(created));
    assert.deepEqual(await asked(), [`PATCH ${at} 200`, `GET ${at} 200`]);
    await run('pinProfile', row(created));
    assert.deepEqual(await asked(), [`PATCH ${at} 200`, `GET ${at} 200`]);
    const pinned = await profile('Nightly');
    assert.equal(pinned.pinned, true);
    await run('unpinProfile', row(pinned));
    assert.equal((await profile('Nightly')).pinned, false);
    await forgetRequests();

    const set = run('setAutoSendGroups', row(pinned));
    await tick('QA Guild', 'Field Testers');
    await set;
    assert.deepEqual((await asked()).sort(), [
      `GET ${at} 200`,
      `GET ${at} 200`,
      `GET ${at} 200`,
      'GET /distribution/v2/testing-groups 200',
      `PATCH ${at} 200`,
    ]);
    const grouped = await profile('Nightly');
    assert.deepEqual((await namesOf(grouped)).sort(), ['Field Testers', 'QA Guild']);
    await forgetRequests();

    user.presses = 'Delete';
    await run('deleteProfile', row(grouped));
    assert.deepEqual(await asked(), [`GET ${at} 200`, `DELETE ${at} 204`]);
    assert.deepEqual(user.questions, [
      {
        message: 'Delete the profile Nightly for everyone?',
        detail: [
          'It has no versions.',
          'Auto-send to 2 testing groups stops. The groups are kept.',
          'This cannot be undone.',
        ].join('\n\n'),
      },
    ]);
    user.chooses = () => undefined;
    await run('goToProfile');
    assert.equal(user.offered.length, 40);
    assert.ok(!user.offered.includes('Nightly'));
    assert.deepEqual(await asked(), []);
  });

  it('who changed the groups in between is not overruled: the person is told, and chooses again', async () => {
    const chosen = await profile('Atlas Field Service');
    const groups = await testingGroups();
    const done = run('setAutoSendGroups', row(chosen));
    await user.list();
    await setGroups(chosen, ['パートナー'], groups);
    user.presses = 'Choose Again';
    await tick('Field Testers');
    await until('the warning', () => user.messages.length > 0);
    assert.deepEqual(user.messages, [
      'Someone else changed the groups of Atlas Field Service. Its groups are now パートナー.',
    ]);
    const again = await user.list();
    assert.deepEqual(
      again.selectedItems.map(({ label }) => label),
      ['パートナー'],
    );
    assert.deepEqual(await namesOf(await profile('Atlas Field Service')), ['パートナー']);
    await tick('Field Testers', 'パートナー');
    await done;
    assert.deepEqual((await namesOf(await profile('Atlas Field Service'))).sort(), [
      'Field Testers',
      'パートナー',
    ]);
  });

  it('R7: a server that refuses keeps the box open, with what was typed', async () => {
    await control('faults', {
      kind: 'respond',
      status: 500,
      method: 'POST',
      path: '/distribution',
      times: 1,
    });
    const done = run('createProfile');
    const box = await user.submit('Typed once');
    await until('the refusal', () => box.validationMessage !== undefined && box.enabled);
    assert.equal(box.value, 'Typed once');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await done;
    assert.equal((await profile('Typed once')).name, 'Typed once');
  });

  it('Show Profile shows its settings in the preview, and never its password', async () => {
    const chosen = await profile('Harbor Notes Beta');
    await run('showProfile', row(chosen));
    await until('the preview', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ input, label }) => input instanceof vscode.TabInputCustom && label.includes(chosen.name)),
    );
    // A page that was open before may still be there, emptied.
    const text = await until('its text', () =>
      vscode.workspace.textDocuments
        .filter(({ uri }) => uri.scheme === 'appcircle-overview')
        .map((document) => document.getText())
        .find((one) => one.startsWith('# Harbor Notes Beta')),
    );
    assert.match(text, /User name/);
    const { password, username } = chosen.settings ?? {};
    assert.ok(password && username);
    assert.ok(!text.includes(password) && !text.includes(username));
  });

  describe('with a key that may only read', () => {
    before(async () => {
      await signOutOfAll(user);
      const { accounts } = (await control('accounts')) as { accounts: { id: string; secret: string }[] };
      await signInAndSettle(user, accounts.find(({ id }) => id === 'harbor-viewer')?.secret ?? '');
      await vscode.commands.executeCommand('appcircle.distribution.focus');
    });
    after(async () => {
      await signOutOfAll(user);
      await signInAndSettle(user, sandbox.personalAccessKey);
    });

    it('the sentence of a refused write names the role it takes, and all can still be read', async () => {
      const chosen = await profile('Atlas Field Service');
      const role =
        /^Only owners and managers can do this on [^ ]+\. Ask an owner of the organization for the Manager role\.$/;
      await run('pinProfile', row(chosen));
      assert.match(user.messages.at(-1) ?? '', role);
      user.presses = 'Delete';
      await run('deleteProfile', row(chosen));
      assert.match(user.messages.at(-1) ?? '', role);
      const done = run('createProfile');
      const box = await user.submit('Mine');
      await until('the refusal', () => box.validationMessage !== undefined);
      assert.match((box.validationMessage as vscode.InputBoxValidationMessage).message, role);
      await user.escape();
      await done;
      user.chooses = () => undefined;
      await run('goToProfile');
      assert.equal(user.offered.length, 40);
    });
  });

  for (const command of [
    'renameProfile',
    'pinProfile',
    'unpinProfile',
    'deleteProfile',
    'setAutoSendGroups',
    'showProfile',
  ]) {
    it(`T13: ${command} run without a node asks for the profile, and Esc is silent`, async () => {
      user.chooses = () => undefined;
      await run(command);
      assert.equal(user.offered.length, 40);
      await run(command, { unlike: 'a node' });
      assert.deepEqual([user.messages, await requests()], [[], []]);
    });
  }

  async function api(path: string, init: { method: string; body: string } | Record<string, never> = {}) {
    const { accessTokens } = (await control('secrets')) as { accessTokens: string[] };
    const answer = await fetch(sandbox.apiEndpoint + path, {
      ...init,
      headers: {
        authorization: `Bearer ${accessTokens.at(-1) ?? ''}`,
        ...('body' in init && { 'content-type': 'application/json' }),
      },
    });
    assert.equal(answer.ok, true, `${path} ${String(answer.status)}`);
    return answer.json();
  }

  async function profile(name: string): Promise<Profile> {
    const found = ((await api(all)) as Profile[]).find((one) => one.name === name);
    assert.ok(found, name);
    return found;
  }

  const testingGroups = async () => (await api('/distribution/v2/testing-groups')) as TestingGroup[];

  async function namesOf({ testingGroupIds }: Profile): Promise<string[]> {
    const groups = await testingGroups();
    return (testingGroupIds ?? []).map((id) => groups.find((group) => group.id === id)?.name ?? id);
  }

  /** What somebody else does meanwhile. */
  async function setGroups({ id }: Profile, names: string[], groups: TestingGroup[]): Promise<void> {
    const testingGroupIds = groups.filter(({ name }) => names.includes(name)).map((group) => group.id);
    await api(`${all}/${id}`, { method: 'PATCH', body: JSON.stringify({ testingGroupIds }) });
  }
});
