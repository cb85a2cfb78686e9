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
    const local = fieldsOf(entry.local?.flags ?? entry.flags ?? 0x800, method, told);
    const localName = Buffer.from(entry.local?.name ?? entry.name);
    const extra = Buffer.alloc(entry.local?.extra ?? 0);
    local.writeUInt16LE(localName.length, 22);
    local.writeUInt16LE(extra.length, 24);
    pieces.push(numbers(0x04034b50), local, localName, extra, packed);
    at += 30 + localName.length + extra.length + packed.length;
    list.push(recordOf(entry, method, { ...told, ...entry.listed }, end.zip64 === true));
  }
  const directory = Buffer.concat(list);
  const ending = endOf(directory.length, at, entries.length, end);
  return Buffer.concat([...pieces, directory, ...ending]);
}

type Told = Required<NonNullable<BuiltEntry['listed']>>;

function fieldsOf(flags: number, method: number, { size, packedSize, crc }: Told): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(Math.min(packedSize, FULL_32), 14);
  fields.writeUInt32LE(Math.min(size, FULL_32), 18);
  return fields;
}

function recordOf({ name, flags = 0x800, mode = 0 }: BuiltEntry, method: number, told: Told, zip64: boolean) {
  const bytes = Buffer.from(name);
  const fields = fieldsOf(flags, method, zip64 ? { ...told, size: FULL_32, packedSize: FULL_32 } : told);
  const extra = zip64
    ? Buffer.concat([shorts(0x9999, 2, 0, 1, 24), longs(told.size, told.packedSize, told.offset)])
    : Buffer.alloc(0);
  fields.writeUInt16LE(bytes.length, 22);
  fields.writeUInt16LE(extra.length, 24);
  const place = Buffer.alloc(14);
  place.writeUInt32LE((mode << 16) >>> 0, 6);
  place.writeUInt32LE(zip64 ? FULL_32 : told.offset, 10);
  return Buffer.concat([numbers(0x02014b50), shorts(0x0314), fields, place, bytes, extra]);
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
