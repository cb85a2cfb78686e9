import * as vscode from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import type { BuildProfile } from '../../../api/builds/model';
import { isFailure, meetsAll, type Failure } from '../../../api/failure';
import type { KnownRows } from '../../../ui/lists/accountLoads';
import { Command } from '../../../contributions';
import type { Remedy } from '../../../ui/failures/failureText';
import { topRemedies, type RemedyRow } from '../../../ui/lists/remedyItem';
import { failureNotice } from '../../../ui/lists/failureNotice';
import { failureIn } from '../../../ui/lists/listMessage';
import type { BranchNode, BuildProfileNode, BuildsNode, NoticeNode, SectionNode } from '../buildNodes';
import type { BuildArrangement } from '../find/buildArrangement';
import type { LiveBuilds, RoomRows, Rooms } from '../rooms';
import type { BuildLists } from './buildLists';
import type { Nodes } from './nodes';
import type { VisibleRows } from './visibleRows';

/** What the rows are made of. */
export interface ChildRowsDeps {
  readonly sessions: SessionStore;
  readonly lists: BuildLists;
  readonly live: Pick<LiveBuilds, 'failure'>;
  readonly arrangement: Pick<BuildArrangement, 'filter' | 'isOn' | 'clear'>;
  readonly visible: VisibleRows;
  readonly nodes: Nodes;
  readonly rooms: Rooms;
  /** Comes back once it is known which repositories there are, or after a moment. */
  readonly awaitWorkspace: () => Promise<void>;
}

/** Why nothing can be had below the profiles, whatever it is: told once, above all rows. */
export function failureOfAll(
  lists: Pick<BuildLists, 'failure'>,
  live: Pick<LiveBuilds, 'failure'>,
): Failure | undefined {
  return lists.failure ?? (live.failure && meetsAll(live.failure) ? live.failure : undefined);
}

/** Which rows are below each row of the Builds view. Only what is opened is asked for. */
export class ChildRows {
  constructor(private readonly deps: ChildRowsDeps) {}

  async children(parent?: BuildsNode): Promise<BuildsNode[]> {
    const { rooms } = this.deps;
    switch (parent?.kind) {
      case undefined:
        return this.top();
      case 'section':
        return this.belowSection(parent);
      case 'buildProfile':
        return this.branches(parent);
      case 'branch':
        return this.builds(parent);
      case 'build':
        return [...(await this.ofRoom(rooms.steps, parent)), ...(await this.ofRoom(rooms.artifacts, parent))];
      case 'step':
        return this.ofRoom(rooms.steps, parent);
      case 'artifacts':
      case 'artifact':
        return this.ofRoom(rooms.artifacts, parent);
      case 'variableGroup':
      case 'variable':
        return this.ofRoom(rooms.variables, parent);
      default:
        return [];
    }
  }

  /** Profiles are known when this comes back, or why they are not. */
  async load(): Promise<readonly BuildProfile[]> {
    const { profiles } = this.deps.lists;
    if (profiles.state.kind === 'unknown' || profiles.state.kind === 'loading') {
      await profiles.rows().catch(() => undefined);
    }
    return profiles.state.kind === 'ready' ? profiles.state.rows : [];
  }

  /** Headings, each where something is below it. */
  private async top(): Promise<BuildsNode[]> {
    const { sessions, lists, live, visible, nodes, rooms, arrangement } = this.deps;
    if (!sessions.account) {
      return [];
    }
    const [all] = await Promise.all([this.load(), this.deps.awaitWorkspace()]);
    const { workspace, others } = visible.profiles(all);
    const failure = failureIn(lists.profiles.state) ?? failureOfAll(lists, live);
    const remedies = failure ? topRemedies(failure) : [];
    const isNothingFound = arrangement.isOn && all.length > 0 && workspace.length + others.length === 0;
    const sections = [
      visible.underWay().length > 0 || this.underWayFailure ? nodes.section('underWay') : undefined,
      workspace.length > 0 ? nodes.section('workspace') : undefined,
      others.length > 0 ? nodes.section('profiles') : undefined,
      // Without a profile nothing is built with them, and the view says what to do.
      rooms.variables && all.length > 0 && !arrangement.isOn ? nodes.section('variables') : undefined,
    ].filter((section) => section !== undefined);
    return [
      ...this.remedyRows('top', [...remedies, ...(isNothingFound ? this.nothingFound() : [])]),
      ...sections,
    ];
  }

  /** Why it cannot be told what is under way. Who may not see it is not told so at every look. */
  private get underWayFailure(): Failure | undefined {
    const { failure } = this.deps.live;
    const isTold =
      failure &&
      !meetsAll(failure) &&
      !isFailure(failure, 'forbidden', 'notFound', 'methodNotAllowed', 'cancelled');
    return isTold ? failure : undefined;
  }

  private nothingFound(): Remedy[] {
    const { arrangement } = this.deps;
    const link = {
      label: vscode.l10n.t('Link a Build Profile to This Folder'),
      icon: 'link',
      command: Command.linkBuildProfile,
    };
    return [...(arrangement.filter.checkedOut ? [link] : []), arrangement.clear];
  }

  private async belowSection(section: SectionNode): Promise<BuildsNode[]> {
    const { visible, nodes, rooms } = this.deps;
    if (section.id === 'underWay') {
      const rows = visible.underWay().map((item) => nodes.underWay(item));
      const failure = this.underWayFailure;
      return failure ? this.withNotices(section, { rows, failure }, rows, '') : nodes.below(section, rows);
    }
    if (section.id === 'variables') {
      return this.ofRoom(rooms.variables, section);
    }
    const { workspace, others } = visible.profiles(await this.load());
    const profiles = section.id === 'workspace' ? workspace : others;
    return nodes.below(
      section,
      profiles.map((profile) => nodes.profile(profile)),
    );
  }

  private async branches(parent: BuildProfileNode): Promise<BuildsNode[]> {
    const { lists, visible, nodes } = this.deps;
    const { profile } = parent;
    const known = await lists.branches.loadForRows(profile.id);
    if (!known) {
      return [];
    }
    const missing = visible.missingBranch(profile, known.rows);
    const rows = visible.branches(profile, known.rows).map((branch) => nodes.branch(profile, branch));
    const none =
      missing !== undefined
        ? vscode.l10n.t('Appcircle has no branch {0} yet', missing)
        : known.rows.length === 0
          ? vscode.l10n.t('No branches yet')
          : vscode.l10n.t('No matching branches');
    return this.withNotices(parent, known, rows, none);
  }

  private async builds(parent: BranchNode): Promise<BuildsNode[]> {
    const { lists, visible, nodes } = this.deps;
    const { profile, branch } = parent;
    const known = await lists.builds.loadForRows({ profileId: profile.id, branchId: branch.id });
    if (!known) {
      return [];
    }
    const rows = visible
      .builds(profile, branch, known.rows)
      .map((build) => nodes.build(profile, branch, build));
    const none =
      known.rows.length === 0 ? vscode.l10n.t('No builds yet') : vscode.l10n.t('No matching builds');
    return this.withNotices(parent, known, rows, none);
  }

  /** Rows below what went wrong with them; where there are none, why. */
  private withNotices(
    parent: BuildsNode,
    known: KnownRows<unknown>,
    rows: readonly BuildsNode[],
    none: string,
  ): BuildsNode[] {
    const { nodes } = this.deps;
    const id = `${parent.id}/notice`;
    const failed = failureNotice(known);
    const notices: BuildsNode[] = failed
      ? [{ kind: 'notice', id, ...failed.notice }, ...this.remedyRows(parent.id, failed.remedies)]
      : [];
    const nothing: NoticeNode[] =
      failed || rows.length > 0 ? [] : [{ kind: 'notice', id, text: none, failed: false }];
    return [...notices, ...nothing, ...nodes.below(parent, rows)];
  }

  private remedyRows(below: string, remedies: readonly RemedyRow[]): BuildsNode[] {
    return remedies.map((remedy) => ({ kind: 'remedy', id: `${below}/${remedy.command}`, remedy }));
  }

  private async ofRoom(room: RoomRows | undefined, parent: BuildsNode): Promise<BuildsNode[]> {
    return [...((await room?.children(parent)) ?? [])];
  }
}
