import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../vscode/until';
import { UserFixture, signIn, signOutOfAll } from './support/userFixture';
import { asUsual, control, forgetRequests, requests, sandbox } from './support/sandbox';

const exchange = 'POST /auth/v3/token';
const list = 'GET /distribution/v2/profiles';

describe('Sign In', () => {
  let user: UserFixture;

  beforeEach(async () => {
    user = new UserFixture();
    await asUsual();
    await forgetRequests();
  });

  afterEach(async () => {
    await user.escape();
    await signOutOfAll(user);
    user.leave();
  });

  it('makes exactly one exchange and one profile list', async () => {
    await signIn(user, ` ${sandbox.personalAccessKey}\n`);
    await until('the profile list', async () => (await requests()).includes(`${list} 200`));
    // The organization's name is asked for last: when it is there, nothing more is under way.
    await until('the name', async () => (await requests()).some((line) => line.includes('/organizations/')));
    const made = await requests();
    assert.deepEqual(
      made.filter((line) => line.startsWith('POST')),
      [`${exchange} 200`],
    );
    assert.deepEqual(
      made.filter((line) => line.startsWith(list)),
      [`${list} 200`],
    );
  });

  it('asks for the key in a masked box that stays while a browser is looked at', async () => {
    user.chooses = ([first]) => first;
    const done = vscode.commands.executeCommand('appcircle.signIn');
    const box = await user.box();
    assert.equal(box.password, true);
    assert.equal(box.ignoreFocusOut, true);
    await user.escape();
    await done;
    assert.deepEqual(user.messages, []);
  });

  it('ends silently on Esc at the kind of key', async () => {
    user.chooses = () => undefined;
    await vscode.commands.executeCommand('appcircle.signIn');
    assert.deepEqual(user.messages, []);
    assert.deepEqual(await requests(), []);
  });

  it('keeps the box open with the reason when the key is wrong, one exchange an attempt, nothing stored', async () => {
    user.chooses = ([first]) => first;
    const done = vscode.commands.executeCommand('appcircle.signIn');
    const box = await user.submit('d3Jvbmcga2V5IHdyb25nIGtleQ+/==');
    await until('the reason', () => messageOf(box)?.includes('did not accept the key'));
    assert.equal(box.enabled, true);
    assert.deepEqual(await requests(), [`${exchange} 401`]);
    await user.submit('YW5vdGhlciB3cm9uZyBvbmUgdG9v+/==');
    const twice = [`${exchange} 401`, `${exchange} 401`].join();
    await until('the second refusal', async () => (await requests()).join() === twice);
    await user.escape();
    await done;
    user.messages.length = 0;
    await vscode.commands.executeCommand('appcircle.signOut');
    assert.deepEqual(user.messages, ['You are not signed in to Appcircle.']);
  });

  it('tells a pasted access token from a key, without asking the server', async () => {
    user.chooses = ([first]) => first;
    const done = vscode.commands.executeCommand('appcircle.signIn');
    const box = await user.submit('eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln');
    await until('the remark', () =>
      messageOf(box)?.startsWith('This is a short-lived access token, not a key.'),
    );
    assert.deepEqual(await requests(), []);
    await user.escape();
    await done;
  });

  it('works on a host that knows only v1, the second time without asking v3', async () => {
    await control('mode', { exchange: 'v1' });
    await signIn(user, sandbox.personalAccessKey);
    assert.deepEqual(
      (await requests()).filter((line) => line.startsWith('POST')),
      [`${exchange} 404`, 'POST /auth/v1/token 200'],
    );
    await signOutOfAll(user);
    await forgetRequests();
    await signIn(user, sandbox.personalAccessKey);
    assert.deepEqual(
      (await requests()).filter((line) => line.startsWith('POST')),
      ['POST /auth/v1/token 200'],
    );
    // What was learned of this host would hold for the other suites.
    user.presses = 'Remove All Data';
    await vscode.commands.executeCommand('appcircle.removeAllData');
  });

  it('says what is wrong when the server is down, and succeeds in the same box when it is up', async () => {
    await control('down', { host: 'auth' });
    user.chooses = ([first]) => first;
    const done = vscode.commands.executeCommand('appcircle.signIn');
    const box = await user.submit(sandbox.personalAccessKey);
    await until('the reason', () => messageOf(box)?.includes('cannot be reached'));
    await control('up', {});
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await done;
    assert.ok((await requests()).some((line) => / \/auth\/v\d\/token 200$/.test(line)));
  });
});

describe('A command of somebody who is signed out', () => {
  let user: UserFixture;

  beforeEach(async () => {
    user = new UserFixture();
    await asUsual();
    await vscode.env.clipboard.writeText('');
  });

  afterEach(async () => {
    await user.escape();
    await signOutOfAll(user);
    user.leave();
    await vscode.env.clipboard.writeText('');
  });

  it('goes on after Sign In, with the account that was signed in', async () => {
    user.chooses = ([first]) => first;
    const done = vscode.commands.executeCommand('appcircle.copyAccessToken');
    await user.submit(sandbox.personalAccessKey);
    await done;
    assert.match(await vscode.env.clipboard.readText(), /^ey/);
    assert.match(user.messages.at(-1) ?? '', /^Access token copied\./);
  });

  it('goes on after the name and secret of an API key, too', async () => {
    user.chooses = (labels) => labels.find((label) => label === 'API Key');
    const done = vscode.commands.executeCommand('appcircle.createProfile');
    for (const [prompt, text] of [
      ['Name of the API key', sandbox.apiKey.name],
      ['Secret of the API key', sandbox.apiKey.secret],
      ['Organization ID', ''],
    ] as const) {
      await until(prompt, async () => (await user.box()).prompt?.startsWith(prompt));
      await user.submit(text);
    }
    const box = await until('the box of the command', async () => {
      const open = await user.box();
      return open.title === 'Appcircle: Create Profile' && open;
    });
    box.hide();
    await done;
  });

  it('asks for its row after Sign In: Go to Profile', async () => {
    user.chooses = ([first]) => first;
    const done = vscode.commands.executeCommand('appcircle.goToProfile');
    const box = await user.box();
    user.chooses = undefined;
    await user.submit(sandbox.personalAccessKey);
    const list = await user.list();
    assert.equal(list.title, 'Appcircle: Go to Profile');
    list.hide();
    await done;
    assert.equal(box.password, true);
  });

  it('ends silently on Esc, and does nothing', async () => {
    user.chooses = () => undefined;
    await vscode.commands.executeCommand('appcircle.copyAccessToken');
    assert.deepEqual(user.messages, []);
    assert.equal(await vscode.env.clipboard.readText(), '');
  });

  it('a pasted key in the list of kinds is taken as one, and never stands there', async () => {
    const done = vscode.commands.executeCommand('appcircle.copyAccessToken');
    const list = await user.list();
    list.value = sandbox.personalAccessKey;
    await until('the row', () => list.items[0]?.label.startsWith('Use Pasted Text'));
    assert.equal(list.value, '');
    await until('the focus', () => list.activeItems[0] === list.items[0]);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await done;
    assert.match(await vscode.env.clipboard.readText(), /^ey/);
  });
});

function messageOf(box: vscode.InputBox): string | undefined {
  return typeof box.validationMessage === 'object' ? box.validationMessage.message : box.validationMessage;
}
