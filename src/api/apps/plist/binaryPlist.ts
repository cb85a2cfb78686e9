import { BrokenContent, partOf } from '../content';
import { PlistLimits, type PlistValue } from './plistValue';

const TRAILER_BYTES = 32;
/** Milliseconds from 1970 to 2001, when the time of these files begins. */
const EPOCH = Date.UTC(2001, 0, 1);

/**
 * A binary property list, version 0: markers and their values, found by a table of offsets whose place the last 32 bytes
 * tell (CFBinaryPList.c of Apple's CoreFoundation). Fails with `BrokenContent`.
 */
export function readBinaryPlist(bytes: Buffer): PlistValue {
  const trailer = partOf(bytes, bytes.length - TRAILER_BYTES, TRAILER_BYTES);
  const top = Number(trailer.readBigUInt64BE(16));
  return new Reader(bytes, {
    offsetBytes: trailer.readUInt8(6),
    referenceBytes: trailer.readUInt8(7),
    count: Number(trailer.readBigUInt64BE(8)),
    table: Number(trailer.readBigUInt64BE(24)),
  }).read(top, 0);
}

interface Layout {
  readonly offsetBytes: number;
  readonly referenceBytes: number;
  readonly count: number;
  readonly table: number;
}

class Reader {
  private readonly limits = new PlistLimits();

  constructor(
    private readonly bytes: Buffer,
    private readonly layout: Layout,
  ) {}

  /** The value of this number, so deep in others. */
  read(reference: number, depth: number): PlistValue {
    this.limits.enter(depth);
    const { table, offsetBytes, count } = this.layout;
    if (reference >= count) {
      throw new BrokenContent();
    }
    const at = this.number(table + reference * offsetBytes, offsetBytes);
    const marker = this.number(at, 1);
    const kind = marker >> 4;
    const low = marker & 0xf;
    switch (kind) {
      case 0x0:
        return this.simple(low);
      case 0x1:
        return this.integer(at + 1, 1 << low);
      case 0x2:
        return this.real(at + 1, 1 << low);
      case 0x3:
        return new Date(EPOCH + this.real(at + 1, 8) * 1000);
      default:
        return this.sized(kind, at, depth);
    }
  }

  private simple(low: number): boolean {
    if (low !== 8 && low !== 9) {
      throw new BrokenContent();
    }
    return low === 9;
  }

  /** What has a length: texts, data, lists. */
  private sized(kind: number, at: number, depth: number): PlistValue {
    const { length, start } = this.lengthAt(at);
    switch (kind) {
      case 0x4:
        return this.part(start, length);
      case 0x5:
        return this.part(start, length).toString('latin1');
      case 0x6:
        return Buffer.from(this.part(start, length * 2))
          .swap16()
          .toString('utf16le');
      case 0x7:
        return this.part(start, length).toString('utf8');
      case 0xa:
      case 0xc:
        return this.references(start, length).map((one) => this.read(one, depth + 1));
      case 0xd:
        return this.dictionary(start, length, depth);
      default:
        throw new BrokenContent();
    }
  }

  private dictionary(start: number, length: number, depth: number): PlistValue {
    const references = this.references(start, length * 2);
    const entries = new Map<string, PlistValue>();
    for (let index = 0; index < length; index++) {
      const key = this.read(references[index] ?? 0, depth + 1);
      if (typeof key !== 'string') {
        throw new BrokenContent();
      }
      entries.set(key, this.read(references[length + index] ?? 0, depth + 1));
    }
    return entries;
  }

  private references(start: number, count: number): number[] {
    const { referenceBytes } = this.layout;
    if (referenceBytes === 0) {
      throw new BrokenContent();
    }
    // That they are all there is known before there is room for them.
    this.part(start, count * referenceBytes);
    return Array.from({ length: count }, (_, index) =>
      this.number(start + index * referenceBytes, referenceBytes),
    );
  }

  /** In the marker where it is small, else as a number of its own behind it. */
  private lengthAt(at: number): { length: number; start: number } {
    const low = this.number(at, 1) & 0xf;
    if (low !== 0xf) {
      return { length: low, start: at + 1 };
    }
    const marker = this.number(at + 1, 1);
    const bytes = 1 << (marker & 0xf);
    if (marker >> 4 !== 1 || bytes > 8) {
      throw new BrokenContent();
    }
    return { length: this.number(at + 2, bytes), start: at + 2 + bytes };
  }

  private integer(at: number, length: number): number {
    if (length < 8) {
      return this.number(at, length);
    }
    if (length > 16) {
      throw new BrokenContent();
    }
    // Of those of 16 bytes the last eight have the value.
    return Number(partOf(this.bytes, at + length - 8, 8).readBigInt64BE());
  }

  private real(at: number, length: number): number {
    const bytes = partOf(this.bytes, at, length);
    if (length !== 4 && length !== 8) {
      throw new BrokenContent();
    }
    return length === 4 ? bytes.readFloatBE() : bytes.readDoubleBE();
  }

  private part(start: number, length: number): Buffer {
    this.limits.take(length);
    return partOf(this.bytes, start, length);
  }

  /** Without a sign, of one to eight bytes. */
  private number(at: number, length: number): number {
    const bytes = partOf(this.bytes, at, length);
    switch (length) {
      case 1:
        return bytes.readUInt8();
      case 2:
        return bytes.readUInt16BE();
      case 4:
        return bytes.readUInt32BE();
      case 8:
        return Number(bytes.readBigUInt64BE());
      default:
        if (length === 0 || length > 6) {
          throw new BrokenContent();
        }
        return bytes.readUIntBE(0, length);
    }
  }
}
