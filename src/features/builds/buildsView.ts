import { getBuildStatus } from '../../api/builds/builds';
import type { Touched } from '../../api/request/touched';
import { getQueueItem, listUnderWay } from '../../api/builds/queue';
import type { CommandId } from '../../contributions';
import { Disposables } from '../../support/disposables';
import type { Disposable } from '../../support/emitter';
import { lazy } from '../../support/lazy';
import type { LazyTree } from '../../ui/lists/lazyTree';
import type { LoadedView, ViewCommands } from '../../ui/lists/lazyView';
import { artifactCommands } from './artifacts/artifactCommands';
import { removeLeftFolders } from './artifacts/temporaryFolders';
import { branchCommands } from './branch/branchCommands';
import { isCheckedOut } from './branch/checkedOut';
import type { BuildsNode } from './buildNodes';
import type { BuildsRoomDeps, BuildsViewDeps } from './deps';
import { BuildArrangement } from './find/buildArrangement';
import { BuildChoices } from './find/buildChoices';
import { BuildFindCommands } from './find/buildFindCommands';
import { BuildPicks } from './find/buildPicks';
import { LazyRoom } from './lazyRoom';
import type { BuildLogs } from './log/buildLogs';
import { logCommands } from './log/logCommands';
import type { LogFileSource } from './log/logFiles';
import type { Rooms } from './rooms';
import { startCommands } from './start/startCommands';
import { BuildLists } from './tree/buildLists';
import { BuildRowCommands } from './tree/buildRowCommands';
import { buildRows, buildsOnSelection } from './tree/buildRowMeanings';
import { BuildsTree } from './tree/buildsTree';
import { Counting } from './tree/counting';
import { LiveUpdates } from './tree/liveUpdates';
import { Nodes } from './tree/nodes';
import { treeCommands } from './tree/treeCommands';
import { VisibleRows } from './tree/visibleRows';
import { variableCommands } from './variables/variableCommands';
import { BuildWatch } from './watch/buildWatch';
import { EndNotices } from './watch/endNotices';
import { RememberedStarts } from './watch/rememberedStarts';
import { LinkCommands } from './workspace/linkCommands';
import { Repositories } from './workspace/repositories';
import { WorkspaceProfiles } from './workspace/workspaceProfiles';

/** What each command of the view does, room by room. */
const handlers: ViewCommands<BuildsView> = {
  ...artifactCommands,
  ...branchCommands,
  ...logCommands,
  ...startCommands,
  ...treeCommands,
  ...variableCommands,
};

/** Builds what the Builds view is made of. Loaded when the view first shows or a command of it is run. */
export class BuildsView implements LoadedView<BuildsNode> {
  readonly rows: BuildsTree;
  readonly rowMeanings = buildRows;
  readonly onSelection = buildsOnSelection;
  readonly watch: BuildWatch;
  readonly find: BuildFindCommands;
  readonly links: LinkCommands;
  readonly rowCommands: BuildRowCommands;
  /** Logs of builds, loaded when the first one is opened. */
  readonly logs: () => Promise<BuildLogs>;
  /** What the rooms share. */
  readonly shared: BuildsRoomDeps;
  private readonly disposables = new Disposables();
  private watching: Disposable | undefined;

  constructor(
    deps: BuildsViewDeps,
    private readonly tree: LazyTree<BuildsNode>,
  ) {
    const { sessions, clientFor, memento, documents, profileLinks, extension } = deps;
    const { disposables } = this;
    const repositories = disposables.add(new Repositories());
    const workspace = disposables.add(new WorkspaceProfiles(sessions, profileLinks, repositories));
    const lists = disposables.add(new BuildLists(sessions, clientFor));
    const arrangement = new BuildArrangement(memento, () => repositories.active?.head);
    const starts = new RememberedStarts(deps.startedBuilds);
    const requests = { listUnderWay, getQueueItem, getBuildStatus };
    const live = disposables.add(new BuildWatch(deps, requests, starts));
    this.watch = live;
    const visible = new VisibleRows({
      lists,
      live,
      linkOf: (profile) => workspace.linkOf(profile),
      active: () => repositories.active,
      filter: () => arrangement.filter,
    });
    const nodes = new Nodes();
    const steps = disposables.add(new LazyRoom(async () => (await this.logs()).steps));
    const artifacts = disposables.add(new LazyRoom(async () => (await this.artifacts()).rows));
    const variables = disposables.add(new LazyRoom(async () => (await this.variables()).rows));
    const rooms: Rooms = { steps, artifacts, variables };
    const counting = disposables.add(
      new Counting(tree.view, (node) => {
        tree.renew(node);
      }),
    );
    this.rows = disposables.add(
      new BuildsTree({
        tree,
        sessions,
        lists,
        live,
        repositories,
        workspace,
        arrangement,
        visible,
        nodes,
        rooms,
        extension,
        onDraw: (node) => {
          counting.note(node);
        },
      }),
    );
    disposables.add(
      new LiveUpdates({
        live,
        lists,
        visible,
        nodes,
        renew: (node) => {
          tree.renew(node);
        },
      }),
    );
    const picks = new BuildPicks({ sessions, clientFor, lists, repositories, workspace, visible });
    const choices = new BuildChoices({ sessions, clientFor, lists, live, picks });
    this.shared = { ...deps, lists, picks, choices, repositories, watch: live, workspace };
    this.logs = lazy(async () => {
      const [{ BuildLogs: Logs }, { makeLogEvents }] = await Promise.all([
        import('./log/buildLogs'),
        import('./log/makeLogEvents'),
      ]);
      return disposables.add(
        new Logs({
          ...this.shared,
          secrets: deps.transport.redactor,
          news: live,
          eventsFor: (account) => makeLogEvents(deps, account),
        }),
      );
    });
    this.find = new BuildFindCommands(deps, picks, arrangement, this.rows, repositories);
    this.links = new LinkCommands(workspace, picks);
    this.rowCommands = new BuildRowCommands(sessions, documents, picks);
    disposables.add(
      tree.view.onDidChangeVisibility(() => {
        this.followVisibility();
      }),
    );
    this.followVisibility();
    void removeLeftFolders(deps.storage.fsPath);
    disposables.add(
      lists.profiles.onDidChange((state) => {
        if (state.kind === 'ready' && state.rows.some((profile) => workspace.linkOf(profile))) {
          void this.branch();
        }
      }),
    );
    disposables.add(
      new EndNotices({
        sessions,
        watch: live,
        starts,
        isCheckedOut: (...branch) => isCheckedOut(lists, workspace, ...branch),
      }),
    );
  }

  readonly starts = lazy(async () => {
    const { createStarts } = await import('./start/createStarts');
    return this.disposables.add(createStarts(this.shared));
  });

  readonly artifacts = lazy(async () => {
    const { ArtifactsRoom } = await import('./artifacts/artifactsRoom');
    return this.disposables.add(new ArtifactsRoom(this.shared));
  });

  readonly variables = lazy(async () => {
    const { VariableRoom } = await import('./variables/variableRoom');
    return this.disposables.add(
      new VariableRoom(this.shared, (isMeant) => this.rows.revealVariables(isMeant)),
    );
  });

  readonly cancels = lazy(async () => {
    const { createCancels } = await import('./start/createStarts');
    return createCancels(this.shared);
  });

  /** What the status bar says of the checked-out branch. */
  readonly branch = lazy(async () => {
    const { BranchRoom } = await import('./branch/branchRoom');
    return this.disposables.add(new BranchRoom(this.shared));
  });

  /** What language models run. */
  readonly tools = lazy(async () => (await import('./tools/buildTools')).makeBuildTools(this));

  /** Shows the newest build of what is checked out, without anybody looking at the view. */
  async followBranch(): Promise<void> {
    (await this.branch()).find();
  }

  /** Runs a command of the view on a row, a document or nothing. */
  run(id: CommandId, argument: unknown, selected: unknown): unknown {
    return handlers[id]?.(this, argument, selected);
  }

  async logFiles(): Promise<LogFileSource> {
    return (await this.logs()).files;
  }

  /** Asks for everything again that is shown. */
  async refresh(): Promise<void> {
    // What that fails with is told by it.
    await Promise.all([this.rows.refresh(), this.watch.refresh().catch(() => undefined)]);
  }

  retryFailed(): Promise<void> {
    return this.rows.retryFailed();
  }

  /** A request of the API Explorer may have changed anything of builds. */
  async handleWrite({ kind }: Touched): Promise<void> {
    if (kind === 'builds') {
      await Promise.all([this.rows.renew(), this.watch.refresh().catch(() => undefined)]);
    }
  }

  dispose(): void {
    this.watching?.dispose();
    this.disposables.dispose();
  }

  /** What is under way is asked for while somebody can see it. */
  private followVisibility(): void {
    this.watching?.dispose();
    this.watching = this.tree.view.visible ? this.watch.want() : undefined;
  }
}
