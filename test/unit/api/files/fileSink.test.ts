import { strict as assert } from 'node:assert';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileProblem, toFileProblem } from '../../../../src/api/files/fileProblem';
import { FileSink } from '../../../../src/api/files/fileSink';
import { failureOf } from '../../support/until';

describe('file sink', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sink-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const path = (name = 'app.ipa') => join(folder, name);
  const there = async () => (await readdir(folder)).sort();

  async function problem(work: Promise<unknown>, code: string, where = path()): Promise<void> {
    const error = await failureOf(work);
    assert.ok(error instanceof FileProblem, String(error));
    assert.deepEqual([error.code, error.path], [code, where]);
  }

  it('has its name when all of it is there, and not before', async () => {
    const sink = await FileSink.create(path());
    await sink.write(Buffer.from('abc'));
    await sink.write(new Uint8Array([0, 255]));
    assert.deepEqual(await there(), ['app.ipa.part']);
    await sink.close();
    assert.deepEqual(await there(), ['app.ipa']);
    assert.deepEqual(await readFile(path()), Buffer.from([97, 98, 99, 0, 255]));
  });

  it('may be empty', async () => {
    await (await FileSink.create(path())).close();
    assert.equal((await readFile(path())).length, 0);
  });

  it('given up, leaves nothing, even while a write is under way', async () => {
    const sink = await FileSink.create(path());
    const write = sink.write(Buffer.alloc(1_000_000));
    await sink.abort();
    await write;
    assert.deepEqual(await there(), []);
    await sink.abort();
  });

  it('replaces no file, and says so before a byte is fetched', async () => {
    await writeFile(path(), 'mine');
    await problem(FileSink.create(path()), 'EEXIST');
    assert.deepEqual(await there(), ['app.ipa']);
    await mkdir(path('folder'));
    await problem(FileSink.create(path('folder')), 'EEXIST', path('folder'));
    await symlink(path('nowhere'), path('link'));
    await problem(FileSink.create(path('link')), 'EEXIST', path('link'));
    assert.equal(await readFile(path(), 'utf8'), 'mine');
  });

  it('replaces one when told to, and that only at the end', async () => {
    await writeFile(path(), 'old');
    const sink = await FileSink.create(path(), { overwrite: true });
    await sink.write(Buffer.from('new'));
    assert.equal(await readFile(path(), 'utf8'), 'old');
    await sink.close();
    assert.equal(await readFile(path(), 'utf8'), 'new');
    const other = await FileSink.create(path(), { overwrite: true });
    await other.write(Buffer.from('half'));
    await other.abort();
    assert.equal(await readFile(path(), 'utf8'), 'new');
    assert.deepEqual(await there(), ['app.ipa']);
  });

  it('replaces none that somebody made in the meantime', async () => {
    const sink = await FileSink.create(path());
    await sink.write(Buffer.from('ours'));
    await writeFile(path(), 'theirs');
    await problem(sink.close(), 'EEXIST');
    await sink.abort();
    assert.equal(await readFile(path(), 'utf8'), 'theirs');
    assert.deepEqual(await there(), ['app.ipa']);
  });

  it('leaves alone what another download has begun, and what a crash left', async () => {
    await writeFile(path('app.ipa.part'), 'of another');
    const [one, two] = [await FileSink.create(path()), await FileSink.create(path())];
    await one.write(Buffer.from('one'));
    await one.close();
    await problem(two.close(), 'EEXIST');
    await two.abort();
    assert.deepEqual(await there(), ['app.ipa', 'app.ipa.part']);
    assert.equal(await readFile(path('app.ipa.part'), 'utf8'), 'of another');
  });

  it('has a name of its own beside hundreds of remains, and is no file that exists', async () => {
    const remains = ['app.ipa.part', ...Array.from({ length: 200 }, (_, number) => `app.ipa.${number}.part`)];
    await Promise.all(remains.map((name) => writeFile(path(name), 'of a crash')));
    const sinks = [await FileSink.create(path()), await FileSink.create(path(), { overwrite: true })];
    for (const sink of sinks) {
      await sink.write(Buffer.from('new'));
    }
    const own = (await there()).filter((name) => !remains.includes(name));
    assert.deepEqual(
      own.map((name) => /^app\.ipa\.[\da-f]{8}\.part$/.test(name)),
      [true, true],
    );
    await sinks[0]?.close();
    await sinks[1]?.close();
    assert.equal(await readFile(path(), 'utf8'), 'new');
    assert.deepEqual(await there(), [...remains, 'app.ipa'].sort());
  });

  it('tells of a folder that is not there, or is none, and of a disk that is gone', async () => {
    await problem(FileSink.create(path('no/app.ipa')), 'ENOENT', path('no/app.ipa'));
    await writeFile(path('file'), '');
    await problem(FileSink.create(path('file/app.ipa')), 'ENOTDIR', path('file/app.ipa'));
    const sink = await FileSink.create(path());
    await rm(path('app.ipa.part'));
    await problem(sink.close(), 'ENOENT');
    await sink.abort();
    assert.deepEqual(await there(), ['file']);
  });

  it('a disk that takes no more is a problem with its code', async () => {
    const sink = await FileSink.create(path());
    await sink.abort();
    await problem(sink.write(Buffer.from('x')), 'EBADF');
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC', syscall: 'write' });
    assert.deepEqual(toFileProblem(full, 'x'), new FileProblem('ENOSPC', 'x'));
  });

  it('what is no problem of a disk stays what it is', () => {
    const bug = new TypeError('x');
    assert.equal(toFileProblem(bug, 'x'), bug);
    assert.equal(toFileProblem('text', 'x'), 'text');
    assert.equal(toFileProblem(undefined, 'x'), undefined);
  });
});
