import { l10n } from 'vscode';
import type { ArchiveEntry } from '../../../api/files/archive/archiveEntry';
import { pickFolded } from '../../../ui/dialogs/foldedPick';
import { showInformation } from '../../../ui/dialogs/notifications';
import { entryIcon } from './artifactRows';
import { entryFacts, refusalReason } from './artifactText';

/** How a file of an archive is chosen. */
export interface EntryQuestion {
  title: string;
  /** What is said where there is none. */
  none: string;
}

/**
 * Lets a person choose one of these files; asks nothing where there is one. Undefined when it was closed, and, after a
 * sentence, where there is none that can be taken out.
 */
export async function pickEntry(
  entries: readonly ArchiveEntry[],
  { title, none }: EntryQuestion,
): Promise<ArchiveEntry | undefined> {
  const usable = entries.filter(({ refusal }) => refusal === undefined);
  const [first] = usable;
  if (!first) {
    const [refused] = entries;
    void showInformation(
      refused?.refusal === undefined
        ? none
        : l10n.t('{0} cannot be extracted: {1}.', refused.name, refusalReason(refused.refusal)),
    );
    return undefined;
  }
  if (usable.length === 1) {
    return first;
  }
  const rows = usable.map((entry) => ({
    label: entry.name,
    description: entryFacts(entry).join(' · '),
    iconPath: entryIcon(entry),
    entry,
  }));
  return (await pickFolded(rows, { title, placeHolder: l10n.t('Select a file') }))?.entry;
}
