import * as vscode from 'vscode';
import type { ScopeSource } from '../../../account/commandScope';
import type { Branch, BuildProfile } from '../../../api/builds/model';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import { beginCommand } from '../../../ui/ensureSignedIn';
import { branchRowFacts, platformText } from '../tree/buildItems';
import type { BuildLists } from '../tree/buildLists';
import type { VisibleRows } from '../tree/visibleRows';
import type { Repositories } from '../workspace/repositories';
import type { WorkspaceProfiles } from '../workspace/workspaceProfiles';
import { pickFromSections, type PickRow } from './pickRows';

/** What the picks choose from. */
export interface BuildPicksDeps extends ScopeSource {
  readonly lists: BuildLists;
  readonly repositories: Pick<Repositories, 'load'>;
  readonly workspace: Pick<WorkspaceProfiles, 'linkOf'>;
  readonly visible: Pick<VisibleRows, 'checkedOut'>;
}

/** How a build profile is chosen where a command was not run on one. */
export interface BuildProfileQuestion {
  title: string;
  /** Id of the profile that was used last; shown first. */
  lastUsedId?: string;
  /** Only these. */
  among?: (profile: BuildProfile) => boolean;
}

/** Lets a person choose one of all profiles and branches, those included that the tree does not show. */
export class BuildPicks {
  constructor(private readonly deps: BuildPicksDeps) {}

  /**
   * Who is signed out signs in first. Undefined when nothing was chosen, or the account left meanwhile. Fails as a
   * request does.
   */
  async pickBuildProfile({
    title,
    lastUsedId,
    among,
  }: BuildProfileQuestion): Promise<BuildProfile | undefined> {
    const { lists, workspace, repositories } = this.deps;
    const scope = await beginCommand(this.deps);
    if (!scope) {
      return undefined;
    }
    const [all] = await withWindowProgress(vscode.l10n.t('Loading build profiles…'), () =>
      Promise.all([lists.profiles.rows(), repositories.load()]),
    );
    if (!scope.isCurrent()) {
      return undefined;
    }
    const profiles = all.filter((profile) => among?.(profile) ?? true);
    const last = profiles.find(({ id }) => id === lastUsedId);
    const here = profiles.filter((profile) => profile !== last && workspace.linkOf(profile));
    const others = profiles.filter((profile) => profile !== last && !here.includes(profile));
    const rows = (some: readonly BuildProfile[]) => some.map(profileRow);
    const chosen = await pickFromSections(
      [
        { heading: vscode.l10n.t('last used'), rows: rows(last ? [last] : []) },
        { heading: vscode.l10n.t('this workspace'), rows: rows(here) },
        { heading: vscode.l10n.t('build profiles'), rows: rows(others) },
      ],
      { title, placeHolder: profilesText(profiles.length) },
    );
    return scope.isCurrent() ? chosen : undefined;
  }

  /** The same for a branch of a profile: the checked-out one first, then those with the newest builds. */
  async pickBranch(profile: BuildProfile, title: string): Promise<Branch | undefined> {
    const { lists, visible } = this.deps;
    const scope = await beginCommand(this.deps);
    if (!scope) {
      return undefined;
    }
    const all = await withWindowProgress(vscode.l10n.t('Loading branches…'), () =>
      lists.branches.rowsOf(profile.id),
    );
    if (!scope.isCurrent()) {
      return undefined;
    }
    const name = visible.checkedOut(profile);
    const row = (branch: Branch) => branchRow(branch, branch.name === name);
    const chosen = await pickFromSections(
      [
        {
          heading: vscode.l10n.t('checked out'),
          rows: all.filter((branch) => branch.name === name).map(row),
        },
        { heading: vscode.l10n.t('branches'), rows: all.filter((branch) => branch.name !== name).map(row) },
      ],
      {
        title,
        placeHolder:
          all.length === 0
            ? vscode.l10n.t('{0} has no branches yet', profile.name)
            : vscode.l10n.t('Search branches of {0}', profile.name),
      },
    );
    return scope.isCurrent() ? chosen : undefined;
  }
}

function profileRow(profile: BuildProfile): PickRow<BuildProfile> {
  const { name, platform, repositoryName, pinned } = profile;
  const facts = [platformText(platform), repositoryName];
  return {
    value: profile,
    label: name,
    description: facts.filter((fact) => fact !== undefined).join(' · '),
    // Files as icons keep their color in a quick pick, and vanish on the row in focus of a light theme.
    iconPath: new vscode.ThemeIcon(pinned ? 'pinned' : 'device-mobile'),
  };
}

function branchRow(branch: Branch, isCheckedOut: boolean): PickRow<Branch> {
  return {
    value: branch,
    label: branch.name,
    description: branchRowFacts(branch, false).join(' · '),
    iconPath: new vscode.ThemeIcon(isCheckedOut ? 'target' : 'git-branch'),
  };
}

function profilesText(profiles: number): string {
  switch (profiles) {
    case 0:
      return vscode.l10n.t('No build profiles to choose from');
    case 1:
      return vscode.l10n.t('Search 1 build profile');
    default:
      return vscode.l10n.t('Search {0} build profiles', profiles);
  }
}
