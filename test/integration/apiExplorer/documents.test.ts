import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Elsewhere } from '../support/elsewhere';
import { UserFixture, signOutOfAll } from '../support/userFixture';
import { asUsual, control, forgetRequests, sandbox } from '../support/sandbox';
import {
  answerHolding,
  answers,
  closeAll,
  lensesOf,
  open,
  requestInFront,
  sendActive,
  sent,
  sentRecords,
  signInToRows,
  write,
} from './editors';
import { until } from '../../vscode/until';
import { hintsOf, press } from './lenses';

const list = '/distribution/v2/profiles';
const nobody = '00000000-0000-4000-8000-000000000000';

describe('API Explorer: request documents', () => {
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
    user.questions.length = 0;
    user.presses = undefined;
  });

  afterEach(closeAll);

  after(async () => {
    await signOutOfAll(user);
    user.leave();
    elsewhere.stop();
  });

  it('New API Request makes a document of an operation, with what can be done with it above', async () => {
    const done = vscode.commands.executeCommand('appcircle.newRequest');
    await user.pick('getDistributionProfile', /\/v2\/profiles\/\{profileId\} · getDistributionProfile /);
    await done;
    const document = await requestInFront();
    assert.equal(document.uri.scheme, 'appcircle-request');
    assert.equal(document.languageId, 'appcircle-http');
    assert.match(document.getText(), /^@profileId =$/m);
    assert.match(document.getText(), /^GET \{\{host\}\}\/distribution\/v2\/profiles\/\{\{profileId\}\}$/m);
    const titles = (await lensesOf(document.uri)).map((title) => title.replace(/^\$\([a-z-]+\)\u00a0/, ''));
    assert.deepEqual(titles, ['Send', 'Copy as cURL', 'Documentation', 'Pick profileId', 'Save to File']);
    assert.deepEqual(problemsIn(document), ['needsValue']);
    assert.deepEqual(await sent(), []);
  });

  it('an operation that was used is offered first the next time', async () => {
    const first = vscode.commands.executeCommand('appcircle.newRequest');
    await user.pick('Notes_List', / · Notes_List · legacy$/);
    await first;
    const second = vscode.commands.executeCommand('appcircle.goToOperation');
    const [separator, row] = (await user.list()).items;
    await user.escape();
    await second;
    assert.equal(separator?.kind, vscode.QuickPickItemKind.Separator);
    assert.equal(row?.description, 'GET /legacy/v1/notes · Notes_List · legacy');
  });

  const refused: [code: string, text: () => string][] = [
    ['notBelowHost', () => `GET ${elsewhere.origin}/x`],
    ['notBelowHost', () => `GET //${elsewhere.host}/x`],
    ['notBelowHost', () => `GET {{host}}@${elsewhere.host}/x`],
    ['notBelowHost', () => `GET {{host}}.elsewhere.example/x`],
    ['notBelowHost', () => `GET {{host}}\\${elsewhere.host}/x`],
    ['notBelowHost', () => `@server = ${elsewhere.origin}\nGET {{server}}/x`],
    ['emptySegment', () => `GET {{host}}//${elsewhere.host}/x`],
    ['hostVariable', () => `@host = ${elsewhere.origin}\nGET {{host}}/x`],
    ['forbiddenHeader', () => `GET {{host}}${list}\nAuthorization: Bearer x`],
    ['forbiddenHeader', () => `GET {{host}}${list}\nproxy_authorization: Basic x`],
    ['forbiddenHeader', () => `GET {{host}}${list}\nCookie: a=b`],
    ['forbiddenHeader', () => `GET {{host}}${list}\nX-Forwarded-For: 127.0.0.1`],
    ['forbiddenHeader', () => `GET {{host}}${list}\nHost: ${elsewhere.host}`],
    ['fileInclude', () => `POST {{host}}${list}\nContent-Type: application/json\n\n{}\n< ./README.md`],
    ['fileInclude', () => `POST {{host}}${list}\nContent-Type: application/json\n\n<@ ./README.md`],
    ['fileOutput', () => `GET {{host}}${list}\n\n>> answer.json`],
    ['script', () => `GET {{host}}${list}\n\n> {% client.global.set("a", 1); %}`],
    ['script', () => `< {% request.variables.set("a", 1) %}\nGET {{host}}${list}`],
    ['import', () => `import ./other.http\nGET {{host}}${list}`],
    ['import', () => `# @ref login\nGET {{host}}${list}`],
    ['prompt', () => `# @prompt password\nGET {{host}}${list}`],
    ['environment', () => `# @env production\nGET {{host}}${list}`],
    ['systemVariable', () => `GET {{host}}${list}?key={{$processEnv HOME}}`],
  ];

  it('what other tools do and this one does not is marked where it stands, and sent nowhere', async () => {
    user.presses = ['Send GET', 'Send POST'];
    const document = await open('');
    for (const [code, text] of refused) {
      user.messages.length = 0;
      await write(document, text());
      const marked = vscode.languages.getDiagnostics(document.uri);
      assert.ok(problemsIn(document).includes(code), `${text()}\n${problemsIn(document).join()}`);
      await sendActive();
      const said = marked.map(({ message }) => `Not sent. ${message}`);
      assert.equal(user.messages.length, 1);
      assert.ok(
        user.messages.some((message) => said.includes(message) || message.startsWith('There is no request')),
        user.messages.join(),
      );
    }
    assert.deepEqual(await sent(), []);
    assert.deepEqual(elsewhere.seen, []);
    assert.deepEqual(answers(), []);
  });

  it('of several requests in a document the one is sent that was meant', async () => {
    const { uri } = await open(`GET {{host}}${list}/${nobody}\n\n###\n\nGET {{host}}${list}?Page=1&Size=1\n`);
    await press(uri, 'Send', 1);
    await answerHolding('"name"');
    const [sent, ...more] = await sentRecords();
    assert.deepEqual([sent?.path, sent?.query, more.length], [list, 'Page=1&Size=1', 0]);
    assert.equal(sent?.authorization?.state, 'valid');
    assert.equal(sent.authorization.scheme, 'Bearer');
  });

  for (const [method, target] of [
    ['DELETE', `${list}/${nobody}`],
    ['PATCH', `${list}/${nobody}`],
    ['GET', `/build/v1/queue/${nobody}?action=cancel`],
  ] as const) {
    it(`${method} ${target} is asked about once, with all that decides, and sent once or not at all`, async () => {
      await open(`${method} {{host}}${target}`);
      await sendActive();
      const [question, ...others] = user.questions;
      assert.deepEqual(others, []);
      assert.equal(question?.message, `Send ${method} ${target} to Harbor Labs?`);
      assert.match(question.detail, /takes effect immediately/);
      assert.ok(
        question.detail.includes(`Organization: Harbor Labs. Server: ${new URL(sandbox.apiEndpoint).host}.`),
      );
      assert.deepEqual(await sent(), []);

      user.presses = `Send ${method}`;
      await sendActive();
      assert.equal(user.questions.length, 2);
      assert.equal((await sent()).length, 1);
    });
  }

  it('a GET with an action that our description marks as safe is sent without a question', async () => {
    const query = 'action=uploadInformation&fileName=a.apk&fileSize=10';
    await open(`GET {{host}}/distribution/v1/profiles/${nobody}/app-versions?${query}`);
    await sendActive();
    assert.deepEqual(user.messages, []);
    assert.deepEqual(await sent(), [`GET /distribution/v1/profiles/${nobody}/app-versions 404`]);
  });

  it('picks a distribution profile by its name', async () => {
    const document = await open(`@profileId =\n\nGET {{host}}${list}/{{profileId}}`);
    user.chooses = (labels) => labels.find((label) => label === 'Harbor Notes Beta');
    await press(document.uri, 'Pick profileId');
    assert.equal(user.offered.length, 40);
    assert.match(document.getText(), /^@profileId =$/m, 'R37');
    assert.match((await hintsOf(document)).join(), /^[\da-f-]{36}$/);
    await until('no problem', () => problemsIn(document).length === 0);
    await sendActive();
    await answerHolding('"Harbor Notes Beta"');
  });

  it('picks a branch after the profile that it is of', async () => {
    const document = await open('GET {{host}}/build/v2/commits?branchId=');
    const steps: string[][] = [];
    user.chooses = (labels) => {
      steps.push(labels);
      return labels.find((label) => ['Tidepool Banking', 'main'].includes(label));
    };
    await press(document.uri, 'Pick branchId');
    assert.equal(steps.length, 2);
    assert.ok(steps[0]?.includes('Harbor Notes Android'));
    assert.ok(steps[1]?.includes('main'));
    assert.match(document.getText(), /^GET \{\{host\}\}\/build\/v2\/commits\?branchId=[\da-f-]{36}$/);
    await forgetRequests();
    await sendActive();
    assert.deepEqual(await sent(), ['GET /build/v2/commits 200']);
  });

  it('T5: a pick that is closed changes nothing and says nothing, at each step', async () => {
    const text = 'GET {{host}}/build/v2/commits?branchId=';
    const document = await open(text);
    for (const answered of [0, 1]) {
      let left = answered;
      user.chooses = ([first]) => (left-- > 0 ? first : undefined);
      await press(document.uri, 'Pick branchId');
    }
    assert.equal(document.getText(), text);
    assert.deepEqual(user.messages, []);
  });

  it('a list that the server refuses to give is said to have failed', async () => {
    const document = await open(`@profileId =\n\nGET {{host}}${list}/{{profileId}}`);
    await control('faults', { kind: 'respond', status: 403, method: 'GET', path: list, times: 1 });
    await press(document.uri, 'Pick profileId');
    assert.equal(user.messages.length, 1);
    assert.ok(!user.messages[0]?.startsWith('Something went wrong'));
    assert.match(document.getText(), /^@profileId =$/m);
  });
});

function problemsIn({ uri }: vscode.TextDocument): unknown[] {
  return vscode.languages.getDiagnostics(uri).map(({ code }) => code);
}
