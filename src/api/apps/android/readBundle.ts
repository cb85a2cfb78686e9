import type { ArchiveEntry } from '../../files/archive/archiveEntry';
import type { AndroidApp } from '../app';
import type { AppArchive } from '../appArchive';
import { manifestFacts } from './manifest';
import { readProtoXml } from './protoXml';
import { isJarSigned } from './signatures';

/** A bundle of an app of Android, whose manifest is known: signed as a .jar, if at all. Fails as `readApk` does. */
export async function readBundle(archive: AppArchive, manifest: ArchiveEntry): Promise<AndroidApp> {
  return {
    ...manifestFacts(readProtoXml(await archive.contentOf(manifest))),
    format: 'aab',
    signatures: isJarSigned(archive.entries) ? ['v1'] : [],
  };
}
