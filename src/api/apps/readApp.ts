import type { ArchiveEntry, EntryRefusal } from '../files/archive/archiveEntry';
import { ArchiveProblem } from '../files/archive/archiveProblem';
import { extensionOf, type UploadFile } from '../upload/uploadFile';
import { readApk } from './android/readApk';
import { readBundle } from './android/readBundle';
import type { AppFacts, AppFormat, AppReading, UnreadReason } from './app';
import { AppArchive } from './appArchive';
import { BrokenContent } from './content';
import { infoEntriesOf, readIpa } from './ios/readIpa';

const MANIFESTS: Readonly<Record<'apk' | 'aab', string>> = {
  apk: 'AndroidManifest.xml',
  aab: 'base/manifest/AndroidManifest.xml',
};

/** A file of an app that says what it is. */
interface Found {
  readonly format: AppFormat;
  readonly entry: ArchiveEntry;
}

/**
 * What an app says of itself: an .ipa, an .apk or an .aab, whatever it is called. Only the list of what is in it is read,
 * and the few small files that tell; none of it is believed, and each has its limits. Fails with a `FileProblem`, and with
 * `cancelled` at the signal; what the file itself is no good for is what it gives.
 */
export async function readApp(
  file: Pick<UploadFile, 'name' | 'stat' | 'read'>,
  signal?: AbortSignal,
): Promise<AppReading> {
  let found: Found | undefined;
  try {
    const archive = await AppArchive.open(file, signal);
    const all = manifestsIn(archive);
    const called = extensionOf(file.name);
    found = all.find(({ format }) => format === called) ?? all[0];
    if (!found) {
      return { kind: 'noApp' };
    }
    const { format } = found;
    return all.filter((one) => one.format === format).length > 1
      ? { kind: 'unread', reason: 'severalApps' }
      : { kind: 'app', app: await readFound(archive, found) };
  } catch (error) {
    if (error instanceof ArchiveProblem && error.fault === 'notZip') {
      return { kind: 'noApp' };
    }
    return { kind: 'unread', reason: reasonOf(error, found?.entry.refusal) };
  }
}

function manifestsIn(archive: AppArchive): Found[] {
  const apk = archive.entryCalled(MANIFESTS.apk);
  const aab = archive.entryCalled(MANIFESTS.aab);
  return [
    ...infoEntriesOf(archive.entries).map((entry): Found => ({ format: 'ipa', entry })),
    ...(aab ? [{ format: 'aab', entry: aab } as const] : []),
    ...(apk ? [{ format: 'apk', entry: apk } as const] : []),
  ];
}

function readFound(archive: AppArchive, { format, entry }: Found): Promise<AppFacts> {
  switch (format) {
    case 'ipa':
      return readIpa(archive, entry);
    case 'apk':
      return readApk(archive, entry);
    case 'aab':
      return readBundle(archive, entry);
  }
}

function reasonOf(error: unknown, refusal: EntryRefusal | undefined): UnreadReason {
  if (error instanceof BrokenContent) {
    return 'content';
  }
  if (!(error instanceof ArchiveProblem) || error.fault === 'notZip') {
    throw error;
  }
  // Of a file that is none of those that say what it is, it is not told which one it was.
  return error.fault === 'refused' ? (refusal ?? 'damaged') : error.fault;
}
