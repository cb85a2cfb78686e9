import { strict as assert } from 'node:assert';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArchiveFile } from '../../../../../src/api/files/archive/archiveFile';
import { ArchiveProblem, type ArchiveFault } from '../../../../../src/api/files/archive/archiveProblem';
import { readDirectory } from '../../../../../src/api/files/archive/readDirectory';
import { FileProblem } from '../../../../../src/api/files/fileProblem';
import { zipOf } from '../../../../sandbox/builds/zip';
import { failureOf } from '../../../support/until';
import { buildZip, type BuiltEnd, type BuiltEntry } from './zipBuilder';

describe('R51: the list of an archive', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archive-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function listed(bytes: Buffer) {
    const path = join(folder, 'artifacts.zip');
    await writeFile(path, bytes);
    return ArchiveFile.use(path, readDirectory);
  }
  const list = (entries: BuiltEntry[], end?: BuiltEnd) => listed(buildZip(entries, end));
  async function fault(reading: Promise<unknown>): Promise<ArchiveFault> {
    const error = await failureOf(reading);
    assert.ok(error instanceof ArchiveProblem, String(error));
    return error.fault;
  }
  const refusals = async (entries: BuiltEntry[]) => (await list(entries)).map(({ refusal }) => refusal);

  it('has names and sizes, and no folders', async () => {
    const entries = await list([
      { name: 'App.ipa', content: 'app' },
      { name: 'dSYMs/' },
      { name: 'dSYMs/App.zip', content: 'symbols', method: 0, mode: 0o100644 },
      { name: 'empty.txt' },
    ]);
    assert.deepEqual(
      entries.map(({ name, size, refusal }) => [name, size, refusal]),
      [
        ['App.ipa', 3, undefined],
        ['dSYMs/App.zip', 7, undefined],
        ['empty.txt', 0, undefined],
      ],
    );
  });

  it('is that of an archive that was written while it was read, of one with a comment, and of an empty one', async () => {
    const content = { bytes: 5, pieces: () => [Buffer.from('ab'), Buffer.from('cde')] };
    const made = await listed(Buffer.concat([...zipOf([{ name: 'a.apk', content }])]));
    assert.deepEqual([made[0]?.name, made[0]?.size], ['a.apk', 5]);
    // The comment holds what looks like an end.
    const comment = `PK\u0005\u0006${'\0'.repeat(18)} and more`;
    assert.equal((await list([{ name: 'a' }], { comment })).length, 1);
    assert.deepEqual(await list([]), []);
  });

  it('is read in the long form, and tells sizes beyond 32 bits', async () => {
    const size = 7 * 1024 ** 3;
    const long = { name: 'long', listed: { size, packedSize: size } };
    assert.equal(await fault(list([long], { zip64: true })), 'overlapping');
    const [entry] = await list([{ name: 'a', content: 'x', listed: { size } }], { zip64: true });
    assert.deepEqual([entry?.size, entry?.refusal], [size, 'bomb']);
    const huge = { name: 'a', listed: { size: 2 ** 60 } };
    assert.equal(await fault(list([huge], { zip64: true })), 'broken');
  });

  it('of 65,536 files and more is read in both forms, of more than 100,000 it is not', async function () {
    this.timeout(60_000);
    const entries = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ name: `f${at}`, method: 0 }));
    assert.equal((await list(entries(65_537))).length, 65_537);
    assert.equal((await list(entries(65_536), { zip64: true })).length, 65_536);
    assert.equal(await fault(list([{ name: 'a' }], { zip64: true, entries: 100_001 })), 'tooLarge');
    assert.equal(await fault(list(entries(100_001))), 'tooLarge');
  });

  it('leads nowhere out of the archive', async () => {
    const names = [
      '../../etc/passwd',
      '/etc/hosts',
      'C:\\Windows\\a.dll',
      'a/../b/./c',
      'x\u202eipa.exe',
      '..\\..\\d',
    ];
    assert.deepEqual(
      (await list(names.map((name) => ({ name })))).map(({ name }) => name),
      ['etc/passwd', 'etc/hosts', 'Windows/a.dll', 'a/b/c', 'xipa.exe', 'd'],
    );
    assert.deepEqual(await refusals([{ name: '..' }, { name: '\u200b' }]), ['name', 'name']);
  });

  it('takes the letters of a name as UTF-8 where they are, and else each byte as a letter', async () => {
    const [utf8, other] = await list([
      { name: 'Ölçüm.ipa', flags: 0 },
      { name: 'plain', flags: 0 },
    ]);
    assert.deepEqual([utf8?.name, other?.name], ['Ölçüm.ipa', 'plain']);
    const bytes = buildZip([{ name: 'caf_.txt', flags: 0 }]);
    const latin = Buffer.from(bytes.toString('latin1').replaceAll('caf_', 'caf\u00e9'), 'latin1');
    assert.equal((await listed(latin))[0]?.name, 'café.txt');
  });

  it('says which files are not taken out: links, devices, locked ones, unknown packing, bombs', async () => {
    const content = 'x'.repeat(100);
    assert.deepEqual(
      await refusals([
        { name: 'link', content: '/etc/passwd', mode: 0o120777 },
        { name: 'pipe', mode: 0o010644 },
        { name: 'device', mode: 0o060644 },
        { name: 'locked', content, flags: 0x801 },
        { name: 'lzma', content, method: 14, packed: Buffer.from('x') },
        { name: 'more than deflate can', content, listed: { size: 1_000_000_000 } },
        { name: 'stored, another size', content, method: 0, listed: { size: 101 } },
        { name: 'fine', content },
      ]),
      ['link', 'special', 'special', 'encrypted', 'method', 'bomb', 'bomb', undefined],
    );
    const packed = Buffer.alloc(1024 * 1024);
    const large = { name: 'a', packed, listed: { size: 300 * 1024 * 1024 } };
    assert.deepEqual(await refusals([large]), ['bomb'], 'a long file of nothing');
    assert.deepEqual(await refusals([{ ...large, listed: { size: 90 * 1024 * 1024 } }]), [undefined]);
  });

  it('takes none of two files with one name', async () => {
    const names = ['a.ipa', 'b/../a.ipa', 'x/../a.ipa', '/a.ipa'];
    assert.deepEqual(await refusals(names.map((name) => ({ name }))), [
      'duplicate',
      undefined,
      undefined,
      'duplicate',
    ]);
  });

  it('has no files that share bytes with others, with the list, or lie behind it', async () => {
    const one = { name: 'one', content: 'x'.repeat(50), method: 0 };
    const two = { name: 'two', content: 'y'.repeat(50), method: 0 };
    assert.equal(await fault(list([one, { ...two, listed: { offset: 0 } }])), 'overlapping');
    assert.equal(await fault(list([one, { ...two, listed: { offset: 40 } }])), 'overlapping');
    assert.equal(await fault(list([one, { ...two, listed: { packedSize: 60, size: 60 } }])), 'overlapping');
    assert.equal(await fault(list([{ ...one, listed: { offset: 5_000 } }])), 'overlapping');
  });

  it('of what is no zip, is cut off, or tells what is not so, is none', async () => {
    const whole = buildZip([{ name: 'one', content: 'x'.repeat(50) }]);
    for (const bytes of [Buffer.alloc(0), Buffer.from('PK'), Buffer.alloc(70_000), whole.subarray(0, -1)]) {
      assert.equal(await fault(listed(bytes)), 'notZip');
    }
    const one = [{ name: 'one' }];
    for (const end of [
      { entries: 2 },
      { entries: 0 },
      { size: 1_000_000 },
      { size: 10 },
      { offset: 0xfffffff0 },
      { offset: 0 },
      { disk: 1 },
      { zip64: true, entries: 2 },
      { zip64: true, size: 2 ** 40 },
      { zip64: true, size: 2 ** 60 },
    ]) {
      assert.equal(await fault(list(one, end)), 'broken', JSON.stringify(end));
    }
    const cut = Buffer.from(whole);
    cut.writeUInt16LE(60_000, cut.indexOf('PK\u0001\u0002') + 28);
    assert.equal(await fault(listed(cut)), 'broken');
  });

  it('of a folder or of nothing is a problem of the disk', async () => {
    for (const [path, code] of [
      [folder, 'EISDIR'],
      [join(folder, 'none'), 'ENOENT'],
    ] as const) {
      const error = await failureOf(ArchiveFile.use(path, readDirectory));
      assert.ok(error instanceof FileProblem);
      assert.equal(error.code, code);
    }
  });
});
