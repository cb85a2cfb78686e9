import type { ArchiveEntry } from '../../files/archive/archiveEntry';
import { findDirectory } from '../../files/archive/zipEnd';
import type { AndroidApp } from '../app';
import type { AppArchive } from '../appArchive';
import { readBinaryXml } from './binaryXml';
import { manifestFacts } from './manifest';
import { isJarSigned, signingBlockSchemes } from './signatures';

/** An app of Android, whose manifest is known. Fails with `BrokenContent`, and as reading the archive does. */
export async function readApk(archive: AppArchive, manifest: ArchiveEntry): Promise<AndroidApp> {
  const facts = manifestFacts(readBinaryXml(await archive.contentOf(manifest)));
  const { offset } = await findDirectory(archive.source);
  const schemes = await signingBlockSchemes(archive.source, offset);
  return {
    ...facts,
    format: 'apk',
    signatures: [...(isJarSigned(archive.entries) ? ['v1' as const] : []), ...schemes],
  };
}
