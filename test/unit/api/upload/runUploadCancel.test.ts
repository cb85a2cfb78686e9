import { strict as assert } from 'node:assert';
import { randomBytes } from 'node:crypto';
import { Failure, type FailureKind } from '../../../../src/api/failure';
import type { UploadResult } from '../../../../src/api/upload/runUpload';
import { until } from '../../support/until';
import { MemoryFile } from './memoryFile';
import { quickTasks } from '../quickTasks';
import { startUploadFixture, type UploadFixture } from './uploadFixture';

describe('T5: an upload is cancelled', () => {
  let fixture: UploadFixture;
  before(async () => {
    fixture = await startUploadFixture();
  });
  after(() => fixture.sandbox.close());
  beforeEach(() => {
    fixture.calm();
  });

  const app = () => new MemoryFile('app.ipa', randomBytes(200_000));
  function failed(end: UploadResult, kind: FailureKind): Extract<UploadResult, { kind: 'failed' }> {
    assert.ok(end.kind === 'failed', end.kind);
    assert.ok(end.error instanceof Failure);
    assert.equal(end.error.kind, kind);
    return end;
  }

  for (const [stage, next] of Object.entries({
    new: 'announced',
    announced: 'stored',
    stored: 'committed',
    committed: 'done',
  })) {
    it(`on the way from ${stage} to ${next}, and gone on with from there`, async () => {
      const abort = new AbortController();
      const path =
        {
          new: '/distribution/v1',
          announced: '/incoming',
          stored: '/distribution/v1',
          committed: '/task',
        }[stage] ?? '';
      const after = stage === 'stored' ? 1 : 0;
      fixture.sandbox.arm({ kind: 'hang', path, after, times: 1 });
      const work = fixture.run(fixture.begin(app()), { signal: abort.signal });
      await until(() => fixture.sandbox.faults.list().some(({ hits }) => hits > 0));
      abort.abort();
      const end = failed(await work, 'cancelled');
      assert.equal(end.upload.stage, stage);
      assert.equal((await fixture.run(end.upload)).kind, 'done');
    });
  }

  it('in the middle of the file: sending stops', async () => {
    const abort = new AbortController();
    fixture.sandbox.setMode({ storageBytesPerSecond: 20_000_000 });
    const file = new MemoryFile('app.ipa', randomBytes(40_000_000));
    const work = fixture.run(fixture.begin(file), { signal: abort.signal });
    const { length: before } = fixture.sandbox.uploads();
    const attempt = () => fixture.sandbox.uploads()[before]?.attempts[0];
    await until(() => (attempt()?.bytes ?? 0) > 0);
    abort.abort();
    assert.equal(failed(await work, 'cancelled').upload.stage, 'announced');
    await until(() => attempt()?.state === 'broken');
    assert.ok((attempt()?.bytes ?? 0) < file.content.length);
  });

  it('before it began, and between two pauses of a task: nothing more is asked', async () => {
    failed(await fixture.run(fixture.begin(app()), { signal: AbortSignal.abort() }), 'cancelled');
    assert.deepEqual(fixture.asked(), []);
    const abort = new AbortController();
    const pace = {
      ...quickTasks,
      wait: () => {
        abort.abort();
        return Promise.resolve();
      },
    };
    const end = failed(await fixture.run(fixture.begin(app()), { pace, signal: abort.signal }), 'cancelled');
    assert.equal(end.upload.stage, 'committed');
    assert.equal(fixture.asked().filter((line) => line.startsWith('GET /task/')).length, 1);
  });
});
