import * as vscode from 'vscode';
import { accountName, type Account } from '../../../account/account';
import type { SessionStore } from '../../../account/sessionStore';
import { View } from '../../../contributions';
import { visibleText } from '../../../support/visibleText';
import { contextKey } from '../../../ui/contextKeys';
import type { ApiNode } from './apiNodes';
import type { ApiTree } from './apiTree';

/** How the rows are shown: put together by tag or by path, and filtered where there is a text. */
export interface TreeArrangement {
  readonly grouping: 'tag' | 'path';
  readonly filter: string;
}

/**
 * The view as the editor knows it from the start. Its rows are made by an `ApiTree`, which is loaded when the view
 * first shows.
 */
export class ApiView implements vscode.TreeDataProvider<ApiNode>, vscode.Disposable {
  private tree: ApiTree | undefined;
  private readonly changes = new vscode.EventEmitter<ApiNode | undefined>();
  readonly onDidChangeTreeData = this.changes.event;
  readonly view: vscode.TreeView<ApiNode>;
  readonly id = View.api;
  private readonly subscriptions: vscode.Disposable;
  private account: Account | undefined;
  private arrangement: TreeArrangement = { filter: '', grouping: 'tag' };
  private readonly setFilterKey = contextKey('appcircle.apiFilter');
  private readonly setGroupingKey = contextKey('appcircle.apiGrouping');

  constructor(
    private readonly sessions: SessionStore,
    private readonly load: () => Promise<ApiTree>,
    arrangement: TreeArrangement,
  ) {
    this.view = vscode.window.createTreeView(this.id, { treeDataProvider: this, showCollapseAll: true });
    this.account = sessions.account;
    this.arrange(arrangement);
    this.subscriptions = vscode.Disposable.from(
      this.view,
      this.changes,
      sessions.onDidChange(() => {
        this.describe();
        if (sessions.account !== this.account) {
          this.account = sessions.account;
          this.renew();
        }
      }),
      this.view.onDidExpandElement(({ element }) => this.tree?.folded(element, true)),
      this.view.onDidCollapseElement(({ element }) => this.tree?.folded(element, false)),
    );
  }

  async getChildren(parent?: ApiNode): Promise<ApiNode[]> {
    if (!this.sessions.account) {
      return [];
    }
    this.tree = await this.load();
    return this.tree.children(parent);
  }

  getTreeItem(node: ApiNode): vscode.TreeItem {
    // Every node comes of the tree.
    return this.tree?.item(node) ?? new vscode.TreeItem('');
  }

  renew(): void {
    this.changes.fire(undefined);
  }

  /** Shows the rows in another way. Nothing but this sets the context keys of it (R9). */
  arrange(arrangement: TreeArrangement): void {
    this.arrangement = arrangement;
    this.setFilterKey(arrangement.filter === '' ? 'off' : 'on');
    this.setGroupingKey(arrangement.grouping);
    this.describe();
    this.renew();
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  /** Which organization (R29), and what the rows are filtered by (R22). */
  private describe(): void {
    const { filter } = this.arrangement;
    const session = this.sessions.current;
    const name = session.kind === 'signedIn' ? accountName(session.account, session.names) : '';
    this.view.description = visibleText(
      filter === '' ? name : vscode.l10n.t('filtered by "{0}" · {1}', filter, name),
    );
  }
}
