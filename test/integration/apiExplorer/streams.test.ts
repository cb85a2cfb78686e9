import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../vscode/until';
import { UserFixture, signOutOfAll } from '../support/userFixture';
import { asUsual, control, forgetRequests, recorded } from '../support/sandbox';
import { answerHolding, answers, closeAll, lensesOf, open, send, sent, signInToRows } from './editors';

const path = '/distribution/v2/profiles';
const events = (count: number) => Array.from({ length: count }, (_, nth) => `data: {"n":${nth + 1}}\n\n`);

describe('API Explorer: responses that take long or end early', () => {
  let user: UserFixture;

  before(async () => {
    user = new UserFixture();
    await asUsual();
    await signInToRows(user);
  });

  beforeEach(async () => {
    await asUsual();
    await forgetRequests();
    user.messages.length = 0;
  });

  afterEach(closeAll);

  after(async () => {
    await signOutOfAll(user);
    user.leave();
  });

  const arm = (fault: object) => control('faults', { path, ...fault });
  const act = (document: vscode.TextDocument, action: string) =>
    vscode.commands.executeCommand('appcircle.runAnswerAction', { uri: document.uri.toString(), action });
  /** Begins to send it. What comes back ends with the response. */
  const begin = async (): Promise<{ ended: Thenable<unknown> }> => {
    const content = `GET {{host}}${path}`;
    const document = await open(content);
    const place = { uri: document.uri.toString(), offset: content.length };
    return { ended: vscode.commands.executeCommand('appcircle.sendRequest', place) };
  };

  it('events grow in their document before the end; Stop keeps them and says after how many', async () => {
    await arm({ kind: 'stream', pieces: events(200), everyMs: 200 });
    const { ended } = await begin();
    const response = await answerHolding('{"n":1}');
    const { version } = response;
    // Where nobody had time for it before, the first look finds several of them.
    await until('more events', () => response.version > version && response.getText().includes('{"n":6}'));
    assert.equal(response.isDirty, false);
    const titles = await lensesOf(response.uri);
    assert.match(titles.join('|'), /200 OK · \d+ events · .* · receiving….*\|.*Stop/);
    await act(response, 'stop');
    await ended;
    await until('the reason', () => /Incomplete\. Canceled after \d+ events\.\n$/.test(response.getText()));
    assert.ok(response.getText().startsWith(events(6).join('')));
    assert.match((await lensesOf(response.uri)).join('|'), /200 OK.*\|.*Incomplete/);
    assert.deepEqual(user.messages, []);
    await until('the end of the connection', async () => (await recorded()).some(({ aborted }) => aborted));
  });

  it('who closes it and opens it again sees all that came', async () => {
    await arm({ kind: 'stream', pieces: events(12), everyMs: 300 });
    const { ended } = await begin();
    const { uri } = await answerHolding('{"n":2}');
    await vscode.commands.executeCommand('workbench.action.closeAllGroups');
    await ended;
    const again = await vscode.workspace.openTextDocument(uri);
    await until('all of it', () => again.getText() === events(12).join(''));
  });

  it('what was cut off is shown as far as it came', async () => {
    await arm({ kind: 'truncate', keepBytes: 100 });
    await send(`GET {{host}}${path}`);
    const response = await answerHolding('Incomplete. The connection ended');
    assert.match((await lensesOf(response.uri)).join('|'), /200 OK.*\|.*Incomplete/);
    assert.equal((await sent()).length, 3);
  });

  it('what is packed in an unknown way says how', async () => {
    await arm({
      kind: 'respond',
      status: 200,
      body: '\u0000\u0001',
      headers: { 'content-encoding': 'martian' },
    });
    await send(`GET {{host}}${path}`);
    await answerHolding('The response is compressed with martian, which is not supported.');
    assert.equal(answers().length, 1);
  });
});
