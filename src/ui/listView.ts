import * as vscode from 'vscode';
import { accountName } from '../account/account';
import type { SessionStore } from '../account/sessionStore';
import type { Failure } from '../api/failure';
import { Command, type ContextKey, type ViewId } from '../contributions';
import { visibleText } from '../support/visibleText';
import type { AccountList, ListState } from './accountList';
import { contextKey } from './contextKeys';
import { timeOfDay } from './dates';
import { failureText, type Remedy } from './failureText';
import { remedyItem } from './remedyItem';

/** More rows at once make the tree slow to build and nobody scrolls through them: there is Show More, and a pick. */
const PAGE = 500;

/** A node of the tree: a row of the list, or one that leads on. */
export type ListNode<T> =
  | { readonly kind: 'row'; readonly row: T }
  | { readonly kind: 'below'; readonly row: T; readonly node: BelowNode }
  | { readonly kind: 'more' }
  | { readonly kind: 'remedy'; readonly remedy: Remedy };

/** A row below a row of the list, at any depth. Ids are told apart below one row. */
export interface BelowNode {
  readonly id: string;
}

/** What is below the rows of a list, of which the view knows nothing else. */
export interface RowsBelow<T> {
  children(row: T, parent?: BelowNode): Promise<readonly BelowNode[]>;
  /** Asked for what `children` gave alone. */
  item(node: BelowNode): vscode.TreeItem;
}

export interface ListViewOptions<T> {
  id: ViewId & ContextKey;
  list: AccountList<T>;
  sessions: SessionStore;
  item: (row: T) => vscode.TreeItem;
  tooltip: (row: T, token: vscode.CancellationToken) => Promise<vscode.MarkdownString>;
  below?: RowsBelow<T>;
  /** Said above rows that are no longer fresh: the time that they are from, and the sentence of the failure. */
  staleMessage: (time: string, sentence: string) => string;
}

/** The tree of a list: loading, empty, failed and stale look the same in every view. */
export class ListView<T extends { id: string }>
  implements vscode.TreeDataProvider<ListNode<T>>, vscode.Disposable
{
  private shown = PAGE;
  private rows: readonly T[] = [];
  private nodes = new Map<string, ListNode<T>>();
  private readonly changes = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changes.event;
  private readonly view: vscode.TreeView<ListNode<T>>;
  private readonly setState;
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly options: ListViewOptions<T>) {
    const { id, list, sessions } = options;
    this.setState = contextKey(id);
    this.setState('unknown');
    this.view = vscode.window.createTreeView(id, { treeDataProvider: this, showCollapseAll: false });
    this.describe();
    this.disposables = [
      this.view,
      this.changes,
      sessions.onDidChange(() => {
        this.describe();
      }),
      list.onDidChange((state) => {
        this.show(state);
      }),
    ];
  }

  /** Renews the rows. The progress of the view shows before anything is sent (R8). */
  async refresh(): Promise<void> {
    const { id, list, sessions } = this.options;
    if (!sessions.account) {
      return;
    }
    await vscode.window.withProgress({ location: { viewId: id } }, () =>
      list.refresh().then(
        () => undefined,
        () => undefined,
      ),
    );
  }

  /** Draws what is below the rows anew. */
  renew(): void {
    this.changes.fire(undefined);
  }

  showMore(): void {
    this.shown += PAGE;
    this.changes.fire(undefined);
  }

  /** Selects a row, making it one of those that are shown. */
  async reveal(id: string): Promise<void> {
    const index = this.rows.findIndex((row) => row.id === id);
    if (index >= this.shown) {
      this.shown = Math.ceil((index + 1) / PAGE) * PAGE;
      this.changes.fire(undefined);
    }
    const row = this.rows[index];
    if (row) {
      await this.view.reveal(this.node(row), { select: true, focus: true });
    }
  }

  getParent(): undefined {
    return undefined;
  }

  async getChildren(parent?: ListNode<T>): Promise<ListNode<T>[]> {
    const { list, sessions, below } = this.options;
    if (!sessions.account) {
      return [];
    }
    if (parent?.kind === 'row' || parent?.kind === 'below') {
      const { row } = parent;
      const nodes = await below?.children(row, parent.kind === 'below' ? parent.node : undefined);
      return (nodes ?? []).map((node) => ({ kind: 'below', row, node }));
    }
    if (list.state.kind === 'unknown' || list.state.kind === 'loading') {
      await list.rows().catch(() => undefined);
    }
    return this.children(list.state);
  }

  getTreeItem(node: ListNode<T>): vscode.TreeItem {
    switch (node.kind) {
      case 'row': {
        const item = this.options.item(node.row);
        item.id = this.idOf(node.row);
        return item;
      }
      case 'below': {
        const item = this.options.below?.item(node.node) ?? new vscode.TreeItem('');
        item.id = `${this.idOf(node.row)}/${node.node.id}`;
        return item;
      }
      case 'more':
        return moreItem(this.shown, this.rows.length);
      case 'remedy':
        return remedyItem(node.remedy);
    }
  }

  async resolveTreeItem(
    item: vscode.TreeItem,
    node: ListNode<T>,
    token: vscode.CancellationToken,
  ): Promise<vscode.TreeItem> {
    if (node.kind === 'row') {
      item.tooltip = await this.options.tooltip(node.row, token);
    }
    return item;
  }

  dispose(): void {
    for (const disposable of this.disposables) {
      disposable.dispose();
    }
  }

  private idOf({ id }: T): string {
    return `${this.options.sessions.account?.id ?? ''}/${this.options.id}/${id}`;
  }

  private children(state: ListState<T>): ListNode<T>[] {
    const failure = failureIn(state);
    const remedies = failure
      ? failureText(failure).remedies.map((remedy): ListNode<T> => ({ kind: 'remedy', remedy }))
      : [];
    const shown = this.rows.slice(0, this.shown);
    const more: ListNode<T>[] = this.rows.length > shown.length ? [{ kind: 'more' }] : [];
    return [...remedies, ...shown.map((row) => this.node(row)), ...more];
  }

  /** The same node for the same row, so that a reveal finds it again (R24). */
  private node(row: T): ListNode<T> {
    const known = this.nodes.get(row.id) ?? { kind: 'row', row };
    this.nodes.set(row.id, known);
    return known;
  }

  private show(state: ListState<T>): void {
    if (state.kind === 'unknown') {
      this.shown = PAGE;
    }
    this.rows = state.kind === 'ready' ? state.rows : [];
    this.nodes = new Map();
    this.view.message = this.message(state) ?? '';
    this.setState(state.kind === 'ready' && state.rows.length === 0 ? 'empty' : state.kind);
    this.changes.fire(undefined);
  }

  private message(state: ListState<T>): string | undefined {
    const failure = failureIn(state);
    if (!failure) {
      return undefined;
    }
    const { sentence } = failureText(failure);
    return state.kind === 'ready' ? this.options.staleMessage(timeOfDay(state.loadedAt), sentence) : sentence;
  }

  private describe(): void {
    const session = this.options.sessions.current;
    this.view.description =
      session.kind === 'signedIn' ? visibleText(accountName(session.account, session.names)) : '';
  }
}

function failureIn<T>(state: ListState<T>): Failure | undefined {
  const failure = state.kind === 'failed' ? state.failure : state.kind === 'ready' ? state.stale : undefined;
  return failure?.kind === 'cancelled' ? undefined : failure;
}

function moreItem(shown: number, total: number): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Show More'));
  item.description = vscode.l10n.t('{0} of {1} shown', shown, total);
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = { command: Command.showMore, title: vscode.l10n.t('Show More') };
  return item;
}
