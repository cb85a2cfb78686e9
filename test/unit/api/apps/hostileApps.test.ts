import { strict as assert } from 'node:assert';
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AppReading, UnreadReason } from '../../../../src/api/apps/app';
import { readApp } from '../../../../src/api/apps/readApp';
import { isFailure } from '../../../../src/api/failure';
import { diskFile } from '../../../../src/api/files/diskFile';
import { FileProblem } from '../../../../src/api/files/fileProblem';
import { usualManifest } from '../../../apps/androidManifest';
import { buildApk, buildBundle, buildIpa, usualInfo } from '../../../apps/appBuilder';
import { AppFile } from '../../../apps/appFile';
import { element, open } from '../../../apps/cmsBuilder';
import { binaryPlist, type Plist } from '../../../apps/plistBuilder';
import { writeSparseApp } from '../../../apps/sparseApp';
import { buildZip, type BuiltEntry } from '../files/archive/zipBuilder';

const read = (bytes: Buffer, name = 'app.ipa') => readApp(new AppFile(name, bytes));
const unread = (reason: UnreadReason): AppReading => ({ kind: 'unread', reason });

const infoName = 'Payload/A.app/Info.plist';
const info = binaryPlist(usualInfo);
const withInfo = (changed: Partial<BuiltEntry>) =>
  read(buildZip([{ name: infoName, content: info, ...changed }]));

describe('files that are no apps, or want to be more than one', () => {
  it('what is no zip, and a zip of other things, is no app', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('PK'), Buffer.alloc(100_000), Buffer.from('<html>')]) {
      assert.deepEqual(await read(bytes), { kind: 'noApp' });
    }
    assert.deepEqual(await read(buildZip([])), { kind: 'noApp' });
    for (const name of [
      'Info.plist',
      'A.app/Info.plist',
      'payload/A.app/Info.plist',
      'x/AndroidManifest.xml',
    ]) {
      assert.deepEqual(await read(buildZip([{ name, content: info }])), { kind: 'noApp' });
    }
  });

  it('names that lead elsewhere are what is left of them, and lead nowhere', async () => {
    const reading = await read(buildZip([{ name: '../../Payload/A.app/Info.plist', content: info }]));
    assert.equal(reading.kind, 'app');
    assert.deepEqual(await withInfo({ name: 'Payload/../A.app/Info.plist/' }), { kind: 'noApp' });
  });

  const cases: [what: string, changed: Partial<BuiltEntry>, reason: UnreadReason][] = [
    ['encrypted', { flags: 1 }, 'encrypted'],
    ['a link', { mode: 0o120777 }, 'link'],
    ['a device', { mode: 0o020666 }, 'special'],
    ['packed in another way', { method: 93, packed: info }, 'method'],
    ['a bomb by what the list says', { listed: { size: 1_000_000_000 } }, 'bomb'],
    ['longer than the list says', { listed: { size: info.length - 1 } }, 'damaged'],
    ['shorter than the list says', { listed: { size: info.length + 1 } }, 'damaged'],
    ['of another checksum', { listed: { crc: 1 } }, 'damaged'],
    ['not packed as it says', { packed: Buffer.from('no deflate') }, 'damaged'],
    ['over the list of files', { listed: { packedSize: 100_000 } }, 'overlapping'],
    ['called otherwise where it stands', { local: { name: 'Payload/B.app/Info.plist' } }, 'broken'],
    ['larger than any', { content: Buffer.alloc(4 * 1024 * 1024 + 1), method: 0 }, 'tooLarge'],
    ['empty', { content: '' }, 'content'],
  ];
  for (const [what, changed, reason] of cases) {
    it(`whose Info.plist is ${what} are told as such`, async () => {
      assert.deepEqual(await withInfo(changed), unread(reason));
    });
  }

  it('whose Info.plist is there twice are not read', async () => {
    const entry = { name: infoName, content: info };
    assert.deepEqual(await read(buildZip([entry, entry])), unread('severalApps'));
  });

  it('whose list of files has more than anybody looks through are told as such', async () => {
    const end = { zip64: true, entries: 2 ** 40 };
    assert.deepEqual(await read(buildZip([{ name: infoName, content: info }], end)), unread('tooLarge'));
  });

  it('cut off anywhere they are no app, or are told as damaged, and nothing fails', async () => {
    for (const [name, bytes] of [
      ['app.ipa', buildIpa()],
      ['app.apk', buildApk()],
      ['app.aab', buildBundle()],
    ] as const) {
      for (let length = 0; length < bytes.length; length += 13) {
        assert.notEqual((await read(bytes.subarray(0, length), name)).kind, 'app');
      }
    }
  });
});

describe('property lists that are made to be read for ever', () => {
  const reasonFor = async (content: Buffer) => {
    const reading = await withInfo({ content });
    return reading.kind === 'unread' ? reading.reason : reading.kind;
  };

  it('lists within lists without end are not followed', async () => {
    let nested: Plist = 'x';
    for (let depth = 0; depth < 200; depth++) nested = [nested];
    assert.equal(await reasonFor(binaryPlist({ a: nested })), 'content');
    const xml = `<plist>${'<array>'.repeat(100_000)}`;
    assert.equal(await reasonFor(Buffer.from(xml)), 'content');
  });

  it('a few lists that each refer to the next ten times mean too much', async () => {
    // Nine lists of ten references each to the next one, and a text: 10^9 values in 130 bytes.
    const objects = Array.from({ length: 9 }, (_, index) =>
      Buffer.from([0xaa, ...Array<number>(10).fill(index + 1)]),
    );
    const body = Buffer.concat([Buffer.from('bplist00'), ...objects, Buffer.from([0x50])]);
    const table = Buffer.from(Array.from({ length: 10 }, (_, index) => 8 + index * 11));
    const trailer = Buffer.alloc(32);
    trailer.set([1, 1], 6);
    trailer.writeBigUInt64BE(10n, 8);
    trailer.writeBigUInt64BE(BigInt(body.length), 24);
    assert.equal(await reasonFor(Buffer.concat([body, table, trailer])), 'content');
  });

  it('a list that is in itself, and lengths and places beyond the file, are not followed', async () => {
    const trailerOf = (count: bigint, table: bigint, top = 0n) => {
      const trailer = Buffer.alloc(32);
      trailer.set([1, 1], 6);
      trailer.writeBigUInt64BE(count, 8);
      trailer.writeBigUInt64BE(top, 16);
      trailer.writeBigUInt64BE(table, 24);
      return trailer;
    };
    const start = Buffer.from('bplist00');
    const itself = Buffer.concat([start, Buffer.from([0xa1, 0, 8]), trailerOf(1n, 10n)]);
    const long = Buffer.concat([
      start,
      Buffer.from([0xaf, 0x13, 0x7f, 255, 255, 255, 255, 255, 255, 255, 8]),
      trailerOf(1n, 18n),
    ]);
    const many = Buffer.concat([start, Buffer.from([9, 8]), trailerOf(1n << 60n, 9n, 1n << 59n)]);
    for (const content of [itself, long, many]) assert.equal(await reasonFor(content), 'content');
  });

  it('entities that an XML declares are refused, and unknown ones stay as they are', async () => {
    const declared =
      '<!DOCTYPE plist [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><plist><string>&b;</string></plist>';
    assert.equal(await reasonFor(Buffer.from(declared)), 'content');
    const unknown =
      '<plist><dict><key>CFBundleName</key><string>&b;&#99999999;&#1114112;&#xD800;</string></dict></plist>';
    const reading = await withInfo({ content: Buffer.from(unknown) });
    assert.ok(reading.kind === 'app' && reading.app.name?.startsWith('&b;&#99999999;\ufffd'));
  });

  it('XML that is not well formed is refused', async () => {
    for (const text of [
      '<plist>',
      '<plist><dict><key>a</key></dict></plist>',
      '<plist><dict><string>a</string></dict></plist>',
      '<plist><dict></array></plist>',
      '<plist><string>a',
      '<plist><string>a</key></plist>',
      '<html/>',
      '<plist><odd/></plist>',
    ]) {
      assert.equal(await reasonFor(Buffer.from(text)), 'content', text);
    }
  });
});

describe('other contents that are made to be read for ever', () => {
  it('elements within elements without end, and pieces without number, are not a profile', async () => {
    let nested = element(0x24);
    for (let depth = 0; depth < 1000; depth++) nested = open(0x24, nested);
    for (const profile of [nested, Buffer.alloc(200_000, Buffer.from([0x30, 0x80])), Buffer.alloc(400_000)]) {
      const reading = await read(buildIpa({ profile }));
      assert.ok(reading.kind === 'app' && reading.app.platform === 'ios');
      assert.equal(reading.app.profile, 'unreadable');
    }
  });

  it('a manifest that is not one is told', async () => {
    const other = { ...usualManifest(), name: 'something' };
    for (const manifest of [
      Buffer.alloc(0),
      Buffer.alloc(64),
      Buffer.alloc(64, 0xff),
      Buffer.from('<manifest/>'),
    ]) {
      assert.deepEqual(await read(buildApk({ manifest }), 'app.apk'), unread('content'));
      assert.deepEqual(await read(buildBundle({ manifest }), 'app.aab'), unread('content'));
    }
    assert.deepEqual(await read(buildApk({ manifest: other }), 'app.apk'), unread('content'));
    assert.deepEqual(await read(buildBundle({ manifest: other }), 'app.aab'), unread('content'));
  });
});

describe('a file that is read', () => {
  it('is read in places: of a gigabyte some kilobytes', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'appcircle-apps-'));
    try {
      for (const name of ['huge.ipa', 'huge.apk'] as const) {
        const file = diskFile(writeSparseApp(path.join(folder, name), 1024 ** 3));
        let bytes = 0;
        const counted = {
          ...file,
          read: async (start: number, length: number) => {
            bytes += length;
            return file.read(start, length);
          },
        };
        assert.equal((await readApp(counted)).kind, 'app');
        assert.ok(bytes < 512 * 1024, `${bytes} bytes of ${name}`);
      }
      const hole = path.join(folder, 'hole.ipa');
      const written = openSync(hole, 'w');
      writeSync(written, 'PK\x03\x04');
      ftruncateSync(written, 3 * 1024 ** 3);
      closeSync(written);
      assert.deepEqual(await readApp(diskFile(hole)), { kind: 'noApp' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('ends when it is cancelled, and fails as its disk does', async () => {
    const controller = new AbortController();
    const file = new AppFile('app.ipa', buildIpa());
    const { name, stat } = file;
    const reading = readApp(
      { name, stat, read: (start, length) => (controller.abort(), file.read(start, length)) },
      controller.signal,
    );
    await assert.rejects(reading, (error) => isFailure(error, 'cancelled'));
    const problem = new FileProblem('EIO', '/app.ipa');
    await assert.rejects(readApp({ name, stat, read: () => Promise.reject(problem) }), problem);
  });

  it('that becomes shorter meanwhile is told as damaged', async () => {
    const file = new AppFile('app.ipa', buildIpa());
    const { name, stat } = file;
    const shorter = { name, stat, read: (start: number) => file.read(start, 1) };
    assert.deepEqual(await readApp(shorter), unread('broken'));
  });
});
