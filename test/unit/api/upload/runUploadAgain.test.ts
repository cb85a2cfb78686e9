import { strict as assert } from 'node:assert';
import { createHash, randomBytes } from 'node:crypto';
import { Failure, type FailureKind } from '../../../../src/api/failure';
import { FileProblem } from '../../../../src/api/files/fileProblem';
import type { UploadResult } from '../../../../src/api/upload/runUpload';
import { failureOf } from '../../support/until';
import { MemoryFile } from './memoryFile';
import { quickTasks } from '../quickTasks';
import { startUploadFixture, type UploadFixture } from './uploadFixture';

describe('upload: what failed is tried again from there', () => {
  let fixture: UploadFixture;
  before(async () => {
    fixture = await startUploadFixture();
  });
  after(() => fixture.sandbox.close());
  beforeEach(() => {
    fixture.calm();
  });

  const app = () => new MemoryFile('app.ipa', randomBytes(200_000));
  const announce = () => `GET /distribution/v1/profiles/${fixture.profileId}/app-versions`;
  const commit = () => `POST /distribution/v1/profiles/${fixture.profileId}/app-versions`;
  /** What was asked, without ids of the storage and of tasks. */
  const asked = () =>
    fixture.asked().map((line) =>
      line
        .replace(/(incoming|tasks)\/.*/, '$1')
        .replace(announce(), 'announce')
        .replace(commit(), 'commit'),
    );
  function failed(end: UploadResult, kind: FailureKind): Extract<UploadResult, { kind: 'failed' }> {
    assert.ok(end.kind === 'failed', end.kind);
    assert.ok(end.error instanceof Failure);
    assert.equal(end.error.kind, kind);
    return end;
  }
  const task = 'GET /task/v1/tasks';
  const put = 'PUT /incoming';

  it('the announcement', async () => {
    fixture.sandbox.arm({ kind: 'respond', status: 500, path: '/distribution/v1', times: 1 });
    const file = app();
    const end = failed(await fixture.run(fixture.begin(file)), 'serverFault');
    assert.deepEqual([end.upload.stage, file.opened], ['new', 0]);
    assert.equal((await fixture.run(end.upload)).kind, 'done');
  });

  it('the storage: where it goes is not asked again', async () => {
    fixture.sandbox.arm({ kind: 'respond', status: 503, host: 'storage', times: 6 });
    const end = failed(await fixture.run(fixture.begin(app())), 'serverFault');
    assert.equal(end.upload.stage, 'announced');
    fixture.sandbox.clearRequests();
    assert.equal((await fixture.run(end.upload)).kind, 'done');
    assert.deepEqual(asked(), [put, 'commit', task, task, task]);
  });

  it('the commit with the API down: the file is not sent again', async () => {
    const file = app();
    const abort = { down: false };
    const end = failed(
      await fixture.run(fixture.begin(file), {
        onStageReached: ({ stage }) => {
          abort.down = stage === 'stored';
          if (abort.down) {
            fixture.sandbox.arm({ kind: 'reset', method: 'POST', path: '/distribution/v1', times: 1 });
          }
        },
      }),
      'offline',
    );
    assert.equal(end.upload.stage, 'stored');
    fixture.sandbox.clearRequests();
    assert.equal((await fixture.run(end.upload)).kind, 'done');
    assert.deepEqual(asked(), ['commit', task, task, task]);
    assert.equal(file.opened, 1);
    assert.equal(fixture.sandbox.uploads().at(-1)?.attempts.length, 1);
  });

  it('the task: nothing is committed twice', async () => {
    const fault = fixture.sandbox.arm({ kind: 'respond', status: 403, path: '/task' });
    const end = failed(await fixture.run(fixture.begin(app())), 'forbidden');
    assert.equal(end.upload.stage, 'committed');
    fixture.sandbox.faults.clear(fault.id);
    fixture.sandbox.clearRequests();
    assert.equal((await fixture.run(end.upload)).kind, 'done');
    assert.deepEqual(asked(), [task, task, task]);
  });

  it('a task that takes too long is asked for again', async () => {
    fixture.sandbox.setMode({ taskPolls: 3 });
    const pace = { ...quickTasks, timeout: 0, clock: () => 0 };
    const end = failed(await fixture.run(fixture.begin(app()), { pace }), 'timeout');
    assert.deepEqual([end.upload.stage, (end.error as Failure).facts.code], ['committed', 'TASK']);
    assert.equal((await fixture.run(end.upload)).kind, 'done');
  });

  it('a commit whose answer was lost: the refusal of the next one is explained', async () => {
    fixture.sandbox.setMode({ taskPolls: 0 });
    fixture.sandbox.arm({
      kind: 'truncate',
      keepBytes: 3,
      method: 'POST',
      path: '/distribution/v1',
      times: 1,
    });
    const versions = fixture.sandbox.versions(fixture.profileId).length;
    const lost = await fixture.run(fixture.begin(app()));
    assert.ok(lost.kind === 'failed' && lost.upload.stage === 'stored');
    const end = await fixture.run(lost.upload);
    assert.ok(end.kind === 'refused');
    assert.equal(end.refusal.reasons[0], 'committedBefore');
    assert.equal(fixture.sandbox.versions(fixture.profileId).length, versions + 1);
  });

  it('a commit that says nothing of a task is no success', async () => {
    fixture.sandbox.arm({ kind: 'respond', status: 200, body: { taskId: '' }, method: 'POST', times: 1 });
    const end = failed(await fixture.run(fixture.begin(app())), 'unreadableAnswer');
    assert.equal((end.error as Failure).facts.code, 'NO_TASK');
    assert.equal(end.upload.stage, 'stored');
  });

  for (const status of [403, 413, 502]) {
    it(`a page in the place of an answer to a commit, with ${status}: it may be committed, and is tried there again`, async () => {
      fixture.sandbox.arm({ kind: 'html', status, method: 'POST', path: '/distribution/v1', times: 1 });
      const end = failed(
        await fixture.run(fixture.begin(app())),
        status === 502 ? 'serverFault' : 'foreignResponse',
      );
      assert.ok(end.upload.stage === 'stored' && end.upload.mayBeCommitted);
      assert.equal((await fixture.run(end.upload)).kind, 'done');
    });
  }

  it('a commit of what the server does not know begins anew', async () => {
    fixture.sandbox.arm({ kind: 'respond', status: 400, method: 'POST', path: '/distribution/v1', times: 1 });
    const end = failed(await fixture.run(fixture.begin(app())), 'invalidInput');
    assert.equal(end.upload.stage, 'new');
  });

  describe('a signature that is not good any more', () => {
    it('is renewed by itself, once, when it was there from before', async () => {
      fixture.sandbox.arm({ kind: 'respond', status: 503, host: 'storage', times: 6 });
      const end = failed(await fixture.run(fixture.begin(app())), 'serverFault');
      fixture.sandbox.clock.offsetSeconds += 3601;
      fixture.sandbox.clearRequests();
      assert.equal((await fixture.run(end.upload)).kind, 'done');
      assert.deepEqual(asked().slice(0, 4), [put, 'announce', put, 'commit']);
    });

    it('is renewed while it is retried for long', async () => {
      let now = 0;
      fixture.sandbox.arm({ kind: 'respond', status: 503, host: 'storage', times: 1 });
      fixture.sandbox.arm({ kind: 'respond', status: 403, host: 'storage', times: 1 });
      const reached = () => {
        now += 61_000;
      };
      const clock = () => now;
      assert.equal(
        (await fixture.run(fixture.begin(app()), { clock, onStageReached: reached })).kind,
        'done',
      );
      assert.deepEqual(asked().slice(0, 5), ['announce', put, put, 'announce', put]);
    });

    it('is not renewed for ever', async () => {
      let now = 0;
      fixture.sandbox.arm({ kind: 'respond', status: 403, host: 'storage' });
      const clock = () => (now += 61_000);
      failed(await fixture.run(fixture.begin(app()), { clock }), 'forbidden');
      assert.deepEqual(asked(), ['announce', put, 'announce', put]);
    });

    it('is not renewed for a storage that has other troubles', async () => {
      fixture.sandbox.arm({ kind: 'respond', status: 501, host: 'storage' });
      const first = failed(await fixture.run(fixture.begin(app())), 'serverFault');
      failed(await fixture.run(first.upload), 'serverFault');
      assert.deepEqual(asked(), ['announce', put, put]);
    });

    it('is not even tried when it is old', async () => {
      fixture.sandbox.arm({ kind: 'respond', status: 503, host: 'storage', times: 6 });
      const end = failed(await fixture.run(fixture.begin(app())), 'serverFault');
      fixture.sandbox.clearRequests();
      const clock = () => Date.now() + 16 * 60_000;
      assert.equal((await fixture.run(end.upload, { clock })).kind, 'done');
      assert.deepEqual(asked().slice(0, 3), ['announce', put, 'commit']);
    });

    it('that was new and is refused is a failure, and asked for anew at the next try', async () => {
      const fault = fixture.sandbox.arm({ kind: 'respond', status: 403, host: 'storage' });
      const end = failed(await fixture.run(fixture.begin(app())), 'forbidden');
      assert.deepEqual([end.upload.stage, fault.hits, asked()], ['new', 0, ['announce', put]]);
      fixture.sandbox.faults.clear();
      fixture.sandbox.clearRequests();
      assert.equal((await fixture.run(end.upload)).kind, 'done');
      assert.deepEqual(asked().slice(0, 3), ['announce', put, 'commit']);
    });
  });

  describe('a file', () => {
    it('that was made anew since it was announced is announced anew', async () => {
      fixture.sandbox.arm({ kind: 'respond', status: 503, host: 'storage', times: 6 });
      const file = app();
      const end = failed(await fixture.run(fixture.begin(file)), 'serverFault');
      file.content = randomBytes(123_456);
      file.modifiedAt++;
      fixture.sandbox.clearRequests();
      assert.equal((await fixture.run(end.upload)).kind, 'done');
      assert.deepEqual(asked().slice(0, 3), ['announce', put, 'commit']);
      const [attempt] = fixture.sandbox.uploads().at(-1)?.attempts ?? [];
      assert.equal(attempt?.sha256, createHash('sha256').update(file.content).digest('hex'));
    });

    it('that is written to while it is sent is not committed', async () => {
      for (const change of [
        (file: MemoryFile) => file.modifiedAt++,
        (file: MemoryFile) => (file.content = file.content.subarray(0, 100_000)),
        (file: MemoryFile) => (file.content = Buffer.concat([file.content, file.content])),
      ]) {
        const file = app();
        const open = file.open;
        file.open = () => {
          change(file);
          return open();
        };
        fixture.sandbox.clearRequests();
        const end = await fixture.run(fixture.begin(file));
        assert.ok(end.kind === 'unusableFile', end.kind);
        assert.deepEqual([end.reason, end.upload.stage], ['changed', 'new']);
        assert.ok(!asked().includes('commit'));
        file.open = open;
        assert.equal((await fixture.run(end.upload)).kind, 'done');
      }
    });

    it('whose disk fails tells so, and is sent again then', async () => {
      const file = app();
      const open = file.open;
      const problem = new FileProblem('EIO', '/x/app.ipa');
      file.open = () => {
        throw problem;
      };
      const end = await fixture.run(fixture.begin(file));
      assert.ok(end.kind === 'failed');
      assert.equal(end.error, problem);
      assert.equal(end.upload.stage, 'announced');
      file.stat = () => Promise.reject(problem);
      const gone = await fixture.run(end.upload);
      assert.ok(gone.kind === 'unusableFile' && gone.reason === 'unreadable');
      Object.assign(file, { open, look: app().stat });
    });

    it('with a defect of our own is no failure of the upload', async () => {
      const file = app();
      file.stat = () => Promise.reject(new TypeError('ours'));
      assert.ok((await failureOf(fixture.run(fixture.begin(file)))) instanceof TypeError);
    });
  });
});
