import { strict as assert } from 'node:assert';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskFile } from '../../../../src/api/files/diskFile';
import { FileProblem } from '../../../../src/api/files/fileProblem';
import {
  checkFile,
  MAX_FILE_BYTES,
  statFile,
  unusableFileReason,
  UnusableFile,
} from '../../../../src/api/upload/uploadFile';
import { failureOf } from '../../support/until';

describe('a file to upload', () => {
  const good = { name: 'app.ipa', size: 1, readable: true };

  it('is an ipa, apk or aab of up to 3 GB', () => {
    for (const name of ['app.ipa', 'My App 2.0.APK', 'a.b.aab', 'ü"\n.ipa']) {
      assert.equal(checkFile({ ...good, name }), undefined);
    }
    assert.equal(checkFile({ ...good, size: MAX_FILE_BYTES }), undefined);
    assert.equal(checkFile({ ...good, size: MAX_FILE_BYTES + 1 }), 'tooLarge');
    assert.equal(MAX_FILE_BYTES, 3_221_225_472);
  });

  it('is refused for what it is, before a byte is sent', () => {
    for (const name of ['app.zip', 'ipa', 'app.ipa.zip', 'app.', '', 'app.apks', 'app.xapk', 'app.ipa ']) {
      assert.equal(checkFile({ ...good, name }), 'wrongExtension', name);
    }
    assert.equal(checkFile({ ...good, size: 0 }), 'empty');
    assert.equal(checkFile({ ...good, readable: false }), 'unreadable');
    assert.equal(checkFile({ name: 'a.txt', size: 0, readable: false }), 'wrongExtension');
  });

  describe('on a disk', () => {
    let folder: string;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'upload-'));
      await writeFile(join(folder, 'app.ipa'), 'content');
      await writeFile(join(folder, 'empty.apk'), '');
      await mkdir(join(folder, 'folder.ipa'));
    });
    after(() => rm(folder, { recursive: true }));
    const file = (name: string) => diskFile(join(folder, name));

    it('has its base name, its size, its date and its bytes, as often as they are wanted', async () => {
      const app = file('app.ipa');
      assert.equal(app.name, 'app.ipa');
      const stat = await statFile(app);
      assert.equal(stat.size, 7);
      assert.ok(Math.abs(stat.modifiedAt - Date.now()) < 60_000);
      for (let times = 0; times < 2; times++) {
        const pieces: Uint8Array[] = [];
        for await (const piece of app.open()) {
          pieces.push(piece);
        }
        assert.equal(Buffer.concat(pieces).toString(), 'content');
      }
    });

    it('is refused for what it is', async () => {
      assert.equal(await unusableFileReason(file('app.ipa')), undefined);
      for (const [name, reason] of [
        ['gone.ipa', 'unreadable'],
        ['folder.ipa', 'unreadable'],
        ['empty.apk', 'empty'],
      ] as const) {
        assert.equal(await unusableFileReason(file(name)), reason);
        const error = await failureOf(statFile(file(name)));
        assert.ok(error instanceof UnusableFile && error.reason === reason);
      }
      const bug = { name: 'a.ipa', stat: () => Promise.reject(new TypeError('x')), open: file('x').open };
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
