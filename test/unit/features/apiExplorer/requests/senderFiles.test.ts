import { strict as assert } from 'node:assert';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSandbox, type Sandbox } from '../../../../sandbox/sandbox';
import { FakeUri } from '../../../extension/fakeUri';
import { SenderFixture } from './senderFixture';

const target = '/distribution/v2/nothing-there';

const put = (file: string) => `PUT {{host}}${target}\nContent-Type: application/octet-stream\n\n< ${file}\n`;

describe('API Explorer: sending files', () => {
  let sandbox: Sandbox;
  let fixture: SenderFixture;
  let home: string;
  let folder: string;
  before(async () => {
    sandbox = await startSandbox({ profiles: 3 });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'sent-files-'));
    folder = path.join(home, 'workspace');
    await mkdir(path.join(folder, 'requests'), { recursive: true });
    await writeFile(path.join(folder, 'app.bin'), Buffer.alloc(2_500_000, 'x'));
    await writeFile(path.join(folder, 'requests', 'small.txt'), 'small');
    await writeFile(path.join(home, 'secret'), 'secret');
    await symlink(path.join(home, 'secret'), path.join(folder, 'link'));
    fixture = new SenderFixture(sandbox);
    fixture.editor.folders = [{ uri: FakeUri.file(folder), name: 'workspace' }];
    fixture.editor.presses = 'Send PUT';
    await fixture.signIn();
  });
  afterEach(async () => {
    fixture.dispose();
    await rm(home, { recursive: true });
  });

  const sentBodies = () => sandbox.requests().filter(({ method }) => method === 'PUT');
  const inFile = (name: string, text: string) => fixture.open(text, `file://${folder}/requests/${name}`);

  it('streams a file whose size the question named, and sends it again as it was', async () => {
    await fixture.send(put('./app.bin'));
    assert.match(fixture.editor.details[0] ?? '', /File: \.\/app\.bin \(2\.5 MB\)/);
    assert.deepEqual(
      sentBodies().map(({ status, contentLength }) => [status, contentLength]),
      [[404, '2500000']],
    );
    const [shown] = fixture.responses.all;
    assert.deepEqual(shown?.request.parts, [{ file: './app.bin' }]);
    assert.match(fixture.editor.progresses[0]?.reports[0]?.message ?? '', / of 2\.5 MB/);
  });

  it('R14: streams it once more after the token was renewed', async () => {
    sandbox.expireTokens();
    fixture.editor.presses = 'Send PATCH';
    await fixture.send(put('./app.bin').replace('PUT', 'PATCH').replace('nothing-there', 'profiles/0'));
    assert.deepEqual(fixture.editor.messages.length, 1);
    assert.deepEqual(
      sandbox
        .requests()
        .filter(({ method }) => method === 'PATCH')
        .map(({ status, contentLength }) => [status === 401, contentLength]),
      [
        [true, '2500000'],
        [false, '2500000'],
      ],
    );
  });

  it('is relative to its document, and to the first folder where that is no file', async () => {
    await fixture.sendFirst(inFile('a.appcircle.http', put('./small.txt')));
    await fixture.sendFirst(inFile('b.appcircle.http', put('../app.bin')));
    await fixture.send(put('requests/small.txt'));
    assert.deepEqual(
      sentBodies().map(({ contentLength }) => contentLength),
      ['5', '2500000', '5'],
    );
  });

  it('sends parts around files', async () => {
    const head = 'Content-Type: multipart/form-data; boundary=b';
    const parts =
      '--b\nContent-Disposition: form-data; name="a"; filename="s"\n\n< requests/small.txt\n--b--';
    await fixture.send(`PUT {{host}}${target}\n${head}\n\n${parts}\n`);
    const text = parts.replaceAll('\n', '\r\n').replace('< requests/small.txt', 'small');
    assert.equal(sentBodies()[0]?.contentLength, String(text.length));
  });

  it('T16: nothing is read or sent in a workspace that is not trusted, not even for a document of this window', async () => {
    fixture.editor.trusted = false;
    await fixture.send(put('./app.bin'));
    assert.deepEqual(sentBodies(), []);
    assert.deepEqual(fixture.editor.messages, ['Files can only be sent in a trusted workspace.']);
  });

  it('nothing outside of the folder is sent, nor what is not there, and nothing is asked', async () => {
    const outside = (file: string) => [`Not sent. ${file} is outside the workspace folder.`];
    const cases: [file: string, messages: string[]][] = [
      ['../secret', outside('../secret')],
      ['./link', outside('./link')],
      ['./nothing', ['Not sent. ./nothing does not exist. Write the path of a file after "<".']],
      ['./requests', ['Not sent. ./requests is not a file.']],
      [
        '/etc/passwd',
        ['Not sent. Write a path below the workspace folder, with "/" and without variables: "< ./path".'],
      ],
    ];
    for (const [file, messages] of cases) {
      fixture.editor.messages.length = 0;
      await fixture.send(put(file));
      assert.deepEqual(fixture.editor.messages, messages);
    }
    assert.deepEqual(sentBodies(), []);
  });

  it('without a folder on disk there is nothing to send', async () => {
    fixture.editor.folders = undefined;
    await fixture.send(put('./app.bin'));
    fixture.editor.folders = [{ uri: FakeUri.parse('vscode-vfs://github/a/b'), name: 'b' }];
    await fixture.send(put('./app.bin'));
    // A document outside of the folder has none, whatever else is open.
    fixture.editor.folders = [{ uri: FakeUri.file(folder), name: 'workspace' }];
    await fixture.sendFirst(fixture.open(put('./secret'), `file://${home}/r.appcircle.http`));
    assert.deepEqual(sentBodies(), []);
    assert.equal(
      fixture.editor.messages.filter((text) => text.includes('workspace folder on disk')).length,
      3,
    );
  });

  it('one that changed while the question was open stops what is sent', async () => {
    fixture.whileAsked = () => writeFile(path.join(folder, 'app.bin'), 'another');
    await fixture.send(put('./app.bin'));
    assert.deepEqual(fixture.responses.all, []);
    assert.match(fixture.editor.messages.at(-1) ?? '', /^Sending stopped because \.\/app\.bin changed/);
  });

  it('is asked for each time, even where the request changes nothing', async () => {
    fixture.knownSafe = () => true;
    fixture.editor.presses = undefined;
    await fixture.send(put('./app.bin'));
    assert.equal(fixture.editor.messages.length, 1);
    assert.deepEqual(sentBodies(), []);
  });
});
