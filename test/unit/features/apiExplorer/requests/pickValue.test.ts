import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import type { Account } from '../../../../../src/account/account';
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import { failing } from '../../../api/transport/transportFixture';
import type { FakeDocument } from '../../../extension/fakeDocuments';
import { until } from '../../../support/until';
import { commitRequest, list, PickValueFixture, profileRequest } from './pickValueFixture';

describe('API Explorer: picking the value of an id', () => {
  let sandbox: Sandbox;
  let fixture: PickValueFixture;
  let account: Account;
  before(async () => {
    sandbox = await startSandbox({ profiles: 3 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    fixture = new PickValueFixture(sandbox);
    account = await fixture.signIn();
  });
  afterEach(() => {
    fixture.dispose();
  });

  const pick = (document: FakeDocument, name: string, operations?: string[]) =>
    fixture.pick(account, document, name, operations && { operations });
  /** The value that was chosen for a name. */
  const valueOf = async (document: FakeDocument, name: string, of = name) =>
    new Map(await pick(document, name)).get(of) ?? assert.fail(of);
  /** Lines of a document that give a variable a value. */
  const values = ({ text }: FakeDocument) => text.split('\n').filter((line) => /^@\w+ = ./.test(line));

  it('offers what there is by name, asked for once with the session, and gives the id of what was chosen', async () => {
    const [, second] = sandbox.profiles();
    fixture.choose((rows) => rows.find(({ label }) => label === second!.name));
    const document = fixture.open(profileRequest);
    const picked = await pick(document, 'profileId');
    assert.deepEqual(fixture.sent, [`harbor-owner GET ${list} 200`]);
    assert.deepEqual(fixture.offered, [sandbox.profiles().map(({ name }) => name)]);
    assert.equal(document.text, profileRequest, 'R37');
    assert.deepEqual(picked, [['profileId', second!.id]]);
    assert.deepEqual(fixture.editor.messages, []);
  });

  it('what the list needs first is chosen first, and stands for the other variables of the request', async () => {
    const document = fixture.open(commitRequest);
    const picked = new Map(await pick(document, 'commitId'));
    const [profileId, branchId, commitId] = ['profileId', 'branchId', 'commitId'].map((name) =>
      picked.get(name),
    );
    assert.deepEqual(fixture.sent, [
      'harbor-owner GET /build/v2/profiles 200',
      `harbor-owner GET /build/v1/profiles/${profileId} 200`,
      `harbor-owner GET /build/v2/commits?branchId=${branchId} 200`,
    ]);
    assert.ok(commitId);
    assert.deepEqual(values(document), [], 'R37');
    sandbox.clearRequests();
    await pick(document, 'commitId');
    assert.deepEqual(
      fixture.sent,
      [`harbor-owner GET /build/v2/commits?branchId=${branchId} 200`],
      'what was picked before is not asked for again',
    );
  });

  it('what the document says already is not asked for, nor written over', async () => {
    const first = fixture.open(commitRequest);
    const profileId = await valueOf(first, 'commitId', 'profileId');
    sandbox.clearRequests();
    fixture.picked.clear();
    fixture.choose((rows) => rows.at(-1));
    const document = fixture.open(commitRequest.replace('@profileId =', `@profileId = ${profileId}`));
    await pick(document, 'commitId');
    assert.equal(fixture.sent[0], `harbor-owner GET /build/v1/profiles/${profileId} 200`);
    assert.equal(fixture.sent.length, 2);
    assert.equal(values(document)[0], `@profileId = ${profileId}`);
  });

  it('an id in the query is written where it stands', async () => {
    const document = fixture.open('GET {{host}}/build/v2/commits?branchId=old&Page=1\n');
    const branchId = await valueOf(document, 'branchId');
    assert.equal(document.text, `GET {{host}}/build/v2/commits?branchId=${branchId}&Page=1\n`);
  });

  it('a value of its own is replaced in a document that is no file, as it is by then', async () => {
    const own = profileRequest.replace('@profileId =', '@profileId = old');
    const document = fixture.open(own);
    fixture.choose(([first]) => {
      document.text = own.replace('@profileId', '@a = 1\n@profileId');
      return first;
    });
    const id = await valueOf(document, 'profileId');
    assert.deepEqual(values(document), ['@a = 1', `@profileId = ${id}`]);
  });

  it('R37: a value of its own stays in a file, but where the person says so', async () => {
    const own = profileRequest.replace('@profileId =', '@profileId = old');
    const document = fixture.open(own, 'file:///w/mine.appcircle.http');
    fixture.origins.approve(document as unknown as vscode.TextDocument);
    const id = await valueOf(document, 'profileId');
    assert.equal(document.text, own);
    assert.match(fixture.editor.messages[0] ?? '', /has its own value for profileId, which is what is sent/);
    fixture.editor.presses = 'Write to Document';
    await pick(document, 'profileId');
    assert.deepEqual(values(document), [`@profileId = ${id}`]);
  });

  it('T5: Esc at any pick is the end: nothing is written, nothing more is asked, nothing is said', async () => {
    let picks = 0;
    fixture.choose(([first]) => (++picks < 2 ? first : undefined));
    const document = fixture.open(commitRequest);
    assert.deepEqual(await pick(document, 'commitId'), []);
    assert.equal(document.text, commitRequest);
    assert.equal(fixture.sent.length, 2);
    assert.deepEqual(fixture.editor.messages, []);
  });

  it('T5: Esc before the rows are there ends the request, without a word', async () => {
    sandbox.arm({ kind: 'hang', path: list });
    fixture.editor.answersPicks = false;
    const picking = pick(fixture.open(profileRequest), 'profileId');
    await until(() => fixture.sent.length === 1, 'the request');
    assert.equal(fixture.editor.picks[0]?.busy, true);
    fixture.editor.picks[0].hide();
    assert.deepEqual(await picking, []);
    await until(() => sandbox.requests().some(({ aborted }) => aborted), 'the end of the connection');
    assert.deepEqual(fixture.editor.messages, []);
  });

  it('only lists are asked: what merely stands at that place and may change something is not', async () => {
    const writes = ['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => `${method} ${list}`);
    const document = fixture.open(profileRequest);
    assert.deepEqual(await pick(document, 'profileId', writes), []);
    assert.deepEqual(fixture.sent, []);
    assert.deepEqual(fixture.offered, []);
    assert.equal(document.text, profileRequest);
    assert.deepEqual(fixture.editor.messages, ['There is no list to pick profileId from. Paste the value.']);
  });

  it('no action comes into what is asked, by a value or by the path of a description', async () => {
    const workflow = '@workflowId =\n@profileId = x?action=cancel\n\nGET {{host}}/build/{{workflowId}}\n';
    await failing(pick(fixture.open(workflow), 'workflowId'), 'invalidInput', { status: 400 });
    const queue = '@queueActionCancelId =\n\nGET {{host}}/build/{{queueActionCancelId}}\n';
    const operations = ['GET /build/v1/queue?action=cancel'];
    await failing(pick(fixture.open(queue), 'queueActionCancelId', operations), 'notFound');
    assert.deepEqual(fixture.sent, [
      'harbor-owner GET /build/v2/profiles/x%3Faction%3Dcancel/workflows 400',
      'harbor-owner GET /build/v1/queue%3Faction=cancel 404',
    ]);
  });

  it('a value that would lead to another path is refused, and nothing is asked', async () => {
    const document = fixture.open(commitRequest.replace('@profileId =', '@profileId = ..'));
    await failing(pick(document, 'commitId'), 'invalidInput', { code: 'REFUSED_ADDRESS' });
    assert.deepEqual(fixture.sent, []);
  });

  it('R7: what the server has against it is for the command to tell', async () => {
    const refusals = [
      [{ kind: 'respond', status: 403 }, 'forbidden'],
      [{ kind: 'html' }, 'foreignResponse'],
      [{ kind: 'html', status: 403 }, 'foreignResponse'],
      [{ kind: 'respond', status: 500 }, 'serverFault'],
    ] as const;
    for (const [fault, kind] of refusals) {
      sandbox.faults.clear();
      sandbox.arm({ ...fault, path: list });
      const document = fixture.open(profileRequest);
      await failing(pick(document, 'profileId'), kind);
      assert.equal(document.text, profileRequest);
    }
  });

  it('a name that the request has no id of is not picked', async () => {
    assert.deepEqual(await pick(fixture.open(profileRequest), 'branchId'), []);
    assert.deepEqual(fixture.sent, []);
  });
});
