import { strict as assert } from 'node:assert';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadArtifacts, downloadLog } from '../../../../src/api/builds/artifacts';
import { getBuildLog } from '../../../../src/api/builds/buildLog';
import type { DownloadProgress } from '../../../../src/api/distribution/downloadVersion';
import { FileProblem } from '../../../../src/api/files/fileProblem';
import { FileSink } from '../../../../src/api/files/fileSink';
import { failureOf } from '../../support/until';
import { clientOf } from '../fakeClient';
import { RawServer } from '../transport/rawServer';
import { failing } from '../transport/transportFixture';
import { StartedBuildFixture } from './startedBuild';

describe('builds: R51: artifacts', () => {
  let fixture: StartedBuildFixture;
  let raw: RawServer;
  let folder: string;
  before(async () => {
    [fixture, raw] = await Promise.all([StartedBuildFixture.start(), RawServer.start()]);
  });
  after(() => Promise.all([fixture.served.sandbox.close(), raw.close()]));
  beforeEach(async () => {
    fixture.calm();
    folder = await mkdtemp(join(tmpdir(), 'artifacts-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const path = () => join(folder, 'artifacts.zip');
  const open = () => FileSink.create(path());
  const ours = () => fixture.served.client;
  const theirs = () => clientOf(raw.origin).client;

  it('are on the disk as they came, short ones and long ones, and told as they come', async () => {
    for (const bytes of [0, 3_000_000]) {
      fixture.served.sandbox.setMode({ artifactBytes: bytes });
      const build = await fixture.build(200);
      const told: DownloadProgress[] = [];
      const size = await downloadArtifacts(ours(), { ...build, open, onProgress: (one) => told.push(one) });
      const zip = await readFile(path());
      assert.equal(size, zip.length);
      assert.ok(zip.length > bytes);
      assert.equal(zip.readUInt32LE(zip.length - 22), 0x06054b50);
      assert.deepEqual([told.at(-1)?.received, told.at(-1)?.total], [size, size]);
      assert.deepEqual(fixture.served.asked(), [
        `GET /build/v1/commits/${build.commitId}/builds/${build.buildId}`,
      ]);
      await rm(path());
    }
  });

  it('that are not there make no file: a build that failed, one that runs, one whose time is over', async () => {
    const refuse = () => assert.fail('no file is wanted');
    fixture.calm({ buildEnd: 'failure' });
    assert.equal(await downloadArtifacts(ours(), { ...(await fixture.build(200)), open: refuse }), undefined);
    fixture.calm();
    assert.equal(await downloadArtifacts(ours(), { ...(await fixture.build(50)), open: refuse }), undefined);
    fixture.calm({ retentionDays: 1 });
    const gone = await fixture.build(200_000);
    assert.equal(await downloadArtifacts(ours(), { ...gone, open: refuse }), undefined);
    raw.answer((response) => response.writeHead(200, { 'content-type': 'application/zip' }).end());
    assert.equal(await downloadArtifacts(theirs(), { commitId: 'c', buildId: 'b', open: refuse }), undefined);
  });

  it('cancelled in the middle, cut off, or without room leave no half file', async () => {
    fixture.calm({ artifactBytes: 3_000_000 });
    const build = await fixture.build(200);
    const abort = new AbortController();
    const onProgress = () => {
      abort.abort();
    };
    await failing(
      downloadArtifacts(ours(), { ...build, open, onProgress, signal: abort.signal }),
      'cancelled',
    );
    assert.deepEqual(await readdir(folder), []);
    fixture.served.sandbox.arm({ kind: 'truncate', keepBytes: 1_000_000, path: '/build/v1/commits' });
    await failing(downloadArtifacts(ours(), { ...build, open }), 'unreadableAnswer', { code: 'ENDED_EARLY' });
    assert.deepEqual(await readdir(folder), []);
    fixture.served.sandbox.faults.clear();
    const full = async () => {
      const sink = await open();
      const write = () => Promise.reject(new FileProblem('ENOSPC', path()));
      return { write, close: () => sink.close(), abort: () => sink.abort() };
    };
    for (const artifactBytes of [0, 3_000_000]) {
      fixture.served.sandbox.setMode({ artifactBytes });
      const error = await failureOf(downloadArtifacts(ours(), { ...build, open: full }));
      assert.ok(error instanceof FileProblem && error.code === 'ENOSPC', String(error));
      assert.deepEqual(await readdir(folder), []);
    }
  });

  it('are a zip or nothing: no page, no error, no text becomes a file', async () => {
    const page = `<!doctype html><html>${' '.repeat(200_000)}</html>`;
    const serve = (status: number, type: string, body: string) => {
      raw.answer((response) => response.writeHead(status, { 'content-type': type }).end(body));
    };
    const download = () => downloadArtifacts(theirs(), { commitId: 'c', buildId: 'b', open });
    serve(200, 'text/html', page);
    await failing(download(), 'foreignResponse');
    serve(500, 'application/json', JSON.stringify({ message: 'x'.repeat(200_000) }));
    await failing(download(), 'serverFault');
    serve(403, 'application/json', '{}');
    await failing(download(), 'forbidden');
    for (const length of [10, 200_000]) {
      serve(200, 'application/octet-stream', 'x'.repeat(length));
      await failing(download(), 'unreadableAnswer', { code: 'NOT_A_ZIP' });
    }
    assert.deepEqual(await readdir(folder), []);
  });

  it('a log is saved in the same way, however long it is', async () => {
    for (const logBytes of [0, 3_000_000]) {
      fixture.calm({ logBytes });
      const build = await fixture.build(200);
      const size = await downloadLog(ours(), { ...build, open });
      const saved = await readFile(path(), 'utf8');
      assert.equal(saved, await getBuildLog(ours(), build));
      assert.equal(size, Buffer.byteLength(saved));
      await rm(path());
    }
  });
});
