import type { SessionStore } from '../../account/sessionStore';
import type { Touched } from '../../api/request/touched';
import type { CommandId, ViewId } from '../../contributions';
import { Disposables } from '../../support/disposables';
import type { Disposable } from '../../support/emitter';
import { lazy } from '../../support/lazy';
import type { RegisterCommand } from '../commands';
import { LazyTree, type TreeRows } from './lazyTree';
import type { Refreshes, ViewRefresh } from './refreshes';
import type { RowCommands, RowKind, RowMeanings } from './rowCommands';
import { WhenVisible } from './whenVisible';

/** What every view is given. */
export interface ViewDeps {
  command: RegisterCommand;
  sessions: SessionStore;
  refreshes: Refreshes;
  rowCommands: RowCommands;
}

/** What is behind a view, loaded when somebody looks at it or runs one of its commands. */
export interface LoadedView<N> extends Disposable, ViewRefresh {
  /** May be loaded when somebody looks. */
  readonly rows: TreeRows<N> | Promise<TreeRows<N>>;
  /** What the commands of the menu of a row are for its rows. */
  readonly rowMeanings?: RowMeanings;
  /** Commands that take the selected row where they are run on nothing, and the kind of row that it has to be. */
  readonly onSelection?: SelectionKinds;
  /** Runs a command of the view on a row or on nothing, or on all that is selected. */
  run(id: CommandId, argument: unknown, selected: unknown): unknown;
  /** Asks again for what a write of somebody else may have changed. What fails is said above the rows. */
  handleWrite?(touched: Touched): Promise<void>;
}

/** The kind of row that a command takes. */
export type SelectionKinds = Readonly<Partial<Record<CommandId, RowKind>>>;

/** What each command of a view does with what is behind it, on a row or on nothing, or on all that is selected. */
export type ViewCommands<V> = Readonly<
  Partial<Record<CommandId, (view: V, argument?: unknown, selected?: unknown) => unknown>>
>;

/** A view, declared: everything that is there of it at the start. */
export interface ViewDeclaration<N, V extends LoadedView<N>> {
  id: ViewId;
  /** Whether its title has Collapse All. */
  showCollapseAll?: boolean;
  /** Loads what is behind it, by `import()`. Called once. */
  load: (tree: LazyTree<N>) => Promise<V>;
  /** What it runs. */
  commands: readonly CommandId[];
  /** Refresh asks for the rows of a view that nobody looked at, too. */
  refreshUnseen?: boolean;
}

/** A view that was declared, for the few things that begin elsewhere. */
export interface LazyView<V> extends Disposable {
  /** What is behind it, loaded at the first call. */
  load(): Promise<V>;
}

/** Makes a view of its declaration: its tree, its commands, its part in Refresh. Nothing behind it is loaded (R30). */
export function registerLazyView<N, V extends LoadedView<N>>(
  { command, sessions, refreshes, rowCommands }: ViewDeps,
  { id, showCollapseAll = false, load: loadView, commands, refreshUnseen = false }: ViewDeclaration<N, V>,
): LazyView<V> {
  const disposables = new Disposables();
  let loaded: V | undefined;
  const load = lazy(async (): Promise<V> => {
    loaded = disposables.add(await loadView(tree));
    return loaded;
  });
  const tree: LazyTree<N> = disposables.add(
    new LazyTree<N>(id, sessions, async () => (await load()).rows, { showCollapseAll }),
  );
  for (const name of commands) {
    disposables.add(
      command(name, async (argument, selected) => {
        const view = await load();
        const kind = view.onSelection?.[name];
        return view.run(name, argument ?? (kind && tree.selected(kind)), selected);
      }),
    );
  }
  disposables.add(rowCommands.add(tree, () => loaded?.rowMeanings ?? {}));
  const looks = disposables.add(new WhenVisible(tree.view));
  disposables.add(
    refreshes.add(
      {
        refresh: async () => {
          await (loaded || refreshUnseen ? (await load()).refresh() : undefined);
        },
        retryFailed: async () => {
          await (loaded && looks.run(async () => loaded?.retryFailed()));
        },
      },
      () => tree.failureMessage,
    ),
  );
  disposables.add(
    refreshes.onDidWrite(({ account, touched }) => {
      if (sessions.account?.id === account.id) {
        void loaded?.handleWrite?.(touched);
      }
    }),
  );
  return {
    load,
    dispose: () => {
      disposables.dispose();
    },
  };
}
