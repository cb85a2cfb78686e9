import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import { until } from '../../vscode/until';
import { UserFixture, signIn, signOutOfAll } from '../support/userFixture';
import { asUsual, control, forgetRequests, sandbox } from '../support/sandbox';
import {
  answerHolding,
  answers,
  closeAll,
  lensesOf,
  open,
  send,
  sent,
  sendActive,
  signInToRows,
} from './editors';

const list = '/distribution/v2/profiles';

describe('API Explorer: requests', () => {
  let user: UserFixture;
  let elsewhere: Server;
  const reached: string[] = [];
  let stranger: string;

  before(async () => {
    elsewhere = createServer((request, response) => {
      reached.push(`${request.url ?? ''} ${request.headers.authorization ?? 'without token'}`);
      const answer = {
        openapi: '3.0.3',
        paths: { '/from/elsewhere': { get: { operationId: 'elsewhere' } } },
      };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    stranger = `127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
    user = new UserFixture();
    await asUsual();
    await signInToRows(user);
  });

  beforeEach(async () => {
    await asUsual();
    await forgetRequests();
    reached.length = 0;
    user.messages.length = 0;
    user.presses = undefined;
  });

  afterEach(closeAll);

  after(async () => {
    // A profile was made.
    await control('profiles', { count: 40 });
    await signOutOfAll(user);
    user.leave();
    elsewhere.close();
  });

  it('sends a GET once, with the session, and without a question', async () => {
    await send(`GET {{host}}${list}?Page=1&Size=2`);
    const answer = await answerHolding('"name"');
    assert.deepEqual(await sent(), [`GET ${list} 200`]);
    assert.deepEqual(user.messages, []);
    assert.equal(answer.languageId, 'appcircle-answer');
  });

  const hostile: [what: string, text: () => string][] = [
    ['an absolute address', () => `GET http://${stranger}/x`],
    ['a second slash', () => `GET {{host}}//${stranger}/x`],
    ['user information', () => `GET {{host}}@${stranger}/x`],
    ['another port', () => 'GET {{host}}:1/x'],
    ['a backslash', () => `GET {{host}}/\\${stranger}/x`],
    ['a variable for the host', () => `@host = http://${stranger}\nGET {{host}}/x`],
    ['a path that climbs', () => 'GET {{host}}/a/../../x'],
    ['a value that climbs', () => '@id = ..\nGET {{host}}/a/{{id}}'],
    ['a header of the session', () => `GET {{host}}${list}\nauthorization: Bearer x`],
    ['the header of the host', () => `GET {{host}}${list}\nHost: ${stranger}`],
    ['a forwarding header', () => `GET {{host}}${list}\nX-Forwarded-Host: ${stranger}`],
    ['a cookie', () => `GET {{host}}${list}\nCookie: a=b`],
    ['an overriding header', () => `GET {{host}}${list}\nX-HTTP-Method-Override: DELETE`],
    ['a file', () => `POST {{host}}${list}\nContent-Type: application/json\n\n< ./secret.txt`],
    ['a script', () => `GET {{host}}${list}\n\n> {% client.log(1) %}`],
    ['an import', () => `import ./other.http\n\nGET {{host}}${list}`],
  ];
  for (const [what, text] of hostile) {
    it(`sends nothing anywhere for ${what}, and says why`, async () => {
      user.presses = ['Send GET', 'Send POST'];
      const { uri } = await send(text());
      assert.deepEqual(await sent(), []);
      assert.deepEqual(reached, []);
      assert.equal(user.messages.length, 1);
      assert.match(user.messages[0] ?? '', /^(Not sent\.|There is no request)/);
      const problems = vscode.languages.getDiagnostics(uri);
      // Whether a file may be sent is known when it is read.
      const isMarked = problems.length > 0 || what === 'a file';
      assert.ok(isMarked || user.messages[0]?.startsWith('There is no request'));
    });
  }

  for (const call of [`DELETE {{host}}${list}/x`, 'GET {{host}}/build/v1/queue/x?action=cancel']) {
    it(`asks once before ${call.split(' ')[0] ?? ''} ${call.includes('?') ? 'with an action ' : ''}is sent`, async () => {
      await send(call);
      assert.deepEqual(await sent(), []);
      assert.equal(user.messages.length, 1);
      assert.match(user.messages[0] ?? '', /^Send (DELETE|GET) .* to Harbor Labs\?$/);
      assert.equal(call.includes('?'), user.messages[0]?.includes('action=cancel'));
      user.messages.length = 0;
      user.presses = [`Send ${call.split(' ')[0] ?? ''}`];
      await sendActive();
      await until('the request', async () => (await sent()).length === 1);
      assert.equal(user.messages.length, 1);
    });
  }

  it('R14: a session that the server dropped is renewed once, and the request sent again with its body', async () => {
    await control('expire-tokens', {});
    await forgetRequests();
    user.presses = ['Send POST'];
    await send(`POST {{host}}${list}\nContent-Type: application/json\n\n{"name": "Sent again"}`);
    await answerHolding('Sent again');
    // The list that the view asks for afterwards is another request.
    const asked = (await sent()).filter((line) => line.startsWith('POST'));
    assert.deepEqual(asked, [`POST ${list} 401`, 'POST /auth/v3/token 200', `POST ${list} 200`]);
  });

  it('an answer that is no success is shown as an answer, with what it means', async () => {
    await send(`GET {{host}}${list}/00000000-0000-4000-8000-000000000000`);
    const answer = await until('an answer', () => answers().find(({ uri }) => uri.path.includes('404')));
    const lenses = await lensesOf(answer.uri);
    assert.ok(lenses.some((title) => title.includes('404')));
    assert.ok(lenses.some((title) => title.includes('Not found on ')));
    assert.deepEqual(user.messages, []);
  });

  it('T11, R5: what is copied for the command line has the variable, not the token', async () => {
    const { accessTokens } = (await control('secrets')) as { accessTokens: string[] };
    await open(`GET {{host}}${list}?search=a'b`);
    for (const form of ['Curl', 'PowerShell', 'Fetch']) {
      await vscode.commands.executeCommand(`appcircle.copyRequestAs${form}`);
      const copied = await vscode.env.clipboard.readText();
      assert.match(copied, /AC_ACCESS_TOKEN/);
      assert.ok(!accessTokens.some((token) => copied.includes(token)));
    }
    assert.deepEqual(await sent(), []);
  });

  it('a description on another server is read without a token, and changes no request', async () => {
    const settings = vscode.workspace.getConfiguration();
    await settings.update('appcircle.api.description', `http://${stranger}/api.json`, true);
    try {
      await vscode.commands.executeCommand('appcircle.refresh');
      await until('the description', async () => {
        await open('GET {{host}}/from/elsewhere');
        await vscode.commands.executeCommand('appcircle.showOperation');
        return reached.length > 0;
      });
      assert.deepEqual([...new Set(reached)], ['/api.json without token']);
      reached.length = 0;
      await send('GET {{host}}/from/elsewhere');
      await until('the request', async () => (await sent()).includes('GET /from/elsewhere 404'));
      assert.deepEqual(reached, []);
    } finally {
      await settings.update('appcircle.api.description', undefined, true);
    }
  });

  it('R27, T10: the history has method, path and status, no query, and goes with the account', async () => {
    await vscode.commands.executeCommand('appcircle.clearRequestHistory');
    await send(`GET {{host}}${list}?search=Sentinel`);
    await answerHolding('[');
    user.chooses = () => undefined;
    await vscode.commands.executeCommand('appcircle.showRequestHistory');
    assert.deepEqual(user.offered, ['List distribution profiles']);
    assert.ok(!JSON.stringify(user.offeredRows).includes('Sentinel'));
    await signOutOfAll(user);
    await until('no answer left', () => answers().length === 0);
    await signIn(user, sandbox.personalAccessKey);
    user.chooses = () => undefined;
    await vscode.commands.executeCommand('appcircle.showRequestHistory');
    assert.deepEqual(user.offered, []);
  });
});
