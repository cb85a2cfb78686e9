import { l10n } from 'vscode';
import type { ArchiveEntry, EntryRefusal } from '../../../api/files/archive/archiveEntry';
import type { ArchiveProblem } from '../../../api/files/archive/archiveProblem';
import { safeFileName } from '../../../api/response/fileName';
import { sizeText } from '../../../ui/text/sizeText';
import type { BuildNode } from '../buildNodes';
import { shortHash } from '../tree/buildText';

/** Within so many milliseconds after its end a build may not have handed its files over yet (api/README 11.5). */
const HAND_OVER_MS = 60_000;

/** `Harbor-main-a1b2c3d.zip`, for every disk. */
export function archiveName({
  profile,
  branch,
  build,
}: Pick<BuildNode, 'profile' | 'branch' | 'build'>): string {
  const parts = [profile.name, branch.name, shortHash(build.hash) ?? build.id];
  return `${safeFileName(parts.join('-').replaceAll(/[/\\\s]+/g, '-'))}.zip`;
}

/** Why there is nothing to download. That old ones are gone is normal. */
export function noArtifactsText({ endedAt }: BuildNode['build'], now: number): string {
  if (endedAt === undefined) {
    // Such as one whose end was told this moment.
    return l10n.t('This build has no artifacts yet, or Appcircle has deleted them. Try again in a moment.');
  }
  return now - endedAt < HAND_OVER_MS
    ? l10n.t('The artifacts of this build are not available yet. Try again in a moment.')
    : l10n.t('This build has no artifacts. Appcircle deletes artifacts after their retention period.');
}

/** What is wrong with an archive, or with a file that was to be taken out. */
export function archiveProblemText({ fault }: ArchiveProblem): string {
  switch (fault) {
    case 'notZip':
    case 'broken':
      return l10n.t('The archive is incomplete or damaged. Download the artifacts again.');
    case 'tooLarge':
      return l10n.t('The archive has too many files to list.');
    case 'overlapping':
      return l10n.t('The archive was not opened. Its files overlap, as in archives made to fill disks.');
    case 'damaged':
      return l10n.t('The file is damaged in the archive and was not saved. Download the artifacts again.');
    case 'changed':
      return l10n.t('The archive has changed since it was downloaded. Download the artifacts again.');
    case 'refused':
      return l10n.t('This file cannot be extracted.');
  }
}

/** Why a file is not taken out of its archive. */
export function refusalReason(refusal: EntryRefusal): string {
  switch (refusal) {
    case 'encrypted':
      return l10n.t('encrypted');
    case 'link':
      return l10n.t('link');
    case 'special':
      return l10n.t('not a regular file');
    case 'method':
      return l10n.t('unknown compression');
    case 'bomb':
      return l10n.t('unsafe size');
    case 'name':
      return l10n.t('no valid name');
    case 'duplicate':
      return l10n.t('duplicate name');
  }
}

/** What stands beside the name of a file. */
export function entryFacts({ size, refusal }: ArchiveEntry): string[] {
  return refusal === undefined ? [sizeText(size)] : [sizeText(size), refusalReason(refusal)];
}

/** `12 files · 34.5 MB`. */
export function entriesText(entries: readonly ArchiveEntry[]): string {
  const bytes = entries.reduce((sum, { size }) => sum + size, 0);
  const count = entries.length === 1 ? l10n.t('1 file') : l10n.t('{0} files', entries.length);
  return `${count} · ${sizeText(bytes)}`;
}
