import type { ArchiveEntry } from '../../files/archive/archiveEntry';
import type { EmbeddedProfile, IosApp } from '../app';
import type { AppArchive } from '../appArchive';
import { BrokenContent } from '../content';
import { dictionaryIn, flagIn, textIn } from '../plist/plistValue';
import { readPlist } from '../plist/readPlist';
import { readEmbeddedProfile } from './embeddedProfile';

/** What an app of iOS says of itself, of which there is one in an .ipa; those in it have a folder more. */
const INFO = /^Payload\/[^/]+\.app\/Info\.plist$/;

export function infoEntriesOf(entries: readonly ArchiveEntry[]): ArchiveEntry[] {
  return entries.filter(({ name }) => INFO.test(name));
}

/** An app of iOS, whose Info.plist is known. Fails with `BrokenContent`, and as reading the archive does. */
export async function readIpa(archive: AppArchive, info: ArchiveEntry): Promise<IosApp> {
  const facts = dictionaryIn(readPlist(await archive.contentOf(info)));
  if (!facts) {
    throw new BrokenContent();
  }
  return {
    format: 'ipa',
    platform: 'ios',
    id: textIn(facts.get('CFBundleIdentifier')),
    name: textIn(facts.get('CFBundleDisplayName')) ?? textIn(facts.get('CFBundleName')),
    version: textIn(facts.get('CFBundleShortVersionString')),
    build: textIn(facts.get('CFBundleVersion')),
    minimumSystem: textIn(facts.get('MinimumOSVersion')),
    profile: await profileIn(archive, info.name.slice(0, info.name.lastIndexOf('/') + 1)),
    usesNonExemptEncryption: flagIn(facts.get('ITSAppUsesNonExemptEncryption')),
  };
}

async function profileIn(
  archive: AppArchive,
  folder: string,
): Promise<EmbeddedProfile | 'unreadable' | undefined> {
  const entry = archive.entryCalled(`${folder}embedded.mobileprovision`);
  if (!entry) {
    return undefined;
  }
  const content = await archive.contentOf(entry);
  try {
    return readEmbeddedProfile(content);
  } catch (error) {
    if (error instanceof BrokenContent) {
      return 'unreadable';
    }
    throw error;
  }
}
