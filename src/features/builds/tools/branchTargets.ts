import * as vscode from 'vscode';
import type { BuildProfile } from '../../../api/builds/model';
import { abortable } from '../../../support/time';
import { quoted, quotedId } from '../../../ui/tools/quoted';
import { boundedList } from '../../../ui/tools/boundedList';
import type { ToolAnswer } from '../../../ui/tools/tool';
import type { BuildsRoomDeps } from '../deps';
import type { Head } from '../workspace/repositories';
import { findNamed } from '../../../ui/tools/parameters';

/** Whose builds a model asks for. */
export interface BranchWish {
  /** Id or name of a profile; without one those of the workspace are meant. */
  readonly profile: string | undefined;
  /** Name of a branch; without one what is checked out is meant. */
  readonly branch: string | undefined;
}

/** A branch of a profile that is looked at. */
export interface BranchTarget {
  readonly profile: BuildProfile;
  readonly branchName: string;
  /** Why this profile: by the repository that it builds, by a link that a person made, or because it was asked for. */
  readonly by: 'repository' | 'hand' | 'request';
  /** Hash of what is checked out, where that is this branch. */
  readonly checkedOutHash: string | undefined;
}

/** What they are found with. */
export interface BranchTargetDeps {
  readonly lists: { readonly profiles: Pick<BuildsRoomDeps['lists']['profiles'], 'rows' | 'refresh'> };
  readonly repositories: Pick<BuildsRoomDeps['repositories'], 'load' | 'all' | 'active'>;
  readonly workspace: Pick<BuildsRoomDeps['workspace'], 'linkOf'>;
}

/** So many profiles of the workspace are looked at, and so many told to choose from. */
const MAX_TARGETS = 5;
const MAX_OFFERED = 20;

/** The branches that are meant, or in their place what is answered: why there is none, and what helps. */
export type FoundTargets = { readonly targets: readonly BranchTarget[] } | { readonly answer: MissingTarget };

/** Why there is no branch to look at, and what helps. */
interface MissingTarget extends ToolAnswer {
  readonly reason: string;
  readonly nextStep: string;
}

/**
 * The branches that are meant, or an answer that says why there is none and what helps. `isFresh`: the list of profiles
 * is asked for again. Fails as a request does, and with `ToolInputError` for a profile that there is not.
 */
export async function findTargets(
  { profile: wanted, branch }: BranchWish,
  deps: BranchTargetDeps,
  { signal, isFresh }: { readonly signal: AbortSignal; readonly isFresh: boolean },
): Promise<FoundTargets> {
  const { lists, repositories, workspace } = deps;
  const [profiles] = await Promise.all([
    abortable(isFresh ? lists.profiles.refresh() : lists.profiles.rows(), signal),
    abortable(repositories.load(), signal),
  ]);
  const chosen =
    wanted === undefined
      ? profiles.filter((profile) => workspace.linkOf(profile))
      : [findNamed(profiles, wanted, 'build profile')];
  if (chosen.length === 0) {
    return { answer: withoutProfile(profiles, repositories.all.length > 0) };
  }
  const targets = chosen.flatMap((profile) => targetOf(profile, branch, wanted !== undefined, deps));
  return targets.length > 0
    ? { targets: targets.slice(0, MAX_TARGETS) }
    : { answer: withoutBranch(chosen, chosen[0] && workspace.linkOf(chosen[0])?.repository?.head) };
}

function targetOf(
  profile: BuildProfile,
  branch: string | undefined,
  isAskedFor: boolean,
  { repositories, workspace }: BranchTargetDeps,
): BranchTarget[] {
  const link = workspace.linkOf(profile);
  const head = (link ? link.repository : isAskedFor ? repositories.active : undefined)?.head;
  const checkedOut = head?.kind === 'branch' ? head : undefined;
  const branchName = branch ?? checkedOut?.name;
  return branchName === undefined
    ? []
    : [
        {
          profile,
          branchName,
          by: link?.by ?? 'request',
          checkedOutHash: branchName === checkedOut?.name ? checkedOut.commit : undefined,
        },
      ];
}

function withoutProfile(profiles: readonly BuildProfile[], hasRepository: boolean): MissingTarget {
  return {
    found: false,
    reason: reasonWithoutProfile(hasRepository),
    nextStep:
      'Ask the person which build profile they mean and send profile and branch, or ask them to run "Appcircle: Link to This Folder…" on it in the Builds view.',
    profiles: offered(profiles),
  };
}

function reasonWithoutProfile(hasRepository: boolean): string {
  if (vscode.workspace.workspaceFolders === undefined) {
    return 'No folder is open in this window, so that there is no checked-out branch.';
  }
  return hasRepository
    ? 'No build profile belongs to this workspace: none builds one of its repositories, and none is linked by hand.'
    : 'The folders of this workspace are no git repositories that the editor knows, and no build profile is linked to them.';
}

function withoutBranch(profiles: readonly BuildProfile[], head: Head | undefined): MissingTarget {
  return {
    found: false,
    reason: reasonWithoutBranch(head),
    ...(head?.kind === 'tag' && { checkedOutTag: quoted(head.name) }),
    ...(head?.commit !== undefined && { checkedOutCommit: quotedId(head.commit) }),
    nextStep: 'Send the name of a branch as branch.',
    profiles: offered(profiles),
  };
}

function reasonWithoutBranch(head: Head | undefined): string {
  switch (head?.kind) {
    case 'tag':
      return 'A tag is checked out in this workspace, not a branch.';
    case 'detached':
      return 'A commit is checked out in this workspace, not a branch (detached HEAD).';
    default:
      return 'It is not known which branch is checked out in this workspace.';
  }
}

function offered(profiles: readonly BuildProfile[]) {
  return boundedList(
    profiles.map(({ id, name, repositoryName }) => ({
      profileId: quotedId(id),
      name: quoted(name, 80),
      ...(repositoryName !== undefined && { repository: quoted(repositoryName, 80) }),
    })),
    MAX_OFFERED,
  );
}
