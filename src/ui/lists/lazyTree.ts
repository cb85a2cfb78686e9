import * as vscode from 'vscode';
import { accountName, type Account } from '../../account/account';
import type { SessionStore } from '../../account/sessionStore';
import type { ViewId } from '../../contributions';
import { delay } from '../../support/time';
import { textForLabel } from '../../support/shownText';
import { shownItem } from './shownItem';

/** Milliseconds between two tries to reveal a row. */
const REVEAL_RETRY_PAUSES = [50, 100, 200, 400, 800];

/** What a tree shows. Nodes without children are never asked for them. */
export interface TreeRows<N> {
  children(parent?: N): Promise<N[]>;
  item(node: N): vscode.TreeItem;
  /** Fills in the tooltip of a row when it is wanted. */
  resolve?(item: vscode.TreeItem, node: N, token: vscode.CancellationToken): Promise<vscode.TreeItem>;
  /** What a node is below; undefined at the top. A node that is not at the top is only revealed by it. */
  parent?(node: N): N | undefined;
  /** Told that a person opened or closed a node. */
  handleToggle?(node: N, open: boolean): void;
}

/**
 * A view as the editor knows it from the start: its rows, what stands above them, and what stands beside its title.
 * What makes its rows is loaded when somebody who is signed in first looks at it (R30).
 */
export class LazyTree<N> implements vscode.TreeDataProvider<N>, vscode.Disposable {
  private rows: TreeRows<N> | undefined;
  private account: Account | undefined;
  private filter: string | undefined;
  /** What is said above the rows, where it is of a failure. */
  failureMessage: string | undefined;
  /** The first tag of each node that was drawn. */
  private readonly kinds = new WeakMap<object, string>();
  /** The rows that were drawn since the topmost ones were asked for: the editor keeps one that is gone as selected. */
  private drawn = new WeakSet<object>();
  private readonly changes = new vscode.EventEmitter<N | undefined>();
  readonly onDidChangeTreeData = this.changes.event;
  readonly view: vscode.TreeView<N>;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    readonly id: ViewId,
    private readonly sessions: SessionStore,
    private readonly load: () => Promise<TreeRows<N>>,
    { showCollapseAll = false } = {},
  ) {
    this.account = sessions.account;
    this.view = vscode.window.createTreeView(id, { treeDataProvider: this, showCollapseAll });
    this.describe();
    this.subscriptions = vscode.Disposable.from(
      this.view,
      this.changes,
      this.view.onDidExpandElement(({ element }) => this.rows?.handleToggle?.(element, true)),
      this.view.onDidCollapseElement(({ element }) => this.rows?.handleToggle?.(element, false)),
      sessions.onDidChange(() => {
        this.describe();
        if (sessions.account !== this.account) {
          this.account = sessions.account;
          this.renew();
        }
      }),
    );
  }

  /** Draws a node anew with what is below it; without one, everything. */
  renew(node?: N): void {
    this.changes.fire(node);
  }

  /** Says something above the rows, of a failure or not; undefined takes it back. */
  setMessage(message: string | undefined, isFailure = false): void {
    this.view.message = textForLabel(message ?? '');
    this.failureMessage = isFailure ? message : undefined;
  }

  /** Says beside the title what the rows are filtered by, in a few words; undefined where all are shown. */
  showFilter(filter: string | undefined): void {
    this.filter = filter;
    this.describe();
  }

  /** The progress of the view shows before anything is sent (R8). A failure is said above the rows, and nowhere else. */
  async showProgress(work: () => Promise<unknown>): Promise<void> {
    await vscode.window.withProgress({ location: { viewId: this.id } }, () =>
      work().then(
        () => undefined,
        () => undefined,
      ),
    );
  }

  /**
   * Selects a node. A view that was just opened does not know its rows for a moment, and fails so long. A node of an
   * account that is no longer active is gone, and that is all.
   */
  async reveal(node: N, expand = false): Promise<void> {
    const { account } = this.sessions;
    this.rows ??= await this.load();
    for (const pause of [...REVEAL_RETRY_PAUSES, undefined]) {
      if (this.sessions.account !== account) {
        return;
      }
      try {
        await this.view.reveal(node, { select: true, focus: true, expand });
        return;
      } catch (error) {
        if (pause === undefined) {
          throw error;
        }
        await delay(pause);
      }
    }
  }

  async getChildren(parent?: N): Promise<N[]> {
    if (!this.sessions.account) {
      return [];
    }
    this.rows ??= await this.load();
    const children = await this.rows.children(parent);
    if (parent === undefined) {
      this.drawn = new WeakSet();
    }
    return children;
  }

  getTreeItem(node: N): vscode.TreeItem {
    // Every node comes of the rows.
    const item = this.rows?.item(node) ?? new vscode.TreeItem('');
    if (typeof node === 'object' && node !== null) {
      this.kinds.set(node, item.contextValue?.split(' ', 1)[0] ?? '');
      this.drawn.add(node);
    }
    return shownItem(item);
  }

  /** What a row is, by the first of its tags; undefined for what this tree did not draw (T13). */
  kindOf(node: unknown): string | undefined {
    return typeof node === 'object' && node !== null ? this.kinds.get(node) : undefined;
  }

  /** The selected row, where it is the only one, of this kind, and still there. */
  selected(kind: string): N | undefined {
    const [node, ...others] = this.view.selection;
    const isThere = typeof node === 'object' && node !== null && this.drawn.has(node);
    return isThere && others.length === 0 && this.kindOf(node) === kind ? node : undefined;
  }

  getParent(node: N): N | undefined {
    return this.rows?.parent?.(node);
  }

  async resolveTreeItem(
    item: vscode.TreeItem,
    node: N,
    token: vscode.CancellationToken,
  ): Promise<vscode.TreeItem> {
    const resolved = await this.rows?.resolve?.(item, node, token);
    return resolved ? shownItem(resolved) : item;
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  /** Which organization (R29), and what the rows are filtered by (R22). */
  private describe(): void {
    const session = this.sessions.current;
    const name = session.kind === 'signedIn' ? accountName(session.account, session.names) : '';
    this.view.description = textForLabel(
      this.filter === undefined || name === '' ? name : vscode.l10n.t('{0} · {1}', this.filter, name),
    );
  }
}
