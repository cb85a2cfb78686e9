import { strict as assert } from 'node:assert';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { ArchiveFile } from '../../../../../src/api/files/archive/archiveFile';
import { ArchiveProblem, type ArchiveFault } from '../../../../../src/api/files/archive/archiveProblem';
import { extractEntry, type Extraction } from '../../../../../src/api/files/archive/extractEntry';
import { readDirectory } from '../../../../../src/api/files/archive/readDirectory';
import { isFailure } from '../../../../../src/api/failure';
import { FileSink } from '../../../../../src/api/files/fileSink';
import { failureOf } from '../../../support/until';
import { buildZip, type BuiltEntry } from './zipBuilder';

describe('R51: a file of an archive', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archive-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Takes the first of these out. */
  async function extract(entries: BuiltEntry[], more: Partial<Extraction> = {}): Promise<Buffer> {
    const archive = join(folder, 'artifacts.zip');
    const path = join(folder, 'taken');
    await writeFile(archive, buildZip(entries));
    await ArchiveFile.use(archive, async (file) => {
      const [entry] = await readDirectory(file);
      assert.ok(entry);
      await extractEntry(file, entry, { open: () => FileSink.create(path), ...more });
    });
    return readFile(path);
  }
  async function fails(entries: BuiltEntry[], fault: ArchiveFault): Promise<void> {
    const error = await failureOf(extract(entries));
    assert.ok(error instanceof ArchiveProblem, String(error));
    assert.equal(error.fault, fault);
    assert.deepEqual(await readdir(folder), ['artifacts.zip'], 'nothing is left of it');
  }

  it('comes byte for byte, as it is and deflated, and is told as it comes', async () => {
    const content = Buffer.from(Array.from({ length: 700_000 }, (_, at) => (at * at) % 251));
    for (const method of [0, 8]) {
      const told: unknown[] = [];
      const after = { name: 'other', content: 'more' };
      const taken = await extract([{ name: 'App.ipa', content, method, local: { extra: 28 } }, after], {
        onProgress: ({ received, total }) => told.push([received, total]),
      });
      assert.ok(taken.equals(content));
      assert.deepEqual(told.at(-1), [content.length, content.length]);
      await rm(join(folder, 'taken'));
    }
    assert.equal((await extract([{ name: 'empty' }])).length, 0);
  });

  it('is never longer than was told, and never another', async () => {
    const content = 'x'.repeat(1000);
    const bomb = Buffer.from(deflateRawSync(Buffer.alloc(50_000_000)));
    const lie = [{ name: 'a', packed: bomb, listed: { size: 60_000 } }];
    await fails(lie, 'damaged');
    let written = 0;
    const open = () =>
      Promise.resolve({
        write: ({ length }: Uint8Array) => {
          written += length;
          return Promise.resolve();
        },
        close: () => Promise.resolve(),
        abort: () => Promise.resolve(),
      });
    await failureOf(extract(lie, { open }));
    assert.ok(written <= 60_000, `${written} bytes`);
    await fails([{ name: 'a', content, listed: { size: 1001 } }], 'damaged');
    await fails([{ name: 'a', content, listed: { crc: 1 } }], 'damaged');
    await fails([{ name: 'a', content, method: 0, listed: { crc: 1 } }], 'damaged');
    await fails([{ name: 'a', content, packed: Buffer.alloc(500, 0xff) }], 'damaged');
    await fails([{ name: 'a', content, packed: deflateRawSync(content).subarray(0, -4) }], 'damaged');
    const trailing = Buffer.concat([deflateRawSync(content), Buffer.from('more')]);
    await fails([{ name: 'a', content, packed: trailing }], 'damaged');
  });

  it('is what stands in its place as well as in the list', async () => {
    const content = 'x'.repeat(1000);
    await fails([{ name: 'a.ipa', content, local: { name: 'b.ipa' } }], 'broken');
    await fails([{ name: 'a', content, local: { flags: 0x801 } }], 'broken');
    const other = { name: 'c', content, method: 0 };
    await fails([{ name: 'a', content, method: 0, listed: { offset: 5 } }], 'overlapping');
    // The bytes of the first one reach into the second one, by what stands before them.
    const reaching = {
      name: 'a',
      content: 'x',
      method: 0,
      local: { extra: 100 },
      listed: { size: 90, packedSize: 90 },
    };
    await fails([reaching, other], 'overlapping');
    await fails([{ name: 'a', content, mode: 0o120777 }], 'refused');
  });

  it('canceled, leaves nothing', async () => {
    const abort = new AbortController();
    const error = await failureOf(
      extract([{ name: 'a', content: Buffer.alloc(900_000), method: 0 }], {
        signal: abort.signal,
        onProgress: () => {
          abort.abort();
        },
      }),
    );
    assert.ok(isFailure(error, 'cancelled'));
    assert.deepEqual(await readdir(folder), ['artifacts.zip']);
  });

  it('whose sink fails, fails as that does', async () => {
    const error = new Error('full');
    const sink = {
      write: () => Promise.reject(error),
      close: () => Promise.resolve(),
      abort: () => Promise.reject(new Error('either')),
    };
    assert.equal(
      await failureOf(extract([{ name: 'a', content: 'x' }], { open: () => Promise.resolve(sink) })),
      error,
    );
  });
});
