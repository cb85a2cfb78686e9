import { strict as assert } from 'node:assert';
import zlib from 'node:zlib';
import { packingOf } from '../../../../src/api/transport/contentCodings';
import { unpack, UnpackError } from '../../../../src/api/transport/unpack';
import { MB } from './streams';

const text = JSON.stringify(
  Array.from({ length: 500 }, (_, id) => ({ id, name: `Name ${(id * 7919) % 1000}` })),
);

type Pack = (bytes: Uint8Array) => Buffer;
const { zstdCompressSync } = zlib as { zstdCompressSync?: Pack };
const packers: Record<string, [coding: string, pack: Pack]> = {
  gzip: ['gzip', zlib.gzipSync],
  'deflate as zlib': ['deflate', zlib.deflateSync],
  'deflate as it is': ['deflate', zlib.deflateRawSync],
  'deflate that is gzip': ['deflate', zlib.gzipSync],
  brotli: ['br', zlib.brotliCompressSync],
  ...(zstdCompressSync && { zstd: ['zstd', zstdCompressSync] }),
};

async function* chunksOf(bytes: Buffer, size = bytes.length): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) {
    yield await Promise.resolve(bytes.subarray(at, at + size));
  }
}

/** What comes out, and the error at its end, if there is one. */
async function unpacked(source: AsyncIterable<Buffer>, codings: string[]): Promise<[string, unknown]> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of unpack(source, codings)) chunks.push(chunk);
  } catch (error) {
    return [Buffer.concat(chunks).toString(), error];
  }
  return [Buffer.concat(chunks).toString(), undefined];
}

describe('transport: how a body is packed', () => {
  const known = (coding: string) => packingOf([['content-encoding', coding]]);

  it('is a list, in any case and with blanks, in one header or in several', () => {
    const packings: [headers: string[], codings: string[]][] = [
      [[], []],
      [[''], []],
      [['identity'], []],
      [[' GZip '], ['gzip']],
      [['x-gzip,\tBR'], ['gzip', 'br']],
      [
        ['gzip;q=1.0 , x-br', 'Brotli'],
        ['gzip', 'br', 'br'],
      ],
      [
        ['deflate', 'gzip, , identity'],
        ['deflate', 'gzip'],
      ],
    ];
    for (const [values, codings] of packings) {
      const headers = values.map((value) => ['content-encoding', value] as const);
      assert.deepEqual(packingOf([['content-type', 'a/b'], ...headers]), { codings });
    }
  });

  it('is not known where one of it is not, or where it is packed without an end', () => {
    assert.deepEqual(known('gzip, Martian'), { codings: [], unknown: 'martian' });
    assert.deepEqual(known('compress'), { codings: [], unknown: 'compress' });
    assert.deepEqual(known('gzip,'.repeat(6)), { codings: [], unknown: Array(6).fill('gzip').join(', ') });
    assert.equal(known('x'.repeat(5000)).unknown?.length, 100);
    for (const name of ['constructor', '__proto__', 'toString']) {
      assert.deepEqual(known(name), { codings: [], unknown: name.toLowerCase() });
    }
  });

  it('with zstd is known where the editor can unpack it', () => {
    assert.deepEqual(
      known('zstd'),
      zstdCompressSync ? { codings: ['zstd'] } : { codings: [], unknown: 'zstd' },
    );
  });
});

describe('transport: unpacking', () => {
  for (const [name, [coding, pack]] of Object.entries(packers)) {
    const bytes = pack(Buffer.from(text));

    it(`${name}: whole, however it comes`, async () => {
      for (const size of [1, 2, 7, bytes.length]) {
        assert.deepEqual(await unpacked(chunksOf(bytes, size), [coding]), [text, undefined]);
      }
    });

    it(`${name}: nothing is nothing, and a packed nothing too`, async () => {
      assert.deepEqual(await unpacked(chunksOf(Buffer.alloc(0)), [coding]), ['', undefined]);
      assert.deepEqual(await unpacked(chunksOf(pack(Buffer.alloc(0))), [coding]), ['', undefined]);
    });

    it(`${name}: what ends early gives what there is, and says so`, async () => {
      for (const length of [bytes.length >> 1, bytes.length - 1]) {
        const [came, error] = await unpacked(chunksOf(bytes.subarray(0, length)), [coding]);
        assert.ok(text.startsWith(came));
        assert.ok(error instanceof UnpackError && error.endsEarly, String(error));
        assert.ok(coding === 'zstd' || came.length > text.length / 4, String(came.length));
      }
    });

    it(`${name}: what a lost connection leaves behind is given first`, async () => {
      const lost = new Error('lost');
      const source = async function* () {
        yield* chunksOf(bytes.subarray(0, bytes.length >> 1));
        throw lost;
      };
      const [came, error] = await unpacked(source(), [coding]);
      assert.equal(error, lost);
      assert.ok(coding === 'zstd' || came.length > text.length / 4);
    });

    it(`${name}: no bytes make it hang or fail otherwise`, async () => {
      for (let nth = 0; nth < 200; nth++) {
        const damaged = Buffer.from(bytes);
        damaged[(nth * 7919) % damaged.length]! ^= 1 + (nth % 255);
        const [, error] = await unpacked(chunksOf(damaged), [coding]);
        assert.ok(error === undefined || error instanceof UnpackError);
      }
    });
  }

  it('damage costs little of what came before it', async () => {
    const bytes = zlib.gzipSync(text);
    bytes.fill(0xff, bytes.length >> 1);
    const [came, error] = await unpacked(chunksOf(bytes), ['gzip']);
    assert.ok(error instanceof UnpackError && !error.endsEarly);
    assert.ok(text.startsWith(came.slice(0, 2000)) && came.length > text.length / 4);
  });

  it('several codings are taken off from the last to the first', async () => {
    const bytes = zlib.brotliCompressSync(zlib.gzipSync(zlib.deflateSync(text)));
    assert.deepEqual(await unpacked(chunksOf(bytes, 5), ['deflate', 'gzip', 'br']), [text, undefined]);
  });

  it('what a stream has flushed is there before there is more', async () => {
    for (const [coding, packer] of [
      ['gzip', zlib.createGzip()],
      ['deflate', zlib.createDeflate()],
      ['br', zlib.createBrotliCompress()],
    ] as const) {
      const told: string[] = [];
      const source = async function* () {
        for (const event of ['data: 1', 'data: 2']) {
          yield await new Promise<Buffer>((resolve) => {
            packer.write(event);
            packer.flush(() => {
              resolve(packer.read() as Buffer);
            });
          });
          told.push('more');
        }
      };
      for await (const part of unpack(source(), [coding])) {
        told.push(part.toString());
        if (told.join('').endsWith('2')) break;
      }
      assert.equal(told.join(''), 'data: 1moredata: 2', coding);
    }
  });

  it('a bomb is unpacked as far as somebody takes it', async () => {
    const bomb = zlib.gzipSync(zlib.gzipSync(Buffer.alloc(16 * MB)));
    let taken = 0;
    const before = process.memoryUsage().arrayBuffers;
    for await (const chunk of unpack(chunksOf(bomb), ['gzip', 'gzip'])) {
      taken += chunk.length;
      if (taken > MB) break;
    }
    assert.ok(taken < 2 * MB);
    assert.ok(process.memoryUsage().arrayBuffers - before < 12 * MB);
  });
});
