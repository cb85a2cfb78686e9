import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestingGroup } from '../sandbox/data/testingGroups';
import { until } from '../vscode/until';
import { UserFixture, signIn, signInAndSettle, signOutOfAll } from './support/userFixture';
import { asUsual, control, forgetRequests, requests, sandbox } from './support/sandbox';

const all = '/distribution/v2/testing-groups';
const run = (command: string, argument?: unknown) =>
  vscode.commands.executeCommand(`appcircle.${command}`, ...(argument === undefined ? [] : [argument]));

describe('Testing Groups', () => {
  let user: UserFixture;
  let original: TestingGroup[];

  before(async () => {
    user = new UserFixture();
    await asUsual();
    await signInAndSettle(user, sandbox.personalAccessKey);
    original = await groups();
  });

  after(async () => {
    await restore();
    await signOutOfAll(user);
    user.leave();
    await vscode.env.clipboard.writeText('');
  });

  beforeEach(async () => {
    await asUsual();
    await restore();
    await see();
    user.chooses = () => undefined;
    user.presses = undefined;
    user.messages.length = 0;
    user.questions.length = 0;
    await forgetRequests();
  });

  afterEach(async () => {
    await user.escape();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const restore = () => control('testing-groups', { testingGroups: original });

  /** Looks at the view, and renews it, as who works with it has done. */
  async function see(): Promise<void> {
    await vscode.commands.executeCommand('appcircle.testingGroups.focus');
    await run('refresh');
    // Some commands are for the selected row, and one that the test before has made may still be it.
    await vscode.commands.executeCommand('list.clear');
  }

  /** The open box, once it has this below it. */
  async function box(prompt: RegExp): Promise<vscode.InputBox> {
    return until(`the box ${prompt.source}`, async () => {
      const open = await user.box();
      return prompt.test(open.prompt ?? '') && open;
    });
  }

  it('a group is created, filled, looked through and emptied with addresses of any shape, by keyboard alone', async () => {
    const done = run('createTestingGroup');
    await box(/^Name of the testing group/);
    await user.submit('Quiet Corner');
    await box(/^Created Quiet Corner/);
    await user.submit('Ada <ada@x.example>; "bob@x.example",mailto:eve@x.example foo@ ADA@x.example');
    await done;
    assert.deepEqual(user.messages, [
      'Added 3 testers to Quiet Corner. Skipped duplicates: 1. Skipped, not an email address (1): foo@',
    ]);
    const made = await group('Quiet Corner');
    assert.deepEqual(made.testers, ['ada@x.example', 'bob@x.example', 'eve@x.example']);

    user.chooses = () => 'Quiet Corner';
    await run('copyTesters');
    assert.equal(await vscode.env.clipboard.readText(), 'ada@x.example\nbob@x.example\neve@x.example');
    await run('showTestingGroupAsJson');
    const editor = await until('the document', () => vscode.window.activeTextEditor);
    assert.equal((JSON.parse(editor.document.getText()) as TestingGroup).name, 'Quiet Corner');

    user.presses = ['Remove'];
    await ticking(['ada@x.example', 'eve@x.example'], () => run('removeTesters'));
    assert.deepEqual(user.questions.at(-1), {
      message: 'Remove 2 testers from the testing group Quiet Corner?',
      detail: 'ada@x.example, eve@x.example',
    });
    assert.deepEqual((await group('Quiet Corner')).testers, ['bob@x.example']);
  });

  it('only the group that was written is asked again', async () => {
    const { id } = await group('Empty on purpose');
    await forgetRequests();
    const done = run('addTesters', { kind: 'row', row: { id, name: 'as the row had it' } });
    await box(/Empty on purpose/);
    await user.submit('ada@x.example');
    await done;
    assert.deepEqual(await requests(), [`POST ${all}/${id}/testers 204`, `GET ${all}/${id} 200`]);
    await forgetRequests();
    user.presses = ['Remove'];
    const node = { id: 'tester/ada@x.example', kind: 'tester', address: 'ada@x.example' };
    await run('removeTesters', { kind: 'below', row: { id, name: 'as the row had it' }, node });
    assert.deepEqual(await requests(), [`DELETE ${all}/${id}/testers 204`, `GET ${all}/${id} 200`]);
    await forgetRequests();
    user.presses = ['Delete'];
    await run('deleteTestingGroup', { kind: 'row', row: { id, name: 'as the row had it' } });
    assert.deepEqual(await requests(), [`DELETE ${all}/${id} 204`]);
    user.chooses = () => undefined;
    await run('goToTestingGroup');
    assert.equal(user.offered.length, original.length - 1);
    assert.ok(!user.offered.includes('Empty on purpose'));
  });

  it('a group from LDAP is not offered for an edit, and says so on its row', async () => {
    const { id } = await group('QA Guild');
    await run('addTesters');
    assert.ok(!user.offered.includes('QA Guild'));
    await run('copyTesters');
    assert.ok(user.offered.includes('QA Guild'));
    for (const command of ['addTesters', 'removeTesters', 'deleteTestingGroup']) {
      user.messages.length = 0;
      await run(command, { kind: 'row', row: { id, name: 'as the row had it' } });
      assert.deepEqual(user.messages, [
        'QA Guild comes from your LDAP directory (CN=qa-guild,OU=Groups,DC=example,DC=com). Edit it there.',
      ]);
    }
  });

  it('a name in use stays in the box, and what was typed outlives a failure', async () => {
    const done = run('createTestingGroup');
    await box(/^Name of the testing group/);
    const name = await user.submit('Field Testers');
    await until('the remark', () => message(name) === 'A testing group named Field Testers already exists.');
    await control('faults', { kind: 'respond', status: 503, method: 'POST', path: all, times: 1 });
    await user.submit('Quiet Corner');
    await until('the refusal', () => message(name)?.includes('has a server error (503)'));
    assert.equal(name.value, 'Quiet Corner');
    await user.submit('Quiet Corner');
    await box(/^Created Quiet Corner/);
    await user.escape();
    await done;
    assert.deepEqual((await group('Quiet Corner')).testers, []);
    assert.deepEqual(user.messages, []);
  });

  it('a viewer who writes is told that the user may not, and goes on reading', async () => {
    const { accounts } = (await control('accounts')) as { accounts: { id: string; secret: string }[] };
    await signIn(user, accounts.find(({ id }) => id === 'harbor-viewer')?.secret ?? '');
    await see();
    const { id } = await group('Field Testers');
    const done = run('addTesters', { kind: 'row', row: { id, name: 'as the row had it' } });
    const open = await box(/Field Testers/);
    await user.submit('ada@x.example');
    await until('the refusal', () => message(open)?.includes('Only owners and managers can do this on'));
    assert.equal(open.value, 'ada@x.example');
    await user.escape();
    await done;
    user.presses = ['Delete'];
    await run('deleteTestingGroup', { kind: 'row', row: { id, name: 'as the row had it' } });
    await until('the sentence', () =>
      user.messages.some((text) => text.includes('Only owners and managers can do this on')),
    );
    user.chooses = () => 'Field Testers';
    await run('copyTestingGroupId');
    assert.equal(await vscode.env.clipboard.readText(), id);
    await signIn(user, sandbox.personalAccessKey);
  });

  for (const command of [
    'addTesters',
    'copyTesters',
    'copyTestingGroupId',
    'createTestingGroup',
    'deleteTestingGroup',
    'goToTestingGroup',
    'removeTesters',
    'showTestingGroupAsJson',
  ]) {
    it(`T13: ${command} run without a node, or with a strange one, does no harm`, async () => {
      await user.decline(`appcircle.${command}`);
      await user.decline(`appcircle.${command}`, { unlike: 'a node' });
      assert.deepEqual(user.messages, []);
      assert.deepEqual(await groups(), original);
    });
  }
});

/** Ticks the rows of these labels where many can be. */
async function ticking(testers: string[], action: () => PromiseLike<unknown>): Promise<void> {
  const { window } = vscode;
  const earlier = window.showQuickPick;
  Object.assign(window, {
    showQuickPick: (rows: vscode.QuickPickItem[], options: vscode.QuickPickOptions) => {
      assert.equal(options.canPickMany, true);
      return Promise.resolve(rows.filter(({ label }) => testers.includes(label)));
    },
  });
  try {
    await action();
  } finally {
    Object.assign(window, { showQuickPick: earlier });
  }
}

function message({ validationMessage }: vscode.InputBox): string | undefined {
  return typeof validationMessage === 'object' ? validationMessage.message : validationMessage;
}

/** The groups as the server has them. */
async function groups(): Promise<TestingGroup[]> {
  const { accessTokens } = (await control('secrets')) as { accessTokens: string[] };
  const answer = await fetch(`${sandbox.apiEndpoint}${all}`, {
    headers: { authorization: `Bearer ${accessTokens.at(-1) ?? ''}` },
  });
  return (await answer.json()) as TestingGroup[];
}

async function group(name: string): Promise<TestingGroup> {
  const found = (await groups()).find((one) => one.name === name);
  assert.ok(found, name);
  return found;
}
