import { crc32 } from 'node:zlib';

/** What makes a zip of one large stored file: what precedes its bytes, and what follows them. */
export interface ZipFrame {
  head: Buffer;
  tail: Buffer;
}

interface Listed {
  name: Buffer;
  size: number;
  crc: number;
  offset: number;
}

/**
 * A zip of a file of so many bytes, which are not here and whose checksum is left out, and behind it of small ones, all
 * stored as they are. `block`: what stands before the list of files.
 */
export function zipAround(
  large: { name: string; size: number },
  files: Readonly<Record<string, Buffer>> = {},
  block: Buffer = Buffer.alloc(0),
): ZipFrame {
  const first: Listed = { name: Buffer.from(large.name), size: large.size, crc: 0, offset: 0 };
  const head = localOf(first);
  const listed = [first];
  const pieces: Buffer[] = [];
  let at = head.length + large.size;
  for (const [name, content] of Object.entries(files)) {
    const entry = { name: Buffer.from(name), size: content.length, crc: crc32(content), offset: at };
    const local = localOf(entry);
    listed.push(entry);
    pieces.push(local, content);
    at += local.length + content.length;
  }
  at += block.length;
  const directory = Buffer.concat(listed.map(recordOf));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(listed.length, 8);
  end.writeUInt16LE(listed.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return { head, tail: Buffer.concat([...pieces, block, directory, end]) };
}

/** The same fields in both lists, of no time. */
function fieldsOf({ name, size, crc }: Listed): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(size, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function localOf(entry: Listed): Buffer {
  return Buffer.concat([Buffer.from('PK\x03\x04'), fieldsOf(entry), entry.name]);
}

function recordOf(entry: Listed): Buffer {
  const place = Buffer.alloc(14);
  place.writeUInt32LE(entry.offset, 10);
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fieldsOf(entry), place, entry.name]);
}
