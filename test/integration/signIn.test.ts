import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../vscode/until';
import { Person, signIn, signOutOfAll } from './support/person';
import { asUsual, control, forgetRequests, requests, sandbox } from './support/sandbox';

const exchange = 'POST /auth/v3/token';
const list = 'GET /distribution/v2/profiles';

describe('Sign In', () => {
  let person: Person;

  beforeEach(async () => {
    person = new Person();
    await asUsual();
    await forgetRequests();
  });

  afterEach(async () => {
    await person.escape();
    await signOutOfAll(person);
    person.leave();
  });

  it('makes exactly one exchange and one profile list', async () => {
    await signIn(person, ` ${sandbox.personalAccessKey}\n`);
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
    person.chooses = ([first]) => first;
    const done = vscode.commands.executeCommand('appcircle.signIn');
    const box = await person.box();
    assert.equal(box.password, true);
    assert.equal(box.ignoreFocusOut, true);
    await person.escape();
    await done;
    assert.deepEqual(person.messages, []);
  });

  it('ends silently on Esc at the kind of key', async () => {
    person.chooses = () => undefined;
    await vscode.commands.executeCommand('appcircle.signIn');
    assert.deepEqual(person.messages, []);
    assert.deepEqual(await requests(), []);
  });

  it('keeps the box open with the reason when the key is wrong, one exchange an attempt, nothing stored', async () => {
    person.chooses = ([first]) => first;
    const done = vscode.commands.executeCommand('appcircle.signIn');
    const box = await person.submit('d3Jvbmcga2V5IHdyb25nIGtleQ+/==');
    await until('the reason', () => messageOf(box)?.includes('did not accept the key'));
    assert.equal(box.enabled, true);
    assert.deepEqual(await requests(), [`${exchange} 401`]);
    await person.submit('YW5vdGhlciB3cm9uZyBvbmUgdG9v+/==');
    await until('the second refusal', async () => (await requests()).length === 2);
    await person.escape();
    await done;
    person.messages.length = 0;
    await vscode.commands.executeCommand('appcircle.signOut');
    assert.deepEqual(person.messages, ['You are not signed in to Appcircle.']);
  });

  it('tells a pasted access token from a key, without asking the server', async () => {
    person.chooses = ([first]) => first;
    const done = vscode.commands.executeCommand('appcircle.signIn');
    const box = await person.submit('eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln');
    await until('the remark', () =>
      messageOf(box)?.startsWith('This is a short-lived access token, not a key.'),
    );
    assert.deepEqual(await requests(), []);
    await person.escape();
    await done;
  });

  it('works on a host that knows only v1, the second time without asking v3', async () => {
    await control('mode', { exchange: 'v1' });
    await signIn(person, sandbox.personalAccessKey);
    assert.deepEqual(
      (await requests()).filter((line) => line.startsWith('POST')),
      [`${exchange} 404`, 'POST /auth/v1/token 200'],
    );
    await signOutOfAll(person);
    await forgetRequests();
    await signIn(person, sandbox.personalAccessKey);
    assert.deepEqual(
      (await requests()).filter((line) => line.startsWith('POST')),
      ['POST /auth/v1/token 200'],
    );
    // What was learned of this host would hold for the other suites.
    person.presses = 'Remove All Data';
    await vscode.commands.executeCommand('appcircle.removeAllData');
  });

  it('says what is wrong when the server is down, and succeeds in the same box when it is up', async () => {
    await control('down', { host: 'auth' });
    person.chooses = ([first]) => first;
    const done = vscode.commands.executeCommand('appcircle.signIn');
    const box = await person.submit(sandbox.personalAccessKey);
    await until('the reason', () => messageOf(box)?.includes('cannot be reached'));
    await control('up', {});
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await done;
    assert.ok((await requests()).some((line) => / \/auth\/v\d\/token 200$/.test(line)));
  });
});

function messageOf(box: vscode.InputBox): string | undefined {
  return typeof box.validationMessage === 'object' ? box.validationMessage.message : box.validationMessage;
}
