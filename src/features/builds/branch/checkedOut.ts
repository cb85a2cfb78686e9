import type { BuildProfile } from '../../../api/builds/model';
import type { BuildLists } from '../tree/buildLists';
import type { WorkspaceProfiles } from '../workspace/workspaceProfiles';

/** A branch of a profile of the workspace that is checked out. */
export interface CheckedOutBranch {
  readonly profile: BuildProfile;
  readonly name: string;
}

/** Those of all profiles of the workspace, as far as profiles are known. Asks nothing. */
export function checkedOutBranches(
  lists: { readonly profiles: Pick<BuildLists['profiles'], 'state'> },
  workspace: Pick<WorkspaceProfiles, 'linkOf'>,
): CheckedOutBranch[] {
  const { state } = lists.profiles;
  return (state.kind === 'ready' ? state.rows : []).flatMap((profile) => {
    const head = workspace.linkOf(profile)?.repository?.head;
    return head?.kind === 'branch' ? [{ profile, name: head.name }] : [];
  });
}

/** Whether a branch of a profile, by its name, is one of them. */
export function isCheckedOut(
  lists: Parameters<typeof checkedOutBranches>[0],
  workspace: Parameters<typeof checkedOutBranches>[1],
  profileId: string,
  branchName: string,
): boolean {
  return checkedOutBranches(lists, workspace).some(
    ({ profile, name }) => profile.id === profileId && name === branchName,
  );
}
