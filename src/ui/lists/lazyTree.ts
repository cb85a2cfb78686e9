import * as vscode from 'vscode';
import type { Account } from '../../account/account';
import type { SessionStore } from '../../account/sessionStore';
import type { ViewId } from '../../contributions';
import { delay } from '../../support/time';

/** Milliseconds between two tries to reveal a row. */
const REVEAL_RETRY_PAUSES = [50, 100, 200, 400, 800];

/** What a tree shows. Nodes without children are never asked for them. */
export interface TreeRows<N> {
  children(parent?: N): Promise<N[]>;
  item(node: N): vscode.TreeItem;
  /** Fills in the tooltip of a row when it is wanted. */
  resolve(item: vscode.TreeItem, node: N, token: vscode.CancellationToken): Promise<vscode.TreeItem>;
}

/**
 * A view as the editor knows it from the start. What makes its rows is loaded when somebody who is signed in first
 * looks at it (R30).
 */
export class LazyTree<N> implements vscode.TreeDataProvider<N>, vscode.Disposable {
  private rows: TreeRows<N> | undefined;
  private account: Account | undefined;
  private readonly changes = new vscode.EventEmitter<N | undefined>();
  readonly onDidChangeTreeData = this.changes.event;
  readonly view: vscode.TreeView<N>;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    readonly id: ViewId,
    private readonly sessions: SessionStore,
    private readonly load: () => Promise<TreeRows<N>>,
  ) {
    this.account = sessions.account;
    this.view = vscode.window.createTreeView(id, { treeDataProvider: this, showCollapseAll: false });
    this.subscriptions = vscode.Disposable.from(
      this.view,
      this.changes,
      sessions.onDidChange(() => {
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
    return this.rows.children(parent);
  }

  getTreeItem(node: N): vscode.TreeItem {
    // Every node comes of the rows.
    return this.rows?.item(node) ?? new vscode.TreeItem('');
  }

  /** Rows are revealed at the top alone. */
  getParent(): undefined {
    return undefined;
  }

  async resolveTreeItem(
    item: vscode.TreeItem,
    node: N,
    token: vscode.CancellationToken,
  ): Promise<vscode.TreeItem> {
    return (await this.rows?.resolve(item, node, token)) ?? item;
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}
