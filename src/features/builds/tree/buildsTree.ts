import * as vscode from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import { mayHavePassed, toFailure } from '../../../api/failure';
import type { BuildProfile } from '../../../api/builds/model';
import { Disposables } from '../../../support/disposables';
import type { Disposable } from '../../../support/emitter';
import { contextKey } from '../../../ui/contextKeys';
import { failureIn, listMessage } from '../../../ui/lists/listMessage';
import type { LazyTree, TreeRows } from '../../../ui/lists/lazyTree';
import { showStatus } from '../../../ui/statusBar';
import type { BuildsNode, MoreNode } from '../buildNodes';
import type { BuildArrangement } from '../find/buildArrangement';
import { noBuildFilter } from '../find/buildFilter';
import type { LiveBuilds, Rooms } from '../rooms';
import type { Repositories } from '../workspace/repositories';
import type { WorkspaceProfiles } from '../workspace/workspaceProfiles';
import type { BuildLists } from './buildLists';
import { ChildRows, failureOfAll } from './childRows';
import { NodeItems } from './nodeItems';
import type { Nodes } from './nodes';
import type { VisibleRows } from './visibleRows';

/** What the tree is made of. */
export interface BuildsTreeOptions {
  readonly tree: LazyTree<BuildsNode>;
  readonly sessions: SessionStore;
  readonly lists: BuildLists;
  readonly live: LiveBuilds;
  readonly repositories: Pick<Repositories, 'load'>;
  readonly workspace: WorkspaceProfiles;
  readonly arrangement: BuildArrangement;
  readonly visible: VisibleRows;
  readonly nodes: Nodes;
  readonly rooms: Rooms;
  readonly extension: vscode.Uri;
  /** Told of each row that is drawn. */
  readonly onDraw: (node: BuildsNode) => void;
}

/** The rows of the Builds view, and what stands above and beside them. */
export class BuildsTree implements TreeRows<BuildsNode>, Disposable {
  private readonly rows: ChildRows;
  private readonly items: NodeItems;
  private readonly setState = contextKey('appcircle.builds');
  private readonly disposables = new Disposables();

  constructor(private readonly options: BuildsTreeOptions) {
    const { lists, live, workspace, sessions, rooms, repositories } = options;
    const { disposables } = this;
    this.rows = new ChildRows({ ...options, awaitWorkspace: () => repositories.load() });
    this.items = new NodeItems(options);
    const draw = () => {
      this.draw();
    };
    let account = sessions.account?.id;
    disposables.add(
      lists.profiles.onDidChange(() => {
        if (sessions.account?.id !== account) {
          account = sessions.account?.id;
          options.nodes.forget();
        }
        this.draw();
      }),
    );
    disposables.add(lists.onDidChangeFailure(draw));
    let failure = failureOfAll(lists, live)?.message;
    disposables.add(
      live.onDidChange(() => {
        const now = failureOfAll(lists, live)?.message;
        if (now !== failure) {
          failure = now;
          this.draw();
        }
      }),
    );
    disposables.add(workspace.onDidChange(draw));
    for (const room of [rooms.steps, rooms.artifacts, rooms.variables]) {
      if (room) {
        disposables.add(
          room.onDidChange((node) => {
            options.tree.renew(node);
          }),
        );
      }
    }
    this.showHead();
  }

  /** Above and beside the rows, and then all of them. */
  draw(): void {
    this.showHead();
    this.options.tree.renew();
  }

  children(parent?: BuildsNode): Promise<BuildsNode[]> {
    return this.rows.children(parent);
  }

  item(node: BuildsNode): vscode.TreeItem {
    this.options.onDraw(node);
    return this.items.item(node);
  }

  resolve(item: vscode.TreeItem, node: BuildsNode): Promise<vscode.TreeItem> {
    const tooltip = this.items.tooltip(node);
    if (tooltip) {
      item.tooltip = tooltip;
    }
    return Promise.resolve(item);
  }

  handleToggle(node: BuildsNode, open: boolean): void {
    this.items.handleToggle(node, open);
  }

  parent(node: BuildsNode): BuildsNode | undefined {
    return this.options.nodes.parentOf(node);
  }

  /** Asks for everything again that is shown. What fails is said above the rows. */
  async refresh(): Promise<void> {
    const { tree, lists, sessions } = this.options;
    this.forget();
    await (sessions.account && tree.showProgress(() => lists.profiles.refresh()));
  }

  /** The same after somebody else's write, of what somebody wanted before. */
  async renew(): Promise<void> {
    const { profiles } = this.options.lists;
    if (profiles.state.kind !== 'unknown') {
      this.forget();
      await profiles.renew().catch(toFailure);
    }
  }

  /** Asks again for what failed, where that may have passed. */
  async retryFailed(): Promise<void> {
    const { lists, live, rooms } = this.options;
    const anyBelow = lists.forgetFailed();
    rooms.variables?.retryFailed?.();
    if (live.failure && mayHavePassed(live.failure)) {
      // What it fails with is told by it.
      void live.refresh().catch(() => undefined);
    }
    const failure = failureIn(lists.profiles.state);
    if (failure && mayHavePassed(failure)) {
      await this.refresh();
    } else if (anyBelow) {
      this.draw();
    }
  }

  showMore(node: MoreNode): void {
    const { nodes, tree } = this.options;
    nodes.showMore(node);
    tree.renew(node.parent);
  }

  /** Selects the row of a profile and opens it, making it one of those that are shown. False where there is none. */
  async reveal({ id }: Pick<BuildProfile, 'id'>): Promise<boolean> {
    const { tree, nodes, arrangement, visible } = this.options;
    const all = await this.rows.load();
    const profile = all.find((one) => one.id === id);
    if (!profile) {
      return false;
    }
    const isShown = () => {
      const { workspace, others } = visible.profiles(all);
      return [...workspace, ...others].includes(profile);
    };
    if (!isShown()) {
      arrangement.preview(noBuildFilter);
      this.draw();
      showStatus(vscode.l10n.t('Cleared the filter to show this row.'));
    }
    const { workspace, others } = visible.profiles(all);
    const isHere = workspace.includes(profile);
    const section = nodes.section(isHere ? 'workspace' : 'profiles');
    const node = nodes.profile(profile);
    nodes.setParent(node, section);
    if (nodes.showUpTo(section, (isHere ? workspace : others).indexOf(profile))) {
      tree.renew(section);
    }
    await tree.reveal(node, true);
    return true;
  }

  /** Selects a row below the variables, where those are shown. */
  async revealVariables(isMeant: (node: BuildsNode) => boolean): Promise<void> {
    const { tree, nodes, arrangement } = this.options;
    const section = nodes.section('variables');
    const node = arrangement.isOn ? undefined : (await this.children(section)).find(isMeant);
    if (node) {
      nodes.setParent(node, section);
      await tree.reveal(node);
    }
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private forget(): void {
    const { lists, rooms } = this.options;
    lists.forget();
    for (const room of [rooms.steps, rooms.artifacts, rooms.variables]) {
      room?.forget?.();
    }
  }

  private showHead(): void {
    const { tree, lists, live, arrangement, visible } = this.options;
    const failure = failureOfAll(lists, live);
    const { state } = lists.profiles;
    const all = state.kind === 'ready' ? state.rows : [];
    const { workspace, others } = visible.profiles(all);
    const isNothingLinked =
      arrangement.filter.checkedOut &&
      arrangement.filter.text === '' &&
      workspace.length === 0 &&
      all.length > 0;
    const message = listMessage(
      state,
      [...workspace, ...others],
      (time, sentence) => vscode.l10n.t('Last updated {0}. {1}', time, sentence),
      failure,
    );
    tree.setMessage(
      isNothingLinked && failureIn(state) === undefined && failure === undefined
        ? vscode.l10n.t('No build profile belongs to the active repository. Link one, or clear the filter.')
        : message,
      (failureIn(state) ?? failure) !== undefined,
    );
    tree.showFilter(arrangement.describeFilter());
    const isEmpty = state.kind === 'ready' && state.rows.length === 0;
    this.setState(isEmpty ? 'empty' : state.kind);
  }
}
