import { strict as assert } from 'node:assert';
import { randomBytes } from 'node:crypto';
import { Failure, type FailureKind } from '../../../../src/api/failure';
import type { UploadEnd } from '../../../../src/api/upload/runUpload';
import { until } from '../../support/until';
import { MemoryFile } from './memoryFile';
import { quickTasks } from '../quickTasks';
import { startUploadBench, type UploadBench } from './uploadFixture';

describe('T5: an upload is cancelled', () => {
  let bench: UploadBench;
  before(async () => {
    bench = await startUploadBench();
  });
  after(() => bench.sandbox.close());
  beforeEach(() => {
    bench.calm();
  });

  const app = () => new MemoryFile('app.ipa', randomBytes(200_000));
  function failed(end: UploadEnd, kind: FailureKind): Extract<UploadEnd, { kind: 'failed' }> {
    assert.ok(end.kind === 'failed', end.kind);
    assert.ok(end.error instanceof Failure);
    assert.equal(end.error.kind, kind);
    return end;
  }

  for (const [stage, next] of Object.entries({
    checked: 'announced',
    announced: 'stored',
    stored: 'committed',
    committed: 'done',
  })) {
    it(`on the way from ${stage} to ${next}, and gone on with from there`, async () => {
      const abort = new AbortController();
      const path =
        {
          checked: '/distribution/v1',
          announced: '/incoming',
          stored: '/distribution/v1',
          committed: '/task',
        }[stage] ?? '';
      const after = stage === 'stored' ? 1 : 0;
      bench.sandbox.arm({ kind: 'hang', path, after, times: 1 });
      const work = bench.run(bench.begin(app()), { signal: abort.signal });
      await until(() => bench.sandbox.faults.list().some(({ hits }) => hits > 0));
      abort.abort();
      const end = failed(await work, 'cancelled');
      assert.equal(end.upload.stage, stage);
      assert.equal((await bench.run(end.upload)).kind, 'done');
    });
  }

  it('in the middle of the file: sending stops', async () => {
    const abort = new AbortController();
    bench.sandbox.setMode({ storageBytesPerSecond: 20_000_000 });
    const file = new MemoryFile('app.ipa', randomBytes(40_000_000));
    const work = bench.run(bench.begin(file), { signal: abort.signal });
    const { length: before } = bench.sandbox.uploads();
    const attempt = () => bench.sandbox.uploads()[before]?.attempts[0];
    await until(() => (attempt()?.bytes ?? 0) > 0);
    abort.abort();
    assert.equal(failed(await work, 'cancelled').upload.stage, 'announced');
    await until(() => attempt()?.state === 'broken');
    assert.ok((attempt()?.bytes ?? 0) < file.content.length);
  });

  it('before it began, and between two pauses of a task: nothing more is asked', async () => {
    failed(await bench.run(bench.begin(app()), { signal: AbortSignal.abort() }), 'cancelled');
    assert.deepEqual(bench.asked(), []);
    const abort = new AbortController();
    const pace = {
      ...quickTasks,
      wait: () => {
        abort.abort();
        return Promise.resolve();
      },
    };
    const end = failed(await bench.run(bench.begin(app()), { pace, signal: abort.signal }), 'cancelled');
    assert.equal(end.upload.stage, 'committed');
    assert.equal(bench.asked().filter((line) => line.startsWith('GET /task/')).length, 1);
  });
});
