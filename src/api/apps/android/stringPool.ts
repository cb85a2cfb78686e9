import { BrokenContent, partOf } from '../content';

const UTF8 = 0x100;
/** Bytes of a text that are taken out. */
const MAX_BYTES = 4096;

/** The texts of a binary XML, each taken out when it is wanted (ResourceTypes.h: ResStringPool). */
export class StringPool {
  private readonly count: number;
  private readonly isUtf8: boolean;
  private readonly offsets: number;
  private readonly start: number;

  /** `chunk`: all of it, with its head. */
  constructor(private readonly chunk: Buffer) {
    const head = partOf(chunk, 0, 28);
    this.count = head.readUInt32LE(8);
    this.isUtf8 = (head.readUInt32LE(16) & UTF8) !== 0;
    this.offsets = head.readUInt16LE(2);
    this.start = head.readUInt32LE(20);
  }

  /** Empty for a number that stands for none. Fails with `BrokenContent`. */
  text(index: number): string {
    if (index === 0xffffffff) {
      return '';
    }
    if (index >= this.count) {
      throw new BrokenContent();
    }
    const at = this.start + partOf(this.chunk, this.offsets + index * 4, 4).readUInt32LE();
    return this.isUtf8 ? this.utf8(at) : this.utf16(at);
  }

  /** Its length in characters, which is of no use, then in bytes; each of one byte, or of two. */
  private utf8(at: number): string {
    const lengthAt = at + (this.byte(at) & 0x80 ? 2 : 1);
    const first = this.byte(lengthAt);
    const isLong = (first & 0x80) !== 0;
    const length = isLong ? ((first & 0x7f) << 8) | this.byte(lengthAt + 1) : first;
    const start = lengthAt + (isLong ? 2 : 1);
    return decodeModified(partOf(this.chunk, start, length).subarray(0, MAX_BYTES));
  }

  private utf16(at: number): string {
    const first = partOf(this.chunk, at, 2).readUInt16LE();
    const isLong = (first & 0x8000) !== 0;
    const length = isLong ? ((first & 0x7fff) << 16) | partOf(this.chunk, at + 2, 2).readUInt16LE() : first;
    const bytes = partOf(this.chunk, at + (isLong ? 4 : 2), length * 2);
    return bytes.subarray(0, MAX_BYTES).toString('utf16le');
  }

  private byte(at: number): number {
    return partOf(this.chunk, at, 1).readUInt8();
  }
}

/** UTF-8 in which characters beyond the first plane may be two of three bytes each, as Java writes them. */
function decodeModified(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (!text.includes('\ufffd')) {
    return text;
  }
  const units: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    if (first >> 4 !== 0xe) {
      const length = first < 0xc0 ? 1 : first < 0xe0 ? 2 : 4;
      const one = bytes.toString('utf8', at, at + length);
      units.push(...one.split('').map((unit) => unit.charCodeAt(0)));
      at += length;
    } else {
      units.push(
        ((first & 0xf) << 12) | (((bytes[at + 1] ?? 0) & 0x3f) << 6) | ((bytes[at + 2] ?? 0) & 0x3f),
      );
      at += 3;
    }
  }
  return String.fromCharCode(...units);
}
