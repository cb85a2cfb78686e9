import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { Failure } from '../../failure';
import { abortSink } from '../../transport/abortSink';
import type { Sink } from '../../transport/model';
import { watchedSink, type SinkWatch } from '../watchedSink';
import type { ArchiveEntry } from './archiveEntry';
import { ArchiveProblem } from './archiveProblem';
import type { ArchiveSource } from './archiveSource';

/** Where the bytes of a file of an archive go. */
export interface Extraction extends Pick<SinkWatch, 'onProgress' | 'clock'> {
  /** Called once the file in the archive is found. What it fails with, and what the sink does, comes out as it is. */
  open: () => Promise<Sink>;
  signal?: AbortSignal | undefined;
}

/** Bytes that are read, and that are unpacked, at once. */
const PIECE_BYTES = 256 * 1024;
const LOCAL = { signature: 0x04034b50, bytes: 30 };

/**
 * Takes one file out of an archive, piece by piece: never more than was told, and the sink is closed only where length
 * and checksum are those of the list, else aborted. Fails with an `ArchiveProblem`, with a `FileProblem`, with
 * `cancelled` at the signal, and as the sink does.
 */
export async function extractEntry(
  file: ArchiveSource,
  entry: ArchiveEntry,
  { open, signal, onProgress, clock }: Extraction,
): Promise<void> {
  const start = await findBytes(file, entry);
  const sink = watchedSink(await open(), { total: entry.size, onProgress, clock });
  try {
    let size = 0;
    let checksum = 0;
    for await (const piece of unpacked(file, start, entry)) {
      if (signal?.aborted) {
        throw new Failure('cancelled');
      }
      size += piece.length;
      if (size > entry.size) {
        throw new ArchiveProblem('damaged');
      }
      checksum = crc32(piece, checksum);
      await sink.write(piece);
    }
    if (size !== entry.size || checksum !== entry.place.crc) {
      throw new ArchiveProblem('damaged');
    }
    await sink.close();
  } catch (error) {
    await abortSink(sink);
    throw error;
  }
}

/** Where the bytes of a file begin: what stands before them has to say what the list says. */
async function findBytes(file: ArchiveSource, { refusal, place }: ArchiveEntry): Promise<number> {
  if (refusal !== undefined) {
    throw new ArchiveProblem('refused');
  }
  const { offset, limit, packedSize, method, rawName } = place;
  const head = await file.read(offset, LOCAL.bytes);
  const nameBytes = head.readUInt16LE(26);
  const start = offset + LOCAL.bytes + nameBytes + head.readUInt16LE(28);
  const isEncrypted = (head.readUInt16LE(6) & 1) !== 0;
  if (head.readUInt32LE(0) !== LOCAL.signature || head.readUInt16LE(8) !== method || isEncrypted) {
    throw new ArchiveProblem('broken');
  }
  if (start + packedSize > limit) {
    throw new ArchiveProblem('overlapping');
  }
  const name = await file.read(offset + LOCAL.bytes, nameBytes);
  if (name.toString('latin1') !== rawName) {
    throw new ArchiveProblem('broken');
  }
  return start;
}

async function* unpacked(
  file: ArchiveSource,
  start: number,
  { place: { method, packedSize } }: ArchiveEntry,
): AsyncGenerator<Buffer> {
  const packed = piecesOf(file, start, packedSize);
  if (method === 0) {
    yield* packed;
    return;
  }
  const inflate = createInflateRaw({ chunkSize: PIECE_BYTES });
  // What goes wrong comes out of the pieces below.
  pipeline(Readable.from(packed), inflate, () => undefined);
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      yield piece;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw typeof code === 'string' && code.startsWith('Z_') ? new ArchiveProblem('damaged') : error;
  }
  // What is left over belongs to nothing.
  if (inflate.bytesWritten !== packedSize) {
    throw new ArchiveProblem('damaged');
  }
}

async function* piecesOf(file: ArchiveSource, start: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; at += PIECE_BYTES) {
    yield await file.read(start + at, Math.min(PIECE_BYTES, length - at));
  }
}
