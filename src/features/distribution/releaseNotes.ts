import type { WorkspaceNeeds } from './needs';
import type { ProfileVersion } from './versionNodes';

/** What editing release notes takes. */
export type ReleaseNotesNeeds = Pick<WorkspaceNeeds, 'sessions' | 'clientFor' | 'changes'> & {
  pickVersion: (argument: unknown, title: string) => Promise<ProfileVersion | undefined>;
};

/** Edits the release notes of a version. */
export async function editReleaseNotes(needs: ReleaseNotesNeeds, argument: unknown): Promise<void> {
  await needs.pickVersion(argument, '');
}
