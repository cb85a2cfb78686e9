import { strict as assert } from 'node:assert';
import type * as SendAllModule from '../../../../../src/features/apiExplorer/flows/sendAll';
import type * as Results from '../../../../../src/features/apiExplorer/flows/sendResults';
import type * as Places from '../../../../../src/features/apiExplorer/requests/requestPlace';
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import { failing } from '../../../api/transport/transportFixture';
import type { FakeDocument } from '../../../extension/fakeDocuments';
import { until } from '../../../support/until';
import { SenderFixture } from '../requests/senderFixture';

const list = '/distribution/v2/profiles';
const nobody = '00000000-0000-4000-8000-000000000000';
const flow = `### Profiles
# @name list
GET {{host}}${list}?Page=1&Size=2

### Remove one
DELETE {{host}}${list}/${nobody}

### One
GET {{host}}${list}/{{list.response.body.$[0].id}}
`;
const reading = flow.replace(/### Remove one\nDELETE .*\n/, '');

describe('API Explorer: sending all requests of a document', () => {
  let sandbox: Sandbox;
  let fixture: SenderFixture;
  let results: Results.SendResults;
  before(async () => {
    sandbox = await startSandbox({ profiles: 3 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    fixture = new SenderFixture(sandbox);
    await fixture.signIn();
    const { SendResults } = fixture.load('flows/sendResults') as typeof Results;
    results = fixture.editor.own(new SendResults(fixture.accountData));
  });
  afterEach(() => {
    fixture.dispose();
  });

  const messages = () => fixture.editor.messages;
  const shownList = () => fixture.editor.shownDocuments.at(-1)?.text ?? '';

  async function sendAll({ uri }: FakeDocument, from = 0): Promise<void> {
    const { requestPlace } = fixture.load('requests/requestPlace') as typeof Places;
    const { sendAll: send } = fixture.load('flows/sendAll') as typeof SendAllModule;
    const place = requestPlace({ uri: uri.toString(), offset: 0 }) ?? assert.fail();
    const deps = { ...fixture.deps, results };
    await send(fixture.sender, deps, place, place.parsed.requests.slice(from));
  }

  it('R33: what only reads is sent in order without a question, and leaves a list', async () => {
    await sendAll(fixture.open(reading));
    const [first] = sandbox.profiles();
    assert.deepEqual(fixture.sent, [
      `harbor-owner GET ${list}?Page=1&Size=2 200`,
      `harbor-owner GET ${list}/${first!.id} 200`,
    ]);
    assert.deepEqual(messages(), []);
    assert.equal(fixture.editor.shownDocuments.length, 1, 'the list alone is opened');
    assert.match(
      shownList(),
      /^2 of 2 requests succeeded\n\n1\. 200 OK · \d+ ms · .*\n {3}Profiles · GET .*profiles\n2\. /,
    );
    assert.equal(fixture.editor.progresses.length, 1);
  });

  it('R33: asks once, with every write listed, and stops at the first failure', async () => {
    fixture.editor.presses = 'Send 3 Requests';
    await sendAll(fixture.open(flow, 'file:///w/came.appcircle.http'));
    assert.equal(messages().length, 1);
    assert.match(messages()[0] ?? '', /^Send 3 requests to /);
    const [details = ''] = fixture.editor.details;
    assert.match(details, /came with the workspace or from a file/);
    assert.match(details, /Remove one · DELETE \/distribution\/v2\/profiles\/0{8}/);
    assert.doesNotMatch(details, /Profiles ·/);
    assert.deepEqual(
      fixture.sent.map((line) => line.split(' ').slice(1, 2).concat(line.slice(-3)).join(' ')),
      ['GET 200', 'DELETE 404'],
    );
    assert.match(shownList(), /^1 of 3 requests succeeded\n/);
    assert.match(shownList(), /\n3\. Not sent\n {3}One · GET .*\{from list\}\n/);
  });

  it('R33: names where the ids of a write will come from, in a question and in the list', async () => {
    const remove = `DELETE {{host}}${list}/{{list.response.body.$[0].id}}/{{kind}}\nX-Of: {{list.response.status}}\n`;
    const sending = sendAll(fixture.open(`${reading}\n### Remove it\n${remove}`));
    const box = await fixture.editor.box();
    box.submit('all');
    await sending;
    assert.match(fixture.editor.details[0] ?? '', /Remove it · DELETE \S+profiles\/\{from list\}\/all\n/);
    assert.deepEqual(fixture.sent, []);
  });

  it('T5: Esc at the question, or at a value that is asked for, sends nothing', async () => {
    await sendAll(fixture.open(flow));
    assert.deepEqual([fixture.sent, messages().length], [[], 1]);
    const sending = sendAll(fixture.open(`GET {{host}}${list}\n###\nGET {{host}}${list}/{{id}}\n`));
    (await fixture.editor.box()).hide();
    await sending;
    assert.deepEqual(fixture.sent, []);
    assert.equal(fixture.editor.shownDocuments.length, 0);
  });

  it('R33: a request that is wrong keeps all from being sent', async () => {
    await sendAll(fixture.open(`${reading}\n###\nGET {{host}}/a/../b\n`));
    assert.deepEqual(fixture.sent, []);
    assert.match(messages()[0] ?? '', /^Not sent\. "\." and "\.\."/);
  });

  it('R33: from a place on, what only reads comes along where it is needed, and a write does not', async () => {
    await sendAll(fixture.open(reading), 1);
    assert.equal(fixture.sent.length, 2);
    sandbox.clearRequests();
    const write = `# @name made\nPOST {{host}}${list}\n\n{}\n###\nGET {{host}}${list}/{{made.response.body.$.id}}\n`;
    await sendAll(fixture.open(write), 1);
    assert.deepEqual(fixture.sent, []);
    assert.match(messages().at(-1) ?? '', /Send made first/);
  });

  it('R33: Cancel ends it; the list says what was sent and what was not', async () => {
    sandbox.arm({ kind: 'hang', path: `${list}/` });
    const sending = sendAll(fixture.open(reading));
    await until(() => fixture.sent.length === 2, 'the second request');
    fixture.editor.progresses[0]?.cancel();
    await failing(sending, 'cancelled');
    assert.match(shownList(), /^1 of 2 requests succeeded\n/);
    assert.match(shownList(), /\n2\. Canceled\n {3}One · GET /);
  });

  it('R33: a body that is not JSON is asked about at the beginning, once, and Esc sends nothing', async () => {
    const broken = `### Make\nPOST {{host}}${list}\nContent-Type: application/json\n\n{"name": }\n`;
    const document = fixture.open(`${reading}\n${broken}`);
    await sendAll(document);
    assert.deepEqual([fixture.sent, messages().length], [[], 1]);
    assert.match(fixture.editor.details[0] ?? '', /^Make · POST .* · The body is not valid JSON\. Line 1: /);
    fixture.editor.presses = 'Send Anyway';
    await sendAll(document);
    assert.equal(messages().length, 2, 'not again in the middle');
    assert.equal(fixture.sent.length, 3);
  });

  it('R38: a request that gets no response makes what is shown of its document old', async () => {
    const document = fixture.open(`GET {{host}}${list}?Page=1&Size=2\n`);
    await fixture.sendFirst(document);
    await fixture.send(`GET {{host}}${list}?Page=1&Size=1\n`);
    await sandbox.down('api');
    try {
      await failing(fixture.sendFirst(document), 'offline');
    } finally {
      await sandbox.up('api');
    }
    assert.deepEqual(
      fixture.responses.all.map(({ isOld }) => isOld === true),
      [false, true],
    );
  });
});
