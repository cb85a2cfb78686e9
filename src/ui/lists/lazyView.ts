import type { SessionStore } from '../../account/sessionStore';
import type { CommandId, ViewId } from '../../contributions';
import { Disposables } from '../../support/disposables';
import type { Disposable } from '../../support/emitter';
import { lazy } from '../../support/lazy';
import type { RegisterCommand } from '../commands';
import { LazyTree, type TreeRows } from './lazyTree';
import type { Refreshes } from './refreshes';

/** What every view is given. */
export interface ViewDeps {
  command: RegisterCommand;
  sessions: SessionStore;
  refreshes: Refreshes;
}

/** What is behind a view, loaded when somebody looks at it or runs one of its commands. */
export interface LoadedView<N> extends Disposable {
  readonly rows: TreeRows<N>;
  /** Asks for everything again that is shown. What fails is said above the rows. */
  refresh(): Promise<void>;
}

/** What each command of a view does with what is behind it, on a row or on nothing. */
export type ViewCommands<V> = Readonly<Partial<Record<CommandId, (view: V, argument: unknown) => unknown>>>;

/** A view, declared: everything that is there of it at the start. */
export interface ViewDeclaration<N, V extends LoadedView<N>> {
  id: ViewId;
  /** Whether its title has Collapse All. */
  showCollapseAll?: boolean;
  /** Loads what is behind it, by `import()`. Called once. */
  load: (tree: LazyTree<N>) => Promise<V>;
  commands: ViewCommands<V>;
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
  { command, sessions, refreshes }: ViewDeps,
  declaration: ViewDeclaration<N, V>,
): LazyView<V> {
  const { id, showCollapseAll = false, commands, refreshUnseen = false } = declaration;
  const disposables = new Disposables();
  let isLoaded = false;
  const load = lazy(async (): Promise<V> => {
    const view = disposables.add(await declaration.load(tree));
    isLoaded = true;
    return view;
  });
  const tree: LazyTree<N> = disposables.add(
    new LazyTree<N>(id, sessions, async () => (await load()).rows, { showCollapseAll }),
  );
  for (const [name, run] of Object.entries(commands)) {
    disposables.add(command(name as CommandId, async (argument) => run(await load(), argument)));
  }
  disposables.add(
    refreshes.add(async () => {
      await (isLoaded || refreshUnseen ? (await load()).refresh() : undefined);
    }),
  );
  return {
    load,
    dispose: () => {
      disposables.dispose();
    },
  };
}
