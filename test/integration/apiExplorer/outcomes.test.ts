import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../vscode/until';
import { Elsewhere } from '../support/elsewhere';
import { UserFixture, signOutOfAll } from '../support/userFixture';
import { asUsual, control, forgetRequests } from '../support/sandbox';
import {
  answerHolding,
  answers,
  closeAll,
  lensesOf,
  open,
  send,
  sendActive,
  sent,
  sentRecords,
  signInToRows,
} from './editors';
import { press } from './lenses';

const list = '/distribution/v2/profiles';
const nobody = '00000000-0000-4000-8000-000000000000';

describe('API Explorer: outcomes', () => {
  let user: UserFixture;
  let elsewhere: Elsewhere;

  before(async () => {
    elsewhere = await Elsewhere.start();
    user = new UserFixture();
    await asUsual();
    await signInToRows(user);
  });

  beforeEach(async () => {
    await asUsual();
    await forgetRequests();
    elsewhere.seen.length = 0;
    user.messages.length = 0;
    user.presses = undefined;
  });

  afterEach(closeAll);

  after(async () => {
    await signOutOfAll(user);
    user.leave();
    elsewhere.stop();
  });

  /** What was told above the answer that is open. */
  async function above(): Promise<string[]> {
    const answer = await until('an answer', () => answers()[0]);
    return until('what stands above it', async () => {
      const titles = await lensesOf(answer.uri);
      return titles.length > 0 && titles;
    });
  }

  it('a fault of the server is an answer, asked for once, with its body', async () => {
    const fault = { kind: 'respond', status: 500, path: list, body: { message: 'Out of tide' }, times: 1 };
    await control('faults', fault);
    await send(`GET {{host}}${list}`);
    await answerHolding('Out of tide');
    assert.ok((await above()).some((title) => title.includes('500')));
    assert.deepEqual(await sent(), [`GET ${list} 500`]);
    assert.deepEqual(user.messages, []);
  });

  it('a server that cannot be reached is said, and there is no answer', async () => {
    await control('down', { host: 'api' });
    await send(`GET {{host}}${list}`);
    assert.equal(user.messages.length, 1);
    assert.match(user.messages[0] ?? '', /cannot be reached/);
    assert.deepEqual(answers(), []);
  });

  it('R20: a redirect to another server is shown, and not followed', async () => {
    await control('faults', { kind: 'redirect', location: `${elsewhere.origin}/x`, path: list, times: 1 });
    await send(`GET {{host}}${list}`);
    assert.ok((await above()).some((title) => title.includes('302')));
    assert.ok((await above()).some((title) => title.startsWith('The redirect to ')));
    assert.deepEqual(elsewhere.seen, []);
  });

  for (const method of ['PATCH', 'DELETE']) {
    it(`R14: a ${method} that met an expired session is sent again once, with its body`, async () => {
      await control('expire-tokens', {});
      user.presses = `Send ${method}`;
      await send(`${method} {{host}}${list}/${nobody}\nContent-Type: application/json\n\n{"pinned": true}`);
      await until('an answer', () => answers()[0]);
      const target = `${method} ${list}/${nobody}`;
      assert.deepEqual(await sent(), [`${target} 401`, 'POST /auth/v3/token 200', `${target} 404`]);
      const [, , again] = await sentRecords();
      assert.deepEqual(again?.bodyFields, ['pinned']);
      assert.equal(user.messages.length, 1);
    });
  }

  it('R14: a second 401 is the answer', async () => {
    await control('faults', { kind: 'respond', status: 401, path: list });
    await send(`GET {{host}}${list}`);
    assert.ok((await above()).some((title) => title.includes('401')));
    assert.equal((await sent()).filter((line) => line.startsWith('GET')).length, 2);
    assert.equal((await sent()).filter((line) => line.startsWith('POST')).length, 1);
  });

  it('Next Page asks with the same words for the page after', async () => {
    await send(`GET {{host}}${list}?Page=1&Size=2&search=harbor`);
    await press((await answerHolding('"name"')).uri, 'Next Page');
    const pages = (await sentRecords()).map(({ query }) => query);
    assert.deepEqual(pages, ['Page=1&Size=2&search=harbor', 'Page=2&Size=2&search=harbor']);
    assert.deepEqual(user.messages, []);
  });

  it('Send Again of what may change something asks again', async () => {
    user.presses = 'Send DELETE';
    await send(`DELETE {{host}}${list}/${nobody}`);
    const answer = await until('an answer', () => answers()[0]);
    user.presses = undefined;
    user.questions.length = 0;
    await press(answer.uri, 'Send Again');
    assert.equal(user.questions.length, 1);
    assert.deepEqual(await sent(), [`DELETE ${list}/${nobody} 404`]);
  });

  it('Compare shows two answers beside each other, secrets masked in both', async () => {
    await open(`GET {{host}}${list}`);
    await sendActive();
    await sendActive();
    await until('two answers', async () => (await sent()).length === 2);
    const answer = await answerHolding('"name"');
    const compare = async (wanted?: string) => {
      user.chooses = () => wanted;
      await vscode.commands.executeCommand('appcircle.compareAnswers', answer.uri);
      return user.offeredRows.find(({ kind }) => kind !== vscode.QuickPickItemKind.Separator)?.label;
    };
    // The operation of a response is looked up behind it.
    await until('its operation', async () => (await compare()) === 'List distribution profiles');
    await compare('List distribution profiles');
    const input = await until('the comparison', () => {
      const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return shown instanceof vscode.TabInputTextDiff && shown;
    });
    for (const uri of [input.original, input.modified]) {
      assert.equal(uri.scheme, 'appcircle-answer');
      const document = await vscode.workspace.openTextDocument(uri);
      assert.ok(document.getText().includes('•••'));
      assert.ok(!document.getText().includes('Sentinel'));
    }
  });
});
