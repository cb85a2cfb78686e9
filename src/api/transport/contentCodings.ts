import zlib from 'node:zlib';
import type { Transform } from 'node:stream';
import type { Header } from './model';

/** More layers than this are nobody's honest work. */
const MAX_CODINGS = 5;

/** How a body is packed. */
export interface Packing {
  /** Known codings, in the order in which they were applied, `identity` left out. */
  readonly codings: readonly string[];
  /** The first name that is not known here, or the whole list where it is too long. Untrusted. */
  readonly unknown?: string;
}

/** Makes what unpacks a body that begins with these bytes. */
type Unpacker = (beginning: Buffer) => Transform;

const unpackers = new Map<string, Unpacker>([
  ['gzip', () => zlib.createUnzip()],
  ['deflate', inflate],
  ['br', () => zlib.createBrotliDecompress()],
  ...zstd(),
]);

/** Reads `content-encoding`: repeated, as a list, in any case and with blanks. */
export function packingOf(headers: readonly Header[]): Packing {
  const names = headers
    .filter(([name]) => name === 'content-encoding')
    .flatMap(([, value]) => value.split(','))
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
  const codings = names.map(knownName);
  const unknown =
    codings.length > MAX_CODINGS ? names.join(', ') : codings.find((name) => !unpackers.has(name));
  return unknown === undefined ? { codings } : { codings: [], unknown: unknown.slice(0, 100) };
}

/** Some servers write old names, or a weight, which only requests have. */
function knownName(name: string): string {
  const plain = name
    .split(';', 1)
    .join('')
    .trim()
    .replace(/^x-(?=(gzip|deflate|zstd|br)$)/, '');
  return plain === 'brotli' ? 'br' : plain;
}

/** What unpacks a body of a known coding; two bytes of its beginning tell, where there are as many. */
export function unpackerFor(coding: string, beginning: Buffer): Transform {
  return unpackers.get(coding)?.(beginning) ?? zlib.createUnzip();
}

/** The standard means zlib; servers that leave out its two bytes are as old as the standard. */
function inflate(beginning: Buffer): Transform {
  return hasZlibHeader(beginning) || isGzip(beginning) ? zlib.createUnzip() : zlib.createInflateRaw();
}

/** Node has it since 22.15, and the oldest editor may be older. */
function zstd(): [string, Unpacker][] {
  const { createZstdDecompress: make } = zlib as { createZstdDecompress?: () => Transform };
  return make ? [['zstd', () => make()]] : [];
}

/** RFC 1950, 2.2: method 8, and a sum that 31 divides. */
function hasZlibHeader([first = 0, second = 0]: Buffer): boolean {
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}

function isGzip([first, second]: Buffer): boolean {
  return first === 0x1f && second === 0x8b;
}
