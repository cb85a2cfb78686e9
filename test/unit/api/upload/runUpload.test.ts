import { strict as assert } from 'node:assert';
import { createHash, randomBytes } from 'node:crypto';
import type { Upload, UploadProgress } from '../../../../src/api/upload/runUpload';
import { MAX_FILE_BYTES } from '../../../../src/api/upload/uploadFile';
import { appOf } from '../../../sandbox/data/apps';
import { assertNoSecret } from '../../support/leaks';
import { MemoryFile } from './memoryFile';
import { startUploadFixture, type UploadFixture } from './uploadFixture';

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('upload', () => {
  let fixture: UploadFixture;
  before(async () => {
    fixture = await startUploadFixture();
  });
  after(() => fixture.sandbox.close());
  beforeEach(() => {
    fixture.calm();
  });
  const newest = () => fixture.sandbox.versions(fixture.profileId)[0];
  const attempts = () => fixture.sandbox.uploads().at(-1)?.attempts ?? [];
  const appVersions = () => `/distribution/v1/profiles/${fixture.profileId}/app-versions`;

  for (const upload of ['put', 'post', 'old'] as const) {
    it(`arrives byte for byte and becomes a version (${upload})`, async () => {
      fixture.sandbox.setMode({ upload });
      const file = new MemoryFile(`Harbor "x" ü&=-7.${upload.length}.0.ipa`, randomBytes(700_001), 50_001);
      const stages: string[] = [];
      const end = await fixture.run(fixture.begin(file, 'One\n"two" ü'), {
        onStageReached: ({ stage }) => stages.push(stage),
      });
      assert.equal(end.kind, 'done');
      assert.deepEqual(stages, ['announced', 'stored', 'committed', 'done']);
      assert.deepEqual(attempts(), [
        {
          method: upload === 'post' ? 'POST' : 'PUT',
          bytes: file.content.length,
          state: 'stored',
          sha256: hashOf(file.content),
        },
      ]);
      const version = newest();
      assert.deepEqual(
        [version?.fileName, version?.fileSize, version?.message],
        [file.name, file.content.length, 'One\n"two" ü'],
      );
      const requests = fixture.sandbox.requests();
      assert.deepEqual(
        requests.map(({ host, method, authorization }) => [host, method, authorization?.state ?? null]),
        [
          ['api', 'GET', 'valid'],
          ['storage', upload === 'post' ? 'POST' : 'PUT', null],
          ['api', 'POST', 'valid'],
          ...Array<[string, string, string]>(3).fill(['api', 'GET', 'valid']),
        ],
      );
      assert.equal(file.opened, 1);
    });
  }

  it('T9, T10: of the token and of what is signed nothing is in a log, a state or a failure', async () => {
    for (const upload of ['put', 'post'] as const) {
      fixture.sandbox.setMode({ upload });
      fixture.sandbox.arm({ kind: 'respond', status: 403, body: 'x', host: 'storage', times: 1 });
      const seen: unknown[] = [];
      const file = new MemoryFile('app.ipa', appOf('x'));
      const reached = (state: Upload) => seen.push(state, JSON.stringify(state));
      const failed = await fixture.run(fixture.begin(file), {
        onStageReached: reached,
        onProgress: (now) => seen.push(now),
      });
      const end = await fixture.run(failed.upload, { onStageReached: reached });
      assert.deepEqual([failed.kind, end.kind], ['failed', 'done']);
      const { storageSignatures } = fixture.sandbox.secrets();
      assert.ok(storageSignatures.length > 0);
      for (const secret of [fixture.token, ...storageSignatures]) {
        assertNoSecret(secret, fixture.log.lines, seen, failed, end);
      }
    }
  });

  it('without release notes sends none', async () => {
    await fixture.run(fixture.begin(new MemoryFile('app.aab', appOf('x'))));
    const commit = fixture.sandbox.requests().find(({ method }) => method === 'POST');
    assert.deepEqual(commit?.bodyFields, ['fileId', 'fileName']);
    assert.equal(newest()?.message, null);
  });

  it('is refused before a byte is sent for what cannot work', async () => {
    class Huge extends MemoryFile {
      override stat = () => Promise.resolve({ size: MAX_FILE_BYTES + 1, modifiedAt: 1 });
    }
    class Page extends MemoryFile {
      override read = () => Promise.resolve(this.content);
    }
    for (const [file, reason] of [
      [new Huge('app.ipa', Buffer.from('x')), 'tooLarge'],
      [new MemoryFile('app.zip', Buffer.from('x')), 'wrongExtension'],
      [new MemoryFile('app.ipa', Buffer.alloc(0)), 'empty'],
      [new Page('app.ipa', Buffer.from('<html>')), 'webPage'],
    ] as const) {
      const end = await fixture.run(fixture.begin(file));
      assert.ok(end.kind === 'unusableFile');
      assert.deepEqual([end.reason, end.upload.stage, file.opened], [reason, 'new', 0]);
    }
    assert.deepEqual(fixture.asked(), []);
  });

  it('tells how far it is: stage, bytes of the file alone, attempt, rate and what remains', async () => {
    fixture.sandbox.setMode({ upload: 'post' });
    fixture.sandbox.arm({ kind: 'respond', status: 503, host: 'storage', times: 1 });
    const file = new MemoryFile('app.ipa', randomBytes(600_000), 10_000);
    const told: UploadProgress[] = [];
    let now = 0;
    const clock = () => (now += 20);
    await fixture.run(fixture.begin(file), { onProgress: (progress) => told.push(progress), clock });
    assert.deepEqual(
      [...new Set(told.map(({ stage }) => stage))],
      ['new', 'announced', 'stored', 'committed', 'done'],
    );
    assert.deepEqual([...new Set(told.map(({ attempt }) => attempt))], [1, 2]);
    const sending = told.filter(({ stage }) => stage === 'announced');
    for (const attempt of [1, 2]) {
      const sent = sending.filter((one) => one.attempt === attempt).map((one) => one.sent);
      assert.deepEqual(
        sent,
        [...sent].sort((a, b) => a - b),
      );
    }
    assert.ok(told.every(({ sent, total = sent }) => sent >= 0 && sent <= total));
    assert.ok(sending.every(({ total }) => total === 600_000));
    assert.ok(sending.some(({ rate, remainingMs }) => (rate ?? 0) > 0 && remainingMs !== undefined));
    assert.deepEqual([told.at(-1)?.stage, told.at(-1)?.sent], ['done', 600_000]);
    assert.ok(told.length < 60, 'not for every piece');
  });

  it('storage that answers 503 three times gets it all the same', async () => {
    for (const upload of ['put', 'post'] as const) {
      fixture.sandbox.setMode({ upload });
      fixture.sandbox.arm({ kind: 'respond', status: 503, host: 'storage', times: 2 });
      fixture.sandbox.arm({ kind: 'reset', host: 'storage', times: 1 });
      const file = new MemoryFile('app.ipa', randomBytes(300_000));
      fixture.sandbox.clearRequests();
      assert.equal((await fixture.run(fixture.begin(file))).kind, 'done');
      assert.equal(attempts().at(-1)?.sha256, hashOf(file.content));
      assert.equal(fixture.asked().filter((request) => request === `GET ${appVersions()}`).length, 1);
      assert.equal(fixture.sandbox.requests().filter(({ host }) => host === 'storage').length, 4);
    }
  });

  it('a task that fails tells the likely reasons, and a try with another file begins anew', async () => {
    const file = new MemoryFile('App-dup.ipa', appOf('x'));
    const end = await fixture.run(fixture.begin(file, 'notes'));
    assert.ok(end.kind === 'refused');
    assert.deepEqual(end.refusal, {
      reasons: ['duplicateVersion', 'unsigned', 'otherApp'],
      serverText: undefined,
    });
    assert.deepEqual([end.upload.stage, end.upload.releaseNotes], ['new', 'notes']);
  });

  it('may go to a profile that does not take it from this user', async () => {
    const viewer = await fixture.as('harbor-viewer');
    fixture.sandbox.clearRequests();
    const file = new MemoryFile('app.ipa', appOf('x'));
    const end = await fixture.run(fixture.begin(file), { client: viewer });
    assert.ok(end.kind === 'failed');
    assert.equal((end.error as { kind?: string }).kind, 'forbidden');
    assert.deepEqual([fixture.asked(), file.opened], [[`GET ${appVersions()}`], 0]);
  });
});
