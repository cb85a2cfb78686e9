import { strict as assert } from 'node:assert';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import { failing } from '../../../api/transport/transportFixture';
import { FakeUri } from '../../../extension/fakeUri';
import { until } from '../../../support/until';
import { SenderFixture } from './senderFixture';

const list = '/distribution/v2/profiles';
const nobody = '00000000-0000-4000-8000-000000000000';
const profile = `${list}/${nobody}`;
const queue = `/build/v1/queue/${nobody}?action=cancel`;
const get = `GET {{host}}${list}?Page=1&Size=2\n`;
const asked = `harbor-owner GET ${list}?Page=1&Size=2 200`;
const file = 'file:///w/came.appcircle.http';

describe('API Explorer: sending a request', () => {
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

  it('a GET is sent once, with the session, without a question; its response is shown and remembered', async () => {
    const { account } = fixture.window;
    const document = fixture.open(get);
    await fixture.sendFirst(document);
    assert.deepEqual(fixture.sent, [asked]);
    assert.deepEqual(messages(), []);
    const [response] = fixture.responses.all;
    assert.ok(response);
    assert.deepEqual(
      [response.account, response.source, response.response.status, response.file],
      [account, document.uri.toString(), 200, undefined],
    );
    const [shown] = fixture.editor.shownDocuments;
    assert.deepEqual(
      [shown?.address, shown?.options.preserveFocus, shown?.options.viewColumn],
      [response.uri.toString(), true, -2],
    );
    assert.match(shown?.text ?? '', /"name"/);
    const { at, ...entry } = fixture.history.of(account.id)[0] ?? assert.fail('no entry');
    assert.deepEqual(entry, { method: 'GET', path: list, status: 200 });
    assert.equal(fixture.history.textOf(account.id, { at, ...entry }), get);
  });

  it('an answer that is no success is shown and remembered as well, asked for once', async () => {
    sandbox.arm({ kind: 'respond', status: 500, path: list, body: { message: 'Out of tide' } });
    await fixture.send(get);
    assert.deepEqual(fixture.sent, [asked.replace('200', '500')]);
    assert.match(fixture.editor.shownDocuments[0]?.text ?? '', /Out of tide/);
    assert.equal(fixture.history.of(fixture.window.account.id)[0]?.status, 500);
  });

  it('its arrival is said by the progress: the document takes no focus, and nobody would hear of it', async () => {
    await fixture.send(get);
    const [progress] = fixture.editor.progresses;
    assert.match(progress?.reports.at(-1)?.message ?? '', /^200 OK, \d+ ms, [\d.]+ \w+$/);
  });

  it('a response takes the place of the one before where that has the cursor', async () => {
    await fixture.send(get);
    const { uri } = fixture.responses.all[0] ?? assert.fail('no response');
    fixture.editor.documents.activate(fixture.editor.documents.add(uri.toString(), ''), '');
    await fixture.send(get);
    assert.equal(fixture.editor.shownDocuments[1]?.options.viewColumn, -1);
  });

  describe('what may change something', () => {
    const writes = [
      ['DELETE', `DELETE {{host}}${profile}`, `DELETE ${profile} 404`],
      ['GET', `GET {{host}}${queue}`, `GET ${queue} 404`],
    ] as const;
    for (const [method, text, line] of writes) {
      it(`is asked about, and sent after a yes alone: ${line}`, async () => {
        const { sessions } = fixture.window;
        const named = () => sessions.current.kind === 'signedIn' && sessions.current.names.organizationName;
        await until(() => named() === 'Harbor Labs', 'the name');
        await fixture.send(text);
        assert.deepEqual(fixture.sent, []);
        assert.deepEqual(fixture.kept, [0, 0, 0]);
        assert.equal(messages().length, 1);
        assert.match(messages()[0] ?? '', new RegExp(`^Send ${method} .* to Harbor Labs\\?$`));
        const host = new URL(sandbox.apiEndpoint).host;
        assert.ok(fixture.editor.details[0]?.endsWith(`Organization: Harbor Labs. Server: ${host}.`));
        fixture.editor.presses = `Send ${method}`;
        await fixture.send(text);
        assert.deepEqual(fixture.sent, [`harbor-owner ${line}`]);
        assert.equal(messages().length, 2);
        assert.deepEqual(fixture.kept, [1, 1, 1]);
      });
    }

    it('is not asked about where it is known to be safe', async () => {
      fixture.knownSafe = (method, path, query) =>
        method === 'POST' && path === `${profile}/search` && query.length === 1;
      await fixture.send(`POST {{host}}${profile}/search?a=b`);
      assert.deepEqual(fixture.sent, [`harbor-owner POST ${profile}/search?a=b 404`]);
      assert.deepEqual(messages(), []);
      await fixture.send(`POST {{host}}${profile}/search`);
      assert.equal(fixture.sent.length, 1);
      assert.equal(messages().length, 1);
    });
  });

  describe('a document that came from a file', () => {
    /** Whether the last question said that the document came from somewhere else. */
    const askedAsForeign = () =>
      fixture.editor.details.at(-1)?.includes('came with the workspace or from a file');

    it('is asked about until it was sent from, and not again', async () => {
      const document = fixture.open(get, file);
      await fixture.sendFirst(document);
      assert.deepEqual(fixture.sent, []);
      assert.ok(askedAsForeign());
      await fixture.sendFirst(document);
      assert.equal(messages().length, 2, 'approved although nothing was sent');
      fixture.editor.presses = 'Send GET';
      await fixture.sendFirst(document);
      await fixture.sendFirst(document);
      assert.deepEqual(fixture.sent, [asked, asked]);
      assert.equal(messages().length, 3);
    });

    it('is asked about again where it could not be sent', async () => {
      const document = fixture.open(get, file);
      fixture.editor.presses = 'Send GET';
      await sandbox.down('api');
      try {
        await failing(fixture.sendFirst(document), 'offline');
      } finally {
        await sandbox.up('api');
      }
      assert.deepEqual(fixture.kept, [0, 0, 0]);
      await fixture.sendFirst(document);
      assert.equal(messages().length, 2);
      assert.ok(askedAsForeign());
    });

    it('is not sent from where its workspace is not trusted, and that is offered', async () => {
      fixture.editor.trusted = false;
      const document = fixture.open(get, file);
      fixture.editor.presses = 'Send GET';
      await fixture.sendFirst(document);
      const refusal = 'Requests from files can only be sent in a trusted workspace.';
      assert.deepEqual(messages(), [refusal]);
      fixture.editor.presses = 'Manage Workspace Trust';
      await fixture.sendFirst(document);
      assert.deepEqual(fixture.editor.executed, [['workbench.trust.manage']]);
      assert.deepEqual(fixture.sent, []);
      await fixture.send(get);
      assert.deepEqual(fixture.sent, [asked], 'a document of this window needs no trust');
    });
  });

  it('what is wrong with a request is said and shown where it stands, and nothing is sent', async () => {
    const document = fixture.open('GET {{host}}/a/{{n.response.status}}\n');
    await fixture.sendFirst(document);
    assert.deepEqual(fixture.sent, []);
    assert.equal(messages().length, 1);
    assert.match(messages()[0] ?? '', /^Not sent\. No request is named n\./);
    const { address, options } = fixture.editor.shownDocuments[0] ?? assert.fail('not shown');
    assert.equal(address, document.uri.toString());
    assert.deepEqual(options.selection?.start, document.positionAt(document.text.indexOf('{{n.')));
  });

  it('T5: Cancel ends the request, and there is no response', async () => {
    sandbox.arm({ kind: 'hang', path: list });
    const sending = fixture.send(get);
    await until(() => fixture.sent.length === 1, 'the request');
    fixture.editor.progresses[0]?.cancel();
    await failing(sending, 'cancelled');
    await until(() => sandbox.requests().some(({ aborted }) => aborted), 'the end of the connection');
    assert.deepEqual(fixture.kept, [0, 0, 0]);
  });

  describe('R26: what is too large to be shown', () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'appcircle-sender-'));
      sandbox.arm({ kind: 'oversize', bytes: 11_000_000, announced: true, path: list });
    });
    afterEach(() => rm(folder, { recursive: true }));

    it('goes to a file that is chosen, and the response tells which', async () => {
      fixture.editor.savesTo = FakeUri.file(path.join(folder, 'x.json'));
      await fixture.send(get);
      const { fsPath } = fixture.editor.savesTo;
      assert.equal((await readFile(fsPath)).length, 11_000_000);
      assert.equal(fixture.responses.all[0]?.file, fsPath);
      assert.match(fixture.editor.shownDocuments[0]?.text ?? '', /too large to show/);
    });

    it('is said where the disk has something against it, and is no response then', async () => {
      fixture.editor.savesTo = FakeUri.file(path.join(folder, 'nowhere', 'x.json'));
      await fixture.send(get);
      assert.match(messages()[0] ?? '', /Could not write .*x\.json \(ENOENT\)/);
      assert.deepEqual(fixture.kept, [0, 0, 0]);
    });
  });
});
