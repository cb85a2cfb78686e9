import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeVersion } from '../../../../src/api/distribution/appVersion';
import type { VersionField } from '../../../../src/api/distribution/versionField';
import { JsonObject } from '../../../../src/api/decode';
import {
  downloadVersion,
  suggestedVersionName,
  type DownloadProgress,
} from '../../../../src/api/distribution/downloadVersion';
import { FileProblem } from '../../../../src/api/files/fileProblem';
import { FileSink } from '../../../../src/api/files/fileSink';
import { FileStorage } from '../../../../src/api/files/fileStorage';
import { contentOf } from '../../../sandbox/storage/content';
import { assertNoSecret } from '../../support/leaks';
import { failureOf } from '../../support/until';
import { startClientFixture, type ClientFixture } from '../clientFixture';
import { failing } from '../transport/transportFixture';

describe('download of a version', () => {
  let fixture: ClientFixture;
  let storage: FileStorage;
  let folder: string;
  before(async () => {
    fixture = await startClientFixture();
    storage = new FileStorage(fixture.transport, fixture.sandbox.apiEndpoint);
  });
  after(() => fixture.sandbox.close());
  beforeEach(async () => {
    fixture.calm();
    fixture.sandbox.setMode({ downloadBytes: 3_000_001 });
    folder = await mkdtemp(join(tmpdir(), 'download-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const path = () => join(folder, 'app.ipa');
  const wanted = () => ({
    profileId: fixture.profileId,
    versionId: fixture.sandbox.versions(fixture.profileId)[0]?.id ?? '',
    open: () => FileSink.create(path()),
  });

  it('is on the disk byte for byte, fetched without a token, and told as it comes', async () => {
    const told: DownloadProgress[] = [];
    let now = 0;
    const clock = () => (now += 20);
    const progress = (one: DownloadProgress) => told.push(one);
    const { size } = await downloadVersion(fixture.client, storage, {
      ...wanted(),
      onProgress: progress,
      clock,
    });
    const hash = (bytes: Iterable<Uint8Array>) => {
      const sum = createHash('sha256');
      for (const piece of bytes) sum.update(piece);
      return sum.digest('hex');
    };
    assert.equal(size, 3_000_001);
    assert.equal(hash([await readFile(path())]), hash(contentOf(3_000_001)));
    assert.deepEqual(await readdir(folder), ['app.ipa']);
    const requests = fixture.sandbox.requests();
    assert.deepEqual(
      requests.map(({ host, authorization }) => [host, authorization?.state ?? null]),
      [
        ['api', 'valid'],
        ['storage', null],
      ],
    );
    assert.deepEqual([told.at(-1)?.received, told.at(-1)?.total], [3_000_001, 3_000_001]);
    assert.ok(told.some(({ rate, remainingMs }) => (rate ?? 0) > 0 && remainingMs !== undefined));
    for (const secret of [fixture.token, ...fixture.sandbox.secrets().storageSignatures]) {
      assertNoSecret(secret, fixture.log.lines, told);
    }
  });

  it('cancelled in the middle leaves no half file', async () => {
    const abort = new AbortController();
    const progress = ({ received }: DownloadProgress) => {
      if (received > 0) abort.abort();
    };
    const work = downloadVersion(fixture.client, storage, {
      ...wanted(),
      onProgress: progress,
      signal: abort.signal,
    });
    await failing(work, 'cancelled');
    assert.deepEqual(await readdir(folder), []);
  });

  it('cut off by the storage leaves no half file either', async () => {
    fixture.sandbox.arm({ kind: 'truncate', host: 'storage', keepBytes: 1_000_000, times: 1 });
    await failing(downloadVersion(fixture.client, storage, wanted()), 'unreadableAnswer', {
      code: 'ENDED_EARLY',
    });
    assert.deepEqual(await readdir(folder), []);
  });

  it('replaces no file unasked, and fetches none of it', async () => {
    await writeFile(path(), 'mine');
    const error = await failureOf(downloadVersion(fixture.client, storage, wanted()));
    assert.ok(error instanceof FileProblem && error.code === 'EEXIST');
    assert.equal(await readFile(path(), 'utf8'), 'mine');
    assert.equal(fixture.sandbox.requests().filter(({ host }) => host === 'storage').length, 0);
    const open = () => FileSink.create(path(), { overwrite: true });
    await downloadVersion(fixture.client, storage, { ...wanted(), open });
    assert.equal((await readFile(path())).length, 3_000_001);
  });

  it('makes no file where the server says no', async () => {
    const viewer = await fixture.as('harbor-viewer');
    await failing(downloadVersion(viewer, storage, wanted()), 'forbidden');
    const gone = { ...wanted(), versionId: fixture.profileId };
    await failing(downloadVersion(fixture.client, storage, gone), 'notFound');
    await failing(
      downloadVersion(fixture.client, storage, { ...wanted(), signal: AbortSignal.abort() }),
      'cancelled',
    );
    assert.deepEqual(await readdir(folder), []);
  });

  it('is proposed under the name that it was uploaded with, or one made of what is known, cleaned', () => {
    const name = (row: Record<string, unknown>) => {
      const known = JsonObject.of<VersionField>({ id: 'v', ...row });
      const version = known && decodeVersion(known);
      return version && suggestedVersionName(version);
    };
    assert.equal(name({ fileName: 'Harbor 100%-2.4.ipa' }), 'Harbor 100%-2.4.ipa');
    assert.equal(name({ fileName: '../../etc/x.ipa' }), 'x.ipa');
    assert.equal(name({ name: 'Harbor', version: '2.4.0', fileType: 2 }), 'Harbor-2.4.0.apk');
    assert.equal(name({ fileType: 1 }), 'v.ipa');
    assert.equal(name({ name: 'a\ud800', fileType: 1 }), 'a.ipa');
  });
});
