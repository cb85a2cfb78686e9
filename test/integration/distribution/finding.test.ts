import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../vscode/until';
import { focus, UserFixture, signInAndSettle, signOutOfAll } from '../support/userFixture';
import { asUsual, forgetRequests, requests, sandbox } from '../support/sandbox';

/** The editor's own list, of which a unit test's is only a picture: what it tells when, and what it keeps ticked. */
describe('Finding profiles', () => {
  let user: UserFixture;

  before(async () => {
    user = new UserFixture();
    await asUsual();
    await signInAndSettle(user, sandbox.personalAccessKey);
  });

  beforeEach(() => forgetRequests());

  after(async () => {
    await vscode.commands.executeCommand('appcircle.clearProfileFilter');
    await signOutOfAll(user);
    user.leave();
  });

  type List = vscode.QuickPick<vscode.QuickPickItem>;
  /** Opens the filter, does something with it, and closes it by Enter or Esc. */
  const filtering = async (work: (list: List) => Promise<void>, end: 'enter' | 'escape') => {
    const done = vscode.commands.executeCommand('appcircle.filterProfiles');
    const list = await user.list();
    await work(list);
    await (end === 'escape'
      ? user.escape()
      : vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'));
    await done;
  };
  /** Ticks a row as the keyboard does. */
  const tick = async (list: List, label: string) => {
    const item = list.items.find((one) => one.label === label);
    assert.ok(item);
    await focus(list, item);
    await vscode.commands.executeCommand('workbench.action.quickPickManyToggle');
    await until('the tick', () => ticked(list).includes(label));
  };
  const ticked = (list: List) => list.selectedItems.map(({ label }) => label);
  const count = ({ title }: List) => Number(/(\d+) of 40$/.exec(title ?? '')?.[1] ?? NaN);
  /** What the filter is when it is opened and left again. */
  const current = async () => {
    let now = { text: '', ticked: [] as string[], count: 0 };
    await filtering((list) => {
      now = { text: list.value, ticked: ticked(list), count: count(list) };
      return Promise.resolve();
    }, 'escape');
    return now;
  };
  const nothing = { text: '', ticked: [], count: 40 };

  it('R22: is ticked by keyboard, counts at once, and is there again after Enter', async () => {
    let found = NaN;
    await filtering(async (list) => {
      assert.equal(count(list), 40);
      await tick(list, 'Android');
      await until('fewer profiles', () => count(list) < 40);
      const android = count(list);
      await tick(list, 'With testing groups');
      await until('still fewer', () => count(list) < android);
      const both = count(list);
      list.value = 'e';
      await until('those with an e', () => count(list) < both);
      found = count(list);
    }, 'enter');
    const kept = { text: 'e', ticked: ['Android', 'With testing groups'], count: found };
    assert.deepEqual(await current(), kept);
    // Opened and accepted as it is, it stays what it is.
    await filtering(() => Promise.resolve(), 'enter');
    assert.deepEqual(await current(), kept);
    assert.deepEqual(await requests(), []);
  });

  it('T5: Esc gives back what was', async () => {
    const before = await current();
    await filtering(async (list) => {
      await tick(list, 'iOS');
      list.value = 'something else';
      await until('nothing found', () => count(list) === 0);
    }, 'escape');
    assert.deepEqual(await current(), before);
  });

  it('one command clears it', async () => {
    await vscode.commands.executeCommand('appcircle.clearProfileFilter');
    assert.deepEqual(await current(), nothing);
  });

  it('R22: Go to Profile clears a filter that hides the profile, and no other', async () => {
    const goTo = async (label: (labels: string[]) => string | undefined) => {
      user.chooses = label;
      await vscode.commands.executeCommand('appcircle.goToProfile');
      user.chooses = undefined;
    };
    let first = '';
    await goTo((labels) => {
      first = labels[0] ?? '';
      return undefined;
    });
    await filtering(async (list) => {
      list.value = first;
      await until('fewer profiles', () => count(list) < 40);
    }, 'enter');
    await goTo(() => first);
    assert.equal((await current()).text, first);
    await goTo((labels) => labels.find((label) => !label.toLowerCase().includes(first.toLowerCase())));
    assert.deepEqual(await current(), nothing);
    assert.deepEqual(
      user.messages.filter((message) => message.includes('wrong')),
      [],
    );
  });

  it('the order is asked for, and nothing else', async () => {
    user.chooses = (labels) => labels[1];
    await vscode.commands.executeCommand('appcircle.sortProfiles');
    assert.deepEqual(
      user.offeredRows.map(({ description }) => description ?? ''),
      ['current', '', ''],
    );
    await vscode.commands.executeCommand('appcircle.sortProfiles');
    assert.deepEqual(
      user.offeredRows.map(({ description }) => description ?? ''),
      ['', 'current', ''],
    );
    user.chooses = ([first]) => first;
    await vscode.commands.executeCommand('appcircle.sortProfiles');
    user.chooses = undefined;
    assert.deepEqual(await requests(), []);
  });
});
