import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import { SenderFixture } from '../requests/senderFixture';
import type * as Places from '../../../../../src/features/apiExplorer/requests/requestPlace';
import { until } from '../../../support/until';
import type { FakeDocument } from '../../../extension/fakeDocuments';

const list = '/distribution/v2/profiles';
const bare = `### Profiles
# @name list
GET {{host}}${list}?Page=1&Size=2

### One
GET {{host}}${list}/{{list.response.body.$.[0].id}}
`;

describe('API Explorer: sending a request that needs others', () => {
  let sandbox: Sandbox;
  let fixture: SenderFixture;
  before(async () => {
    sandbox = await startSandbox({ profiles: 3 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    fixture = new SenderFixture(sandbox);
    await fixture.signIn();
  });
  afterEach(() => {
    fixture.dispose();
  });

  const messages = () => fixture.editor.messages;
  const first = () => sandbox.profiles()[0]!.id;
  const askedList = `harbor-owner GET ${list}?Page=1&Size=2 200`;

  async function sendNth({ uri, text }: FakeDocument, nth: number): Promise<void> {
    const { requestPlace } = fixture.load('requests/requestPlace') as typeof Places;
    const offset = [...text.matchAll(/^(GET|POST|PUT|DELETE) /gm)][nth]?.index ?? assert.fail();
    await fixture.sendAt(requestPlace({ uri: uri.toString(), offset }) ?? assert.fail());
  }

  it('R32: sends the request whose response it reads first, once, and then uses that', async () => {
    const document = fixture.open(bare);
    await sendNth(document, 1);
    assert.deepEqual(fixture.sent, [askedList, `harbor-owner GET ${list}/${first()} 200`]);
    assert.deepEqual(messages(), []);
    assert.equal(fixture.responses.all.length, 2);
    await sendNth(document, 1);
    assert.equal(fixture.sent.length, 3, 'the list is there');
  });

  it('R32: a response is of its document, and of the request as it stands', async () => {
    const document = fixture.open(bare);
    await sendNth(document, 0);
    await sendNth(fixture.open(bare), 1);
    assert.equal(fixture.sent.filter((line) => line === askedList).length, 2, 'another document has its own');
    document.text = bare.replace('Size=2', 'Size=1');
    await sendNth(document, 1);
    assert.equal(fixture.sent.filter((line) => line.includes('Size=1')).length, 1);
  });

  it('R32: one that failed to be sent again is none, and no old response stands for it', async () => {
    const document = fixture.open(bare);
    await sendNth(document, 0);
    sandbox.arm({ kind: 'respond', status: 500, path: list });
    await sendNth(document, 0);
    sandbox.faults.clear();
    sandbox.clearRequests();
    await sendNth(document, 1);
    assert.deepEqual(fixture.sent, []);
    assert.match(messages()[0] ?? '', /^Not sent\. The last response of list is not JSON\./);
  });

  it('R32: what may change something is not sent by itself', async () => {
    const document = fixture.open(
      `# @name made\nPOST {{host}}${list}\n\n{}\n###\nGET {{host}}${list}/{{made.response.body.$.id}}\n`,
    );
    await sendNth(document, 1);
    assert.deepEqual(fixture.sent, []);
    assert.deepEqual(messages(), [
      'Not sent. This needs the response of made, which can change data. Send made first.',
    ]);
  });

  it('R32: where one before it fails, nothing comes after, and that is said', async () => {
    sandbox.arm({ kind: 'respond', status: 403, path: list });
    await sendNth(fixture.open(bare), 1);
    assert.deepEqual(fixture.sent, [askedList.replace('200', '403')]);
    assert.deepEqual(messages(), ['Not sent. list returned 403.']);
  });

  it('R32: another account has responses of its own', async () => {
    const document = fixture.open(bare);
    await sendNth(document, 0);
    const other = await fixture.signIn('northwind-owner');
    sandbox.clearRequests();
    await sendNth(document, 1);
    assert.deepEqual(
      fixture.sent.map((line) => line.split(' ', 1)[0]),
      fixture.sent.map(() => 'northwind-owner'),
    );
    assert.match(fixture.sent[0] ?? '', /profiles\?Page=1/);
    assert.equal(fixture.window.account.id, other.id);
  });

  it('a document from a file is asked about at the first request, not at the ones after it', async () => {
    fixture.editor.presses = 'Send GET';
    await sendNth(fixture.open(bare, 'file:///w/came.appcircle.http'), 1);
    assert.equal(messages().length, 1);
    assert.match(messages()[0] ?? '', /^Send GET \/distribution\/v2\/profiles\?/);
    assert.equal(fixture.sent.length, 2);
  });

  it('T5: who does not want the first is asked for nothing more', async () => {
    await sendNth(fixture.open(bare, 'file:///w/came.appcircle.http'), 1);
    assert.deepEqual(fixture.sent, []);
    assert.equal(messages().length, 1);
  });

  describe('values that a document leaves open', () => {
    const open = `@id =\n\nGET {{host}}${list}/{{id}}?a={{nowhere}}\n`;

    it('R39: are asked for one after another, with steps, and sent; the last ones are proposed', async () => {
      const document = fixture.open(open);
      const sending = fixture.sendFirst(document);
      const box = await fixture.editor.box();
      assert.deepEqual(
        [box.title, box.step, box.totalSteps, box.value],
        ['Appcircle: Value of id', 1, 2, ''],
      );
      box.enter();
      await until(() => box.enabled && box.validationMessage !== undefined, 'the refusal');
      assert.equal(fixture.editor.boxes.length, 1, 'nothing is no value');
      box.submit('a/b');
      const second = await fixture.editor.box(2);
      assert.deepEqual([second.title, second.step], ['Appcircle: Value of nowhere', 2]);
      second.submit('c d');
      await sending;
      assert.deepEqual(fixture.sent, [`harbor-owner GET ${list}/a%2Fb?a=c%20d 400`]);
      assert.equal(document.text, open, 'R37');
      const again = fixture.sendFirst(document);
      const third = await fixture.editor.box(3);
      assert.equal(third.value, 'a/b');
      third.hide();
      await again;
      assert.equal(fixture.sent.length, 1);
    });

    it('R39: Esc at any of them is the end, and nothing was sent', async () => {
      const sending = fixture.send(open);
      (await fixture.editor.box()).submit('a');
      (await fixture.editor.box(2)).hide();
      await sending;
      assert.deepEqual(fixture.sent, []);
      assert.deepEqual(messages(), []);
    });

    it('R39: all that is asked for a request and for those before it is asked before the first is sent', async () => {
      const document = fixture.open(
        `@size =\n@x =\n\n# @name list\nGET {{host}}${list}?Size={{size}}\n###\nGET {{host}}${list}/{{list.response.body.$[0].id}}?x={{x}}\n`,
      );
      const sending = sendNth(document, 1);
      (await fixture.editor.box()).submit('2');
      const box = await fixture.editor.box(2);
      assert.deepEqual(fixture.sent, []);
      box.submit('y');
      await sending;
      assert.equal(fixture.sent.length, 2);
    });

    it('R37: what was picked is sent without a question', async () => {
      await fixture.values.pick(fixture.window.account, [
        ['id', first()],
        ['nowhere', 'z'],
      ]);
      await fixture.send(open);
      assert.deepEqual(fixture.sent, [`harbor-owner GET ${list}/${first()}?a=z 200`]);
      assert.deepEqual(fixture.editor.boxes, []);
    });

    it('T1: one that is called like a secret is masked', async () => {
      const sending = fixture.send(`GET {{host}}${list}?a={{password}}\n`);
      const box = await fixture.editor.box();
      assert.equal(box.password, true);
      box.hide();
      await sending;
    });

    it('R39: braces in a body may stay what they are', async () => {
      fixture.knownSafe = () => true;
      const document = fixture.open(
        `POST {{host}}${list}/search\nContent-Type: text/plain\n\nHello {{name}}\n`,
      );
      const sending = fixture.sendFirst(document);
      const box = await fixture.editor.box();
      assert.match(box.prompt, /leave this empty to send the text \{\{name\}\}/);
      box.enter();
      await sending;
      assert.equal(fixture.responses.all[0]?.request.body, 'Hello {{name}}');
      const again = fixture.sendFirst(document);
      (await fixture.editor.box(2)).submit('Ada');
      await again;
      assert.equal(fixture.responses.all[0].request.body, 'Hello Ada');
    });
  });
});
