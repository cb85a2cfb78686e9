import * as vscode from 'vscode';
import type { Branch, BuildProfile } from '../../../api/builds/model';
import { isOver } from '../../../api/builds/buildStatus';
import { Command } from '../../../contributions';
import { fromNow } from '../../../ui/text/fromNow';
import { profileIcon } from '../../../ui/profileIcon';
import type { BranchNode, BuildNode, BuildProfileNode, SectionNode, UnderWayNode } from '../buildNodes';
import { publishTargetOfItem } from '../log/logTarget';
import type { ProfileLink } from '../workspace/workspaceProfiles';
import { branchFacts, buildFacts, buildName, underWayFacts } from './buildText';
import { statusColor, buildStatusIcon, themeColor } from './statusText';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** A heading. There is one only where something is below it. */
export function sectionItem({ id }: SectionNode, isOpen: boolean): vscode.TreeItem {
  const item = new vscode.TreeItem(sectionText(id), isOpen ? Expanded : Collapsed);
  item.contextValue = `section ${id}`;
  return item;
}

function sectionText(id: SectionNode['id']): string {
  switch (id) {
    case 'underWay':
      return vscode.l10n.t('Under Way');
    case 'workspace':
      return vscode.l10n.t('This Workspace');
    case 'profiles':
      return vscode.l10n.t('Profiles');
    case 'variables':
      return vscode.l10n.t('Variables');
  }
}

/** What a row of a profile is made of. */
export interface ProfileItemOptions {
  readonly extension: vscode.Uri;
  readonly link: ProfileLink | undefined;
  /** Whether it has to say which folder it belongs to. */
  readonly withFolder: boolean;
  /** Whether another profile has its name. */
  readonly hasTwin: boolean;
  readonly isOpen: boolean;
}

/** The row of a profile. Its tooltip is made when it is asked for. */
export function buildProfileItem(
  { profile }: BuildProfileNode,
  options: ProfileItemOptions,
): vscode.TreeItem {
  const { extension, link, withFolder, hasTwin, isOpen } = options;
  const { name, pinned, platform, lastBuildAt, repositoryName } = profile;
  const facts = [
    link && withFolder ? link.folder : undefined,
    lastBuildAt === undefined
      ? vscode.l10n.t('Never built')
      : vscode.l10n.t('Built {0}', fromNow(lastBuildAt)),
    // Why it is here is worth telling, and so is what tells it from its twin.
    link?.by === 'hand' ? vscode.l10n.t('linked manually') : undefined,
    link?.by === 'repository' || hasTwin ? repositoryName : undefined,
  ].filter((fact) => fact !== undefined);
  const item = new vscode.TreeItem(name, isOpen ? Expanded : Collapsed);
  item.description = facts.join(' · ');
  const platforms = {
    ios: platform === 'ios' || platform === 'both',
    android: platform === 'android' || platform === 'both',
  };
  item.iconPath = profileIcon(extension, platforms, pinned);
  item.contextValue = link ? 'buildProfile linked' : 'buildProfile unlinked';
  const spoken = [name, platformText(platform), ...facts, pinned ? vscode.l10n.t('pinned') : undefined];
  item.accessibilityInformation = { label: spoken.filter((fact) => fact !== undefined).join(', ') };
  return item;
}

export function platformText(platform: BuildProfile['platform']): string | undefined {
  switch (platform) {
    case 'ios':
      return vscode.l10n.t('iOS');
    case 'android':
      return vscode.l10n.t('Android');
    case 'both':
      return vscode.l10n.t('iOS and Android');
    case undefined:
      return undefined;
  }
}

/** The row of a branch. What is checked out has another shape, and says so. */
export function branchItem({ branch }: BranchNode, isCheckedOut: boolean, isOpen: boolean): vscode.TreeItem {
  const facts = branchRowFacts(branch, isCheckedOut);
  const item = new vscode.TreeItem(branch.name, isOpen ? Expanded : Collapsed);
  item.description = facts.join(' · ');
  item.iconPath = new vscode.ThemeIcon(
    isCheckedOut ? 'target' : 'git-branch',
    themeColor(statusColor(branch.status)),
  );
  item.contextValue = isCheckedOut ? 'branch checkedOut' : 'branch';
  item.accessibilityInformation = {
    label: [branch.name, vscode.l10n.t('branch'), ...facts].join(', '),
  };
  return item;
}

/** What the row of a branch, or its row in a pick, says beside its name. */
export function branchRowFacts(branch: Branch, isCheckedOut: boolean): string[] {
  return branchFacts(branch, isCheckedOut ? vscode.l10n.t('checked out') : undefined, Date.now());
}

/** The row of a build, whose click shows its log. */
export function buildItem(node: BuildNode, hasRows: boolean): vscode.TreeItem {
  const { build } = node;
  const name = buildName(build);
  const { shown, spoken } = buildFacts(build, Date.now());
  const item = new vscode.TreeItem(name, hasRows ? Collapsed : None);
  item.description = shown.join(' · ');
  item.iconPath = buildStatusIcon(build.status);
  // Only what a list told has a response to show.
  const isListed = Object.keys(build.raw).length > 0;
  item.contextValue = `build ${isOver(build.status) ? 'over' : 'running'} ${isListed ? 'listed' : 'unlisted'}`;
  if (build.status.startsWith('succeeded')) {
    item.contextValue += ' succeeded';
  }
  item.command = { command: Command.showBuildLog, title: vscode.l10n.t('Show Build Log'), arguments: [node] };
  item.accessibilityInformation = { label: [name, ...spoken].join(', ') };
  return item;
}

/** The row of something under way, of whomever it is. `startedBy` where that is somebody else. */
export function underWayItem(node: UnderWayNode, startedBy: string | undefined): vscode.TreeItem {
  const { item: what } = node;
  const name = what.profileName ?? vscode.l10n.t('Unknown profile');
  const { shown, spoken } = underWayFacts(what, startedBy, Date.now());
  const item = new vscode.TreeItem(name);
  item.description = shown.join(' · ');
  item.iconPath = buildStatusIcon(what.status);
  item.accessibilityInformation = { label: [name, ...spoken].join(', ') };
  item.contextValue = what.kind === 'build' ? 'build running underWay' : 'publish running';
  if (what.kind === 'build' || publishTargetOfItem(what)) {
    item.command = {
      command: Command.showBuildLog,
      title: what.kind === 'build' ? vscode.l10n.t('Show Build Log') : vscode.l10n.t('Show Publish Log'),
      arguments: [node],
    };
  }
  return item;
}
