import { ArchiveProblem } from './archiveProblem';
import type { ArchiveSource } from './archiveSource';

/** Where the list of files of a zip is, in bytes from its beginning. */
export interface DirectoryPlace {
  readonly offset: number;
  readonly size: number;
  /** How many files it has, as the end says. */
  readonly entries: number;
  /** Whether that is all of the number: a plain zip has room for its last 16 bits. */
  readonly isWholeNumber: boolean;
}

const END = { signature: 0x06054b50, bytes: 22 };
const END64 = { signature: 0x06064b50, bytes: 56 };
const LOCATOR64 = { signature: 0x07064b50, bytes: 20 };
const MAX_COMMENT_BYTES = 0xffff;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;

/** Finds the list of files by the end of the zip (APPNOTE 4.3.14 to 4.3.16). Fails with an `ArchiveProblem`. */
export async function findDirectory(file: ArchiveSource): Promise<DirectoryPlace> {
  const length = Math.min(file.size, END.bytes + MAX_COMMENT_BYTES);
  const tail = await file.read(file.size - length, length);
  const at = findEnd(tail);
  const end = tail.subarray(at);
  const endOffset = file.size - length + at;
  // This disk, the disk of the list, and the files that are on this disk.
  const isSplit =
    (end.readUInt16LE(4) !== 0 && end.readUInt16LE(4) !== FULL_16) ||
    end.readUInt16LE(8) !== end.readUInt16LE(10);
  if (isSplit) {
    throw new ArchiveProblem('broken');
  }
  const plain = {
    entries: end.readUInt16LE(10),
    size: end.readUInt32LE(12),
    offset: end.readUInt32LE(16),
    isWholeNumber: false,
  };
  const mayBeLong = plain.entries === FULL_16 || plain.size === FULL_32 || plain.offset === FULL_32;
  const long = mayBeLong ? await findDirectory64(file, endOffset) : undefined;
  const place = long ?? plain;
  if (place.offset + place.size > endOffset) {
    throw new ArchiveProblem('broken');
  }
  return place;
}

/** The last end whose comment goes to the end of the file: a comment may hold what looks like one. */
function findEnd(tail: Buffer): number {
  for (let at = tail.length - END.bytes; at >= 0; at--) {
    if (
      tail.readUInt32LE(at) === END.signature &&
      at + END.bytes + tail.readUInt16LE(at + 20) === tail.length
    ) {
      return at;
    }
  }
  throw new ArchiveProblem('notZip');
}

/** Undefined for a plain zip whose numbers are as large as they can be. */
async function findDirectory64(file: ArchiveSource, endOffset: number): Promise<DirectoryPlace | undefined> {
  const locatorOffset = endOffset - LOCATOR64.bytes;
  const locator = locatorOffset >= 0 ? await file.read(locatorOffset, LOCATOR64.bytes) : undefined;
  if (locator?.readUInt32LE(0) !== LOCATOR64.signature) {
    return undefined;
  }
  const recordOffset = readLong(locator, 8);
  if (recordOffset + END64.bytes > locatorOffset) {
    throw new ArchiveProblem('broken');
  }
  const record = await file.read(recordOffset, END64.bytes);
  const place = {
    entries: readLong(record, 32),
    size: readLong(record, 40),
    offset: readLong(record, 48),
    isWholeNumber: true,
  };
  if (record.readUInt32LE(0) !== END64.signature || place.offset + place.size > recordOffset) {
    throw new ArchiveProblem('broken');
  }
  return place;
}

/** A number of 64 bits, which no honest archive needs more than 53 of. */
export function readLong(bytes: Buffer, at: number): number {
  if (at + 8 > bytes.length) {
    throw new ArchiveProblem('broken');
  }
  const value = Number(bytes.readBigUInt64LE(at));
  if (!Number.isSafeInteger(value)) {
    throw new ArchiveProblem('broken');
  }
  return value;
}
