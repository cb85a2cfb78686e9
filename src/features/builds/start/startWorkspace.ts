import type { BuildProfile } from '../../../api/builds/model';
import type { Repositories } from '../workspace/repositories';
import type { WorkspaceProfiles } from '../workspace/workspaceProfiles';
import type { StartWorkspace } from './startDialog';

/** What of the workspace the questions before a start offer first. */
export function startWorkspace(
  repositories: Pick<Repositories, 'load'>,
  workspace: Pick<WorkspaceProfiles, 'linkOf'>,
): StartWorkspace {
  return {
    load: () => repositories.load(),
    isHere: (profile) => workspace.linkOf(profile) !== undefined,
    checkedOut: (profile) => {
      const head = workspace.linkOf(profile as BuildProfile)?.repository?.head;
      return head && { branch: head.kind === 'branch' ? head.name : undefined, commit: head.commit };
    },
  };
}
