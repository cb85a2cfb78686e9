import type { ArchiveEntry, EntryRefusal } from './archiveEntry';
import { ArchiveProblem } from './archiveProblem';
import type { ArchiveSource } from './archiveSource';
import { cleanEntryName } from './entryName';
import { findDirectory, readLong, type DirectoryPlace } from './zipEnd';

const MAX_ENTRIES = 100_000;
const MAX_DIRECTORY_BYTES = 32 * 1024 * 1024;
/** What comes out of one file at most, in bytes. */
const MAX_ENTRY_BYTES = 8 * 1024 ** 3;
/** A byte of deflate makes so many at most. */
const MAX_RATIO = 1032;
/** Apps and their symbols are packed to a tenth at best; a short log may be packed to less. */
const MAX_LARGE_RATIO = 100;
const LARGE_BYTES = 256 * 1024 * 1024;

const RECORD = { signature: 0x02014b50, bytes: 46 };
/** What stands before the bytes of a file, at least. */
const LOCAL_BYTES = 30;
const ENCRYPTED = 0x2041;
const UTF8 = 0x800;
const FULL_32 = 0xffffffff;

/** A record of the list, as it stands there. */
interface DirectoryRecord {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
  readonly mode: number;
  readonly rawName: Buffer;
  /** Where the next one begins. */
  readonly next: number;
}

/**
 * The files of a zip, in the order of its list, which alone is read: nothing is unpacked (APPNOTE 4.3.12). Folders are
 * left out. What an archive says is not believed: 100,000 files and 32 MB of list at most, none of them over another.
 * Fails with an `ArchiveProblem`; a single file that is no good has its `refusal`.
 */
export async function readDirectory(file: ArchiveSource): Promise<ArchiveEntry[]> {
  const place = await findDirectory(file);
  if (place.size > MAX_DIRECTORY_BYTES || (place.isWholeNumber && place.entries > MAX_ENTRIES)) {
    throw new ArchiveProblem('tooLarge');
  }
  const directory = await file.read(place.offset, place.size);
  const records: DirectoryRecord[] = [];
  for (let at = 0; at < directory.length;) {
    const record = readRecord(directory, at);
    records.push(record);
    if (records.length > MAX_ENTRIES) {
      throw new ArchiveProblem('tooLarge');
    }
    at = record.next;
  }
  requireNumber(records.length, place);
  const limits = findLimits(records, place.offset);
  return withoutDuplicates(
    records.flatMap((record, index) => toEntry(record, limits[index] ?? record.offset) ?? []),
  );
}

function readRecord(directory: Buffer, at: number): DirectoryRecord {
  const record = directory.subarray(at);
  if (record.length < RECORD.bytes || record.readUInt32LE(0) !== RECORD.signature) {
    throw new ArchiveProblem('broken');
  }
  const nameEnd = RECORD.bytes + record.readUInt16LE(28);
  const extraEnd = nameEnd + record.readUInt16LE(30);
  const end = extraEnd + record.readUInt16LE(32);
  if (end > record.length) {
    throw new ArchiveProblem('broken');
  }
  const [size, packedSize, offset] = longOnes(record.subarray(nameEnd, extraEnd), [
    record.readUInt32LE(24),
    record.readUInt32LE(20),
    record.readUInt32LE(42),
  ]);
  return {
    flags: record.readUInt16LE(8),
    method: record.readUInt16LE(10),
    crc: record.readUInt32LE(16),
    size,
    packedSize,
    offset,
    mode: record.readUInt32LE(38) >>> 16,
    rawName: record.subarray(RECORD.bytes, nameEnd),
    next: at + end,
  };
}

/** Those of the numbers that have no room in 32 bits stand in an extra field of their own (APPNOTE 4.5.3). */
function longOnes(extra: Buffer, plain: [number, number, number]): [number, number, number] {
  if (!plain.includes(FULL_32)) {
    return plain;
  }
  for (let at = 0; at + 4 <= extra.length;) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      const field = extra.subarray(at + 4, end);
      let read = 0;
      return plain.map((value) =>
        value === FULL_32 ? readLong(field, (read += 8) - 8) : value,
      ) as typeof plain;
    }
    at = end;
  }
  return plain;
}

/** A plain zip counts in 16 bits, and some write longer ones all the same. */
function requireNumber(found: number, { entries, isWholeNumber }: DirectoryPlace): void {
  if (isWholeNumber ? found !== entries : found % 0x10000 !== entries) {
    throw new ArchiveProblem('broken');
  }
}

/** Where each file has to have ended. Fails where one is over another or over the list. */
function findLimits(records: readonly DirectoryRecord[], directoryOffset: number): number[] {
  const limits: number[] = [];
  let limit = directoryOffset;
  const lastFirst = records.map((_, index) => index);
  lastFirst.sort((a, b) => (records[b]?.offset ?? 0) - (records[a]?.offset ?? 0));
  for (const index of lastFirst) {
    const { offset = 0, rawName, packedSize = 0 } = records[index] ?? {};
    if (offset + LOCAL_BYTES + (rawName?.length ?? 0) + packedSize > limit) {
      throw new ArchiveProblem('overlapping');
    }
    limits[index] = limit;
    limit = offset;
  }
  return limits;
}

/** Undefined for a folder. */
function toEntry(record: DirectoryRecord, limit: number): ArchiveEntry | undefined {
  const { rawName, size, packedSize, method, crc, offset } = record;
  const text = nameText(record);
  if (/[/\\]$/.test(text)) {
    return undefined;
  }
  const name = cleanEntryName(text);
  return {
    name,
    size,
    refusal: name === '' ? 'name' : refusalOf(record),
    place: { offset, limit, packedSize, method, crc, rawName: rawName.toString('latin1') },
  };
}

/** Some write UTF-8 and do not say so; who does not means letters of another time, of which each byte is one. */
function nameText({ rawName, flags }: DirectoryRecord): string {
  try {
    return new TextDecoder('utf-8', { fatal: (flags & UTF8) === 0 }).decode(rawName);
  } catch {
    return rawName.toString('latin1');
  }
}

function refusalOf({ flags, mode, method, size, packedSize }: DirectoryRecord): EntryRefusal | undefined {
  if ((flags & ENCRYPTED) !== 0) {
    return 'encrypted';
  }
  // The kind of file of a Unix disk, where one is told.
  switch (mode & 0o170000) {
    case 0:
    case 0o100000:
      break;
    case 0o120000:
      return 'link';
    default:
      return 'special';
  }
  if (method !== 0 && method !== 8) {
    return 'method';
  }
  const most = method === 0 ? packedSize : packedSize * (size > LARGE_BYTES ? MAX_LARGE_RATIO : MAX_RATIO);
  const isLie = method === 0 && size !== packedSize;
  return isLie || size > most || size > MAX_ENTRY_BYTES ? 'bomb' : undefined;
}

function withoutDuplicates(entries: readonly ArchiveEntry[]): ArchiveEntry[] {
  const counts = new Map<string, number>();
  for (const { name } of entries) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return entries.map((entry) =>
    (counts.get(entry.name) ?? 0) > 1 ? { ...entry, refusal: entry.refusal ?? 'duplicate' } : entry,
  );
}
