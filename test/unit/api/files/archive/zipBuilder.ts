import { crc32, deflateRawSync } from 'node:zlib';

/** A file of a zip, and what is said of it that is not so. */
export interface BuiltEntry {
  name: string;
  content?: Buffer | string;
  /** Deflated unless 0. */
  method?: number;
  /** What stands in the place of the packed bytes. */
  packed?: Buffer;
  flags?: number;
  /** Of a Unix disk: kind and rights. */
  mode?: number;
  /** What the list says; the rest is so. */
  listed?: Partial<Record<'size' | 'packedSize' | 'crc' | 'offset', number>>;
  /** What stands before its bytes. */
  local?: { name?: string; flags?: number; extra?: number };
}

/** What the end of a zip says that is not so, and how it is written. */
export interface BuiltEnd {
  zip64?: boolean;
  entries?: number;
  size?: number;
  offset?: number;
  disk?: number;
  comment?: string;
}

const FULL_32 = 0xffffffff;

/** A zip of these files, lies and all. */
export function buildZip(entries: readonly BuiltEntry[], end: BuiltEnd = {}): Buffer {
  const pieces: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content ?? '');
    const method = entry.method ?? 8;
    const packed = entry.packed ?? (method === 0 ? content : deflateRawSync(content));
    const told = { size: content.length, packedSize: packed.length, crc: crc32(content), offset: at };
    const local = localOf(entry, method, told);
    pieces.push(local, packed);
    at += local.length + packed.length;
    list.push(recordOf(entry, method, { ...told, ...entry.listed }, end.zip64 === true));
  }
  const directory = Buffer.concat(list);
  const ending = endOf(directory.length, at, entries.length, end);
  return Buffer.concat([...pieces, directory, ...ending]);
}

type Told = Required<NonNullable<BuiltEntry['listed']>>;

/** What stands before the bytes of a file. */
function localOf(entry: BuiltEntry, method: number, told: Told): Buffer {
  const { name = entry.name, flags = entry.flags ?? 0x800, extra = 0 } = entry.local ?? {};
  const length = Buffer.byteLength(name);
  const bytes = Buffer.alloc(30 + length + extra);
  bytes.writeUInt32LE(0x04034b50, 0);
  writeFields(bytes, 4, flags, method, told);
  bytes.writeUInt16LE(length, 26);
  bytes.writeUInt16LE(extra, 28);
  bytes.write(name, 30);
  return bytes;
}

function writeFields(to: Buffer, at: number, flags: number, method: number, told: Told): void {
  to.writeUInt16LE(20, at);
  to.writeUInt16LE(flags, at + 2);
  to.writeUInt16LE(method, at + 4);
  to.writeUInt32LE(told.crc, at + 10);
  to.writeUInt32LE(Math.min(told.packedSize, FULL_32), at + 14);
  to.writeUInt32LE(Math.min(told.size, FULL_32), at + 18);
}

function recordOf({ name, flags = 0x800, mode = 0 }: BuiltEntry, method: number, told: Told, zip64: boolean) {
  const length = Buffer.byteLength(name);
  const extra = zip64
    ? Buffer.concat([shorts(0x9999, 2, 0, 1, 24), longs(told.size, told.packedSize, told.offset)])
    : undefined;
  const bytes = Buffer.alloc(46 + length);
  bytes.writeUInt32LE(0x02014b50, 0);
  bytes.writeUInt16LE(0x0314, 4);
  writeFields(bytes, 6, flags, method, zip64 ? { ...told, size: FULL_32, packedSize: FULL_32 } : told);
  bytes.writeUInt16LE(length, 28);
  bytes.writeUInt16LE(extra?.length ?? 0, 30);
  bytes.writeUInt32LE((mode << 16) >>> 0, 38);
  bytes.writeUInt32LE(zip64 ? FULL_32 : told.offset, 42);
  bytes.write(name, 46);
  return extra ? Buffer.concat([bytes, extra]) : bytes;
}

function endOf(listBytes: number, listOffset: number, count: number, end: BuiltEnd): Buffer[] {
  const {
    zip64 = false,
    entries = count,
    size = listBytes,
    offset = listOffset,
    disk = 0,
    comment = '',
  } = end;
  const plain = Buffer.alloc(16);
  plain.writeUInt16LE(disk, 0);
  plain.writeUInt16LE(zip64 ? 0xffff : entries % 0x10000, 4);
  plain.writeUInt16LE(zip64 ? 0xffff : entries % 0x10000, 6);
  plain.writeUInt32LE(zip64 ? FULL_32 : size, 8);
  plain.writeUInt32LE(zip64 ? FULL_32 : offset, 12);
  const ending = Buffer.concat([
    numbers(0x06054b50),
    plain,
    shorts(Buffer.byteLength(comment)),
    Buffer.from(comment),
  ]);
  const record = Buffer.concat([
    numbers(0x06064b50),
    longs(44),
    shorts(45, 45),
    numbers(0, 0),
    longs(entries, entries, size, offset),
  ]);
  const locator = Buffer.concat([numbers(0x07064b50, 0), longs(listOffset + listBytes), numbers(1)]);
  return zip64 ? [record, locator, ending] : [ending];
}

function numbers(...values: number[]): Buffer {
  return Buffer.concat(values.map((value) => Buffer.from(Uint32Array.of(value).buffer)));
}

function shorts(...values: number[]): Buffer {
  return Buffer.concat(values.map((value) => Buffer.from(Uint16Array.of(value).buffer)));
}

function longs(...values: number[]): Buffer {
  return Buffer.concat(values.map((value) => Buffer.from(BigUint64Array.of(BigInt(value)).buffer)));
}
