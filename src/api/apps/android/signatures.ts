import type { ArchiveEntry } from '../../files/archive/archiveEntry';
import type { ArchiveSource } from '../../files/archive/archiveSource';
import { readLong } from '../../files/archive/zipEnd';
import type { SignatureScheme } from '../app';

const MAGIC = 'APK Sig Block 42';
const FOOTER_BYTES = 24;
/** Blocks that are looked at: there are three or four. */
const MAX_PAIRS = 100;

/** Numbers of blocks (APK Signature Scheme v2, v3 and v3.1, of Android's documentation). */
const schemes: Readonly<Partial<Record<number, SignatureScheme>>> = {
  0x7109871a: 'v2',
  0xf05368c0: 'v3',
  0x1b93ad61: 'v3.1',
};

/** Whether it is signed as a .jar is: a list of checksums, and its signature. */
export function isJarSigned(entries: readonly ArchiveEntry[]): boolean {
  const has = (ending: RegExp) => entries.some(({ name }) => ending.test(name));
  return has(/^META-INF\/[^/]+\.SF$/i) && has(/^META-INF\/[^/]+\.(?:RSA|DSA|EC)$/i);
}

/**
 * By which schemes of Android an .apk is signed, oldest first: they stand in a block before the list of files, whose place
 * is `directoryOffset`. Nothing but their numbers is read. Fails as reading the archive does.
 */
export async function signingBlockSchemes(
  source: ArchiveSource,
  directoryOffset: number,
): Promise<SignatureScheme[]> {
  const end = directoryOffset - FOOTER_BYTES;
  const footer = end >= 0 ? await source.read(end, FOOTER_BYTES) : Buffer.alloc(0);
  if (footer.toString('latin1', 8) !== MAGIC) {
    return [];
  }
  const found = new Set<SignatureScheme>();
  // Its length counts all but itself at its beginning.
  let at = directoryOffset - readLong(footer, 0);
  for (let pairs = 0; pairs < MAX_PAIRS && at >= 0 && at + 12 <= end; pairs++) {
    const head = await source.read(at, 12);
    const scheme = schemes[head.readUInt32LE(8)];
    if (scheme) {
      found.add(scheme);
    }
    at += 8 + readLong(head, 0);
  }
  return [...found].sort();
}
