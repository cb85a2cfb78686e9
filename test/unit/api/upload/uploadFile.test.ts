import { strict as assert } from 'node:assert';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskFile } from '../../../../src/api/files/diskFile';
import { FileProblem } from '../../../../src/api/files/fileProblem';
import {
  MAX_FILE_BYTES,
  statFile,
  unusableFileReason,
  UnusableFile,
} from '../../../../src/api/upload/uploadFile';
import { appOf } from '../../../sandbox/data/apps';
import { failureOf } from '../../support/until';

describe('a file to upload', () => {
  const app = appOf('content');
  const of = (name: string, size = app.length) => ({
    name,
    stat: () => Promise.resolve({ size, modifiedAt: 1 }),
    read: (start: number, length: number) => Promise.resolve(app.subarray(start, start + length)),
    open: () => assert.fail('opened'),
  });

  it('is an ipa, apk or aab of up to 3 GB', async () => {
    for (const name of ['app.ipa', 'My App 2.0.APK', 'a.b.aab', 'ü"\n.ipa']) {
      assert.equal(await unusableFileReason(of(name)), undefined);
    }
    assert.equal((await statFile(of('a.ipa', MAX_FILE_BYTES))).size, MAX_FILE_BYTES);
    assert.equal(await unusableFileReason(of('a.ipa', MAX_FILE_BYTES + 1)), 'tooLarge');
    assert.equal(MAX_FILE_BYTES, 3_221_225_472);
  });

  it('is refused for what it is, before a byte is sent', async () => {
    for (const name of ['app.zip', 'ipa', 'app.ipa.zip', 'app.', '', 'app.apks', 'app.xapk', 'app.ipa ']) {
      assert.equal(await unusableFileReason(of(name)), 'wrongExtension', name);
    }
    assert.equal(await unusableFileReason(of('a.ipa', 0)), 'empty');
    for (const [code, reason] of [
      ['EACCES', 'forbidden'],
      ['EPERM', 'forbidden'],
      ['ENOTDIR', 'missing'],
      ['ENXIO', 'noFile'],
      ['EIO', 'unreadable'],
    ] as const) {
      const problem = new FileProblem(code, '/x');
      assert.equal(
        await unusableFileReason({ ...of('a.ipa'), stat: () => Promise.reject(problem) }),
        reason,
        code,
      );
      assert.equal(
        await unusableFileReason({ ...of('a.ipa'), read: () => Promise.reject(problem) }),
        reason,
        code,
      );
    }
    const gone = () => Promise.reject(new FileProblem('ENOENT', '/x'));
    assert.equal(await unusableFileReason({ ...of('a.txt'), stat: gone }), 'wrongExtension');
  });

  describe('on a disk', () => {
    let folder: string;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'upload-'));
      await writeFile(join(folder, 'app.ipa'), app);
      await writeFile(join(folder, 'empty.apk'), '');
      await mkdir(join(folder, 'folder.ipa'));
    });
    after(() => rm(folder, { recursive: true }));
    const file = (name: string) => diskFile(join(folder, name));

    it('has its base name, its size, its date and its bytes, as often as they are wanted', async () => {
      const onDisk = file('app.ipa');
      assert.equal(onDisk.name, 'app.ipa');
      const stat = await statFile(onDisk);
      assert.equal(stat.size, app.length);
      assert.ok(Math.abs(stat.modifiedAt - Date.now()) < 60_000);
      for (let times = 0; times < 2; times++) {
        const pieces: Uint8Array[] = [];
        for await (const piece of onDisk.open()) {
          pieces.push(piece);
        }
        assert.deepEqual(Buffer.concat(pieces), app);
      }
    });

    it('is refused for what it is', async () => {
      assert.equal(await unusableFileReason(file('app.ipa')), undefined);
      for (const [name, reason] of [
        ['gone.ipa', 'missing'],
        ['folder.ipa', 'folder'],
        ['empty.apk', 'empty'],
      ] as const) {
        assert.equal(await unusableFileReason(file(name)), reason);
        const error = await failureOf(statFile(file(name)));
        assert.ok(error instanceof UnusableFile && error.reason === reason);
      }
      const bug = { ...of('a.ipa'), stat: () => Promise.reject(new TypeError('x')) };
      assert.ok((await failureOf(unusableFileReason(bug))) instanceof TypeError);
    });

    it('tells what is wrong with the disk, with path and code, and never unheard', async () => {
      const path = join(folder, 'gone.ipa');
      for (const error of [
        await failureOf(diskFile(path).stat()),
        await failureOf(diskFile(path).open()[Symbol.asyncIterator]().next() as Promise<unknown>),
      ]) {
        assert.ok(error instanceof FileProblem);
        assert.deepEqual([error.code, error.path], ['ENOENT', path]);
      }
      diskFile(path).open().destroy?.();
    });

    it('is let go of when no more is wanted', async () => {
      await writeFile(join(folder, 'big.ipa'), Buffer.alloc(2_000_000));
      const bytes = file('big.ipa').open();
      const reader = bytes[Symbol.asyncIterator]();
      const first = (await reader.next()) as IteratorYieldResult<Uint8Array>;
      assert.ok(first.value.length <= 256 * 1024);
      bytes.destroy?.();
      assert.ok((await failureOf(reader.next() as Promise<unknown>)) instanceof Error);
    });
  });
});
