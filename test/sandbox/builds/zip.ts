/** A zip of files as they are, written while it is read; its length is known before. */
import { crc32 } from 'node:zlib';

/** A file in it: bytes, or so many of them made as they are read. */
export interface ZipEntry {
  name: string;
  content: Buffer | { bytes: number; pieces: () => Iterable<Buffer> };
}

const ENTRY_BYTES = 30;
const LISTED_BYTES = 46;
const DESCRIPTOR_BYTES = 16;
const END_BYTES = 22;
/** The checksum of a made file is written after it. */
const FLAG_DESCRIPTOR = 0x08;
const FLAG_UTF8 = 0x800;
const VERSION = 20;
/** 2026-07-31, 16:20:00. */
const TIME = (16 << 11) | (20 << 5);
const DATE = ((2026 - 1980) << 9) | (7 << 5) | 31;

export function zipBytes(entries: readonly ZipEntry[]): number {
  return entries.reduce((sum, entry) => {
    const name = Buffer.byteLength(entry.name);
    const trailer = Buffer.isBuffer(entry.content) ? 0 : DESCRIPTOR_BYTES;
    return sum + ENTRY_BYTES + LISTED_BYTES + 2 * name + sizeOf(entry) + trailer;
  }, END_BYTES);
}

export function* zipOf(entries: readonly ZipEntry[]): Generator<Buffer> {
  const listed: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { content } = entry;
    const size = sizeOf(entry);
    const name = Buffer.from(entry.name);
    const isMade = !Buffer.isBuffer(content);
    let checksum = isMade ? 0 : crc32(content);
    yield Buffer.concat([signature(0x04034b50), fieldsOf(entry, checksum, name.length), name]);
    for (const piece of isMade ? content.pieces() : [content]) {
      checksum = isMade ? crc32(piece, checksum) : checksum;
      yield piece;
    }
    if (isMade) {
      yield Buffer.concat([signature(0x08074b50), numbers(checksum, size, size)]);
    }
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const made = Buffer.from([VERSION, 0]);
    listed.push(
      Buffer.concat([signature(0x02014b50), made, fieldsOf(entry, checksum, name.length, true), place, name]),
    );
    offset += ENTRY_BYTES + name.length + size + (isMade ? DESCRIPTOR_BYTES : 0);
  }
  const list = Buffer.concat(listed);
  const end = Buffer.alloc(END_BYTES - 4);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  yield Buffer.concat([list, signature(0x06054b50), end]);
}

/** What an entry and its line in the list have in common, from the version that it takes to the length of `extra`. */
function fieldsOf(entry: ZipEntry, checksum: number, nameBytes: number, isListed = false): Buffer {
  const isMade = !Buffer.isBuffer(entry.content);
  const later = isMade && !isListed;
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(FLAG_UTF8 | (isMade ? FLAG_DESCRIPTOR : 0), 2);
  fields.writeUInt16LE(TIME, 6);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(later ? 0 : checksum, 10);
  fields.writeUInt32LE(later ? 0 : sizeOf(entry), 14);
  fields.writeUInt32LE(later ? 0 : sizeOf(entry), 18);
  fields.writeUInt16LE(nameBytes, 22);
  return fields;
}

function sizeOf({ content }: ZipEntry): number {
  return Buffer.isBuffer(content) ? content.length : content.bytes;
}

function signature(value: number): Buffer {
  return numbers(value);
}

function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, at) => bytes.writeUInt32LE(value, 4 * at));
  return bytes;
}
