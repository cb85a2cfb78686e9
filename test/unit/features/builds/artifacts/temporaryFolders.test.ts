import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  removeLeftFolders,
  TemporaryFolders,
} from '../../../../../src/features/builds/artifacts/temporaryFolders';

describe('R51: temporary folders of artifacts', () => {
  let storage: string;
  beforeEach(async () => {
    storage = await mkdtemp(path.join(tmpdir(), 'appcircle-storage-'));
  });
  afterEach(() => rm(storage, { recursive: true }));

  it('are of their own, and gone with the window', async () => {
    const [one, other] = [new TemporaryFolders(storage), new TemporaryFolders(storage)];
    const [first, second, theirs] = [await one.add(), await one.add(), await other.add()];
    assert.equal(new Set([first, second, theirs]).size, 3);
    if (process.platform !== 'win32') assert.equal((await stat(first)).mode & 0o777, 0o700);
    await writeFile(path.join(first, 'app.ipa'), 'x');
    await one.remove(first);
    assert.deepEqual([existsSync(first), existsSync(second)], [false, true]);
    one.dispose();
    assert.deepEqual([existsSync(second), existsSync(theirs)], [false, true]);
  });

  it('that a crash left are removed by the next one, and no others', async () => {
    const own = new TemporaryFolders(storage);
    await own.add();
    const left = path.join(storage, 'artifacts', `${2 ** 30}-abcd`, 'x');
    await mkdir(left, { recursive: true });
    await writeFile(path.join(left, 'app.ipa'), 'x');
    await removeLeftFolders(storage);
    const names = await readdir(path.join(storage, 'artifacts'));
    assert.equal(names.length, 1);
    assert.match(names[0] ?? '', new RegExp(`^${process.pid}-`));
    await removeLeftFolders(path.join(storage, 'none'));
  });
});
