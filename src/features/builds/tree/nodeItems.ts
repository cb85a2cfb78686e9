import * as vscode from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import { Command } from '../../../contributions';
import { noticeItem } from '../../../ui/lists/failureNotice';
import { moreItem } from '../../../ui/lists/moreItem';
import { remedyItem } from '../../../ui/lists/remedyItem';
import type { BranchNode, BuildProfileNode, BuildsNode, SectionNode } from '../buildNodes';
import type { BuildArrangement } from '../find/buildArrangement';
import type { Rooms } from '../rooms';
import type { WorkspaceProfiles } from '../workspace/workspaceProfiles';
import { branchItem, buildItem, buildProfileItem, sectionItem, underWayItem } from './buildItems';
import type { BuildLists } from './buildLists';
import { branchTooltip, buildTooltip, buildProfileTooltip, underWayTooltip } from './buildTooltips';
import type { VisibleRows } from './visibleRows';

/** What the rows are drawn of. */
export interface NodeItemsDeps {
  readonly sessions: SessionStore;
  readonly lists: BuildLists;
  readonly workspace: Pick<WorkspaceProfiles, 'linkOf' | 'hasSeveralFolders'>;
  readonly arrangement: Pick<BuildArrangement, 'filter' | 'isOn'>;
  readonly visible: VisibleRows;
  readonly rooms: Rooms;
  readonly extension: vscode.Uri;
}

/** How each row of the Builds view looks. */
export class NodeItems {
  /** What a person opened and folded by hand while no filter was on: what clearing it goes back to (R25). */
  private readonly toggled = new Map<string, boolean>();

  constructor(private readonly deps: NodeItemsDeps) {}

  item(node: BuildsNode): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    const item = this.draw(node);
    item.id = this.idOf(node);
    const isOpen = this.deps.arrangement.isOn ? undefined : this.toggled.get(node.id);
    if (isOpen !== undefined && item.collapsibleState !== None) {
      item.collapsibleState = isOpen ? Expanded : Collapsed;
    }
    return item;
  }

  handleToggle({ id }: BuildsNode, open: boolean): void {
    if (!this.deps.arrangement.isOn) {
      this.toggled.set(id, open);
    }
  }

  /** The tooltip of a row, where it is made when it is asked for. */
  tooltip(node: BuildsNode): vscode.MarkdownString | undefined {
    switch (node.kind) {
      case 'buildProfile':
        return buildProfileTooltip(node, this.deps.workspace.linkOf(node.profile));
      case 'branch':
        return branchTooltip(node, this.isCheckedOut(node));
      case 'build':
        return buildTooltip(node);
      case 'underWay':
        return underWayTooltip(node);
      default:
        return undefined;
    }
  }

  private draw(node: BuildsNode): vscode.TreeItem {
    const { rooms, arrangement, sessions } = this.deps;
    switch (node.kind) {
      case 'section':
        return sectionItem(node, this.isOpen(node));
      case 'buildProfile':
        return this.drawProfile(node);
      case 'branch':
        return branchItem(node, this.isCheckedOut(node), arrangement.isOn && this.hasBuilds(node));
      case 'build':
        return buildItem(node, Boolean(rooms.steps ?? rooms.artifacts));
      case 'underWay': {
        const { startedBy } = node.item;
        const own = sessions.account?.userName?.toLowerCase();
        return underWayItem(node, startedBy?.toLowerCase() === own ? undefined : startedBy);
      }
      case 'notice':
        return noticeItem(node);
      case 'remedy':
        return remedyItem(node.remedy);
      case 'more':
        return moreItem(Command.showMoreBuilds, node.shown, node.total, node);
      case 'step':
        return rooms.steps?.item(node) ?? new vscode.TreeItem('');
      case 'artifact':
      case 'artifacts':
        return rooms.artifacts?.item(node) ?? new vscode.TreeItem('');
      case 'variableGroup':
      case 'variable':
        return rooms.variables?.item(node) ?? new vscode.TreeItem('');
    }
  }

  private drawProfile(node: BuildProfileNode): vscode.TreeItem {
    const { extension, workspace, lists, arrangement } = this.deps;
    const { id, name } = node.profile;
    const { state } = lists.profiles;
    const all = state.kind === 'ready' ? state.rows : [];
    const link = workspace.linkOf(node.profile);
    // What is below is opened where that needs nobody to be asked, or somebody wants the branch that is checked out.
    const isKnown = lists.branches.lastRowsOf(id) !== undefined;
    return buildProfileItem(node, {
      extension,
      link,
      withFolder: workspace.hasSeveralFolders,
      hasTwin: all.some((one) => one.name === name && one.id !== id),
      isOpen: arrangement.isOn && (isKnown || (arrangement.filter.checkedOut && link !== undefined)),
    });
  }

  /** Of the profiles those of the workspace are wanted first: where there are any, the others stay folded. */
  private isOpen({ id }: SectionNode): boolean {
    const { arrangement, visible, lists } = this.deps;
    const { state } = lists.profiles;
    const hasOwn = visible.profiles(state.kind === 'ready' ? state.rows : []).workspace.length > 0;
    return id === 'profiles' ? arrangement.isOn || !hasOwn : id !== 'variables';
  }

  private hasBuilds({ profile, branch }: BranchNode): boolean {
    const { lists, arrangement } = this.deps;
    const place = { profileId: profile.id, branchId: branch.id };
    return arrangement.filter.checkedOut || lists.builds.lastRowsOf(place) !== undefined;
  }

  private isCheckedOut({ profile, branch }: BranchNode): boolean {
    return this.deps.visible.checkedOut(profile) === branch.name;
  }

  /** Another id while a filter is on: the editor would keep what was folded before it (R25). */
  private idOf({ id }: BuildsNode): string {
    const { arrangement, sessions } = this.deps;
    const account = sessions.account?.id ?? '';
    return arrangement.isOn ? `${account}/${JSON.stringify(arrangement.filter)}/${id}` : `${account}/${id}`;
  }
}
