/** A property list of a test: `Buffer` is data, `Date` a date. */
export type Plist =
  string | number | boolean | Date | Buffer | readonly Plist[] | { readonly [key: string]: Plist };

/** As XML, with the declaration and document type that Apple writes. */
export function xmlPlist(value: Plist): Buffer {
  return Buffer.from(
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n' +
      `<plist version="1.0">\n${xmlOf(value)}\n</plist>\n`,
  );
}

function xmlOf(value: Plist): string {
  if (typeof value === 'string') return `<string>${escaped(value)}</string>`;
  if (typeof value === 'boolean') return value ? '<true/>' : '<false/>';
  if (typeof value === 'number') {
    return Number.isInteger(value) ? `<integer>${value}</integer>` : `<real>${value}</real>`;
  }
  if (value instanceof Date) return `<date>${value.toISOString().slice(0, 19)}Z</date>`;
  if (Buffer.isBuffer(value)) return `<data>\n\t${value.toString('base64')}\n\t</data>`;
  if (isList(value)) return `<array>${value.map(xmlOf).join('\n')}</array>`;
  const entries = Object.entries(value).map(([key, one]) => `<key>${escaped(key)}</key>${xmlOf(one)}`);
  return `<dict>\n${entries.join('\n')}\n</dict>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** In the binary form, with references of one byte or two. */
export function binaryPlist(value: Plist): Buffer {
  const objects: Buffer[] = [];
  const all = count(value);
  const size = all < 256 ? 1 : 2;
  const add = (one: Plist): number => {
    const index = objects.length;
    objects.push(Buffer.alloc(0));
    objects[index] = binaryOf(one, (references) =>
      Buffer.concat(references.map((reference) => bigEndian(add(reference), size))),
    );
    return index;
  };
  add(value);
  const offsets: number[] = [];
  let at = 8;
  for (const object of objects) {
    offsets.push(at);
    at += object.length;
  }
  const trailer = Buffer.alloc(32);
  trailer.writeUInt8(4, 6);
  trailer.writeUInt8(size, 7);
  trailer.writeBigUInt64BE(BigInt(objects.length), 8);
  trailer.writeBigUInt64BE(BigInt(at), 24);
  const table = Buffer.concat(offsets.map((offset) => bigEndian(offset, 4)));
  return Buffer.concat([Buffer.from('bplist00'), ...objects, table, trailer]);
}

function binaryOf(value: Plist, references: (values: Plist[]) => Buffer): Buffer {
  if (typeof value === 'boolean') return Buffer.from([value ? 9 : 8]);
  if (typeof value === 'number') return Number.isInteger(value) ? integer(value) : real(0x23, value);
  if (value instanceof Date) return real(0x33, (value.getTime() - Date.UTC(2001, 0, 1)) / 1000);
  if (Buffer.isBuffer(value)) return Buffer.concat([sized(0x40, value.length), value]);
  if (typeof value === 'string') return text(value);
  if (isList(value)) return Buffer.concat([sized(0xa0, value.length), references([...value])]);
  const keys = Object.keys(value);
  return Buffer.concat([sized(0xd0, keys.length), references([...keys, ...Object.values(value)])]);
}

function text(value: string): Buffer {
  // eslint-disable-next-line no-control-regex -- what is ASCII
  return /^[\u0000-\u007f]*$/.test(value)
    ? Buffer.concat([sized(0x50, value.length), Buffer.from(value)])
    : Buffer.concat([sized(0x60, value.length), Buffer.from(value, 'utf16le').swap16()]);
}

function integer(value: number): Buffer {
  const bytes = Buffer.alloc(9);
  bytes.writeUInt8(0x13);
  bytes.writeBigInt64BE(BigInt(value), 1);
  return bytes;
}

function real(marker: number, value: number): Buffer {
  const bytes = Buffer.alloc(9);
  bytes.writeUInt8(marker);
  bytes.writeDoubleBE(value, 1);
  return bytes;
}

function sized(marker: number, length: number): Buffer {
  return length < 15
    ? Buffer.from([marker | length])
    : Buffer.concat([Buffer.from([marker | 15, 0x12]), bigEndian(length, 4)]);
}

function bigEndian(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
}

function count(value: Plist): number {
  if (typeof value !== 'object' || value instanceof Date || Buffer.isBuffer(value)) return 1;
  const below = isList(value) ? value : [...Object.keys(value), ...Object.values(value)];
  return below.reduce<number>((sum, one) => sum + count(one), 1);
}

function isList(value: Plist): value is readonly Plist[] {
  return Array.isArray(value);
}
