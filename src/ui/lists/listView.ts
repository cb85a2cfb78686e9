import * as vscode from 'vscode';
import type { SessionStore } from '../../account/sessionStore';
import type { CommandId, ContextKey } from '../../contributions';
import { mayHavePassed } from '../../api/failure';
import { Disposables } from '../../support/disposables';
import type { Disposable } from '../../support/emitter';
import { idPart } from '../../support/idPart';
import { showStatus } from '../statusBar';
import type { AccountList, ListState } from './accountList';
import { changedRows } from './changedRows';
import { contextKey } from '../contextKeys';
import type { ListArrangement } from './listArrangement';
import { failureIn, listMessage } from './listMessage';
import type { ListNode, RowNode, RowsBelow } from './listNodes';
import type { LazyTree, TreeRows } from './lazyTree';
import { moreItem } from './moreItem';
import { remedyItem, topRemedies } from './remedyItem';

/** More rows at once make the tree slow to build and nobody scrolls through them: there is Show More, and a pick. */
const PAGE_SIZE = 500;

/** So many changed rows are drawn one by one. */
const MAX_ROWS_DRAWN_SINGLY = 5;

/** What a list view is made of. */
export interface ListViewOptions<T> {
  tree: LazyTree<ListNode<T>>;
  /** Tells whether there are rows. */
  state: ContextKey &
    ('appcircle.distribution' | 'appcircle.publish' | 'appcircle.store' | 'appcircle.testingGroups');
  list: AccountList<T>;
  sessions: SessionStore;
  item: (row: T) => vscode.TreeItem;
  tooltip: (row: T, token: vscode.CancellationToken) => Promise<vscode.MarkdownString>;
  below?: RowsBelow<T>;
  arrangement?: ListArrangement<T>;
  /** Shows more of a long list. */
  more: CommandId;
  /** Said above rows that are no longer fresh: the time that they are from, and the sentence of the failure. */
  staleMessage: (time: string, sentence: string) => string;
}

/** The tree of a list: loading, empty, failed and stale look the same in every view. */
export class ListView<T extends { id: string }> implements TreeRows<ListNode<T>>, Disposable {
  private shown = PAGE_SIZE;
  private rows: readonly T[] = [];
  /** Whether there is nothing but rows in the tree. */
  private drawn = false;
  private nodes = new Map<string, RowNode<T>>();
  private readonly setState;
  private readonly disposables = new Disposables();

  constructor(private readonly options: ListViewOptions<T>) {
    const { list, state, below } = options;
    this.setState = contextKey(state);
    this.show(list.state);
    this.disposables.add(
      list.onDidChange((now) => {
        this.show(now);
      }),
    );
    const change = below?.onDidChangeFailure?.(() => {
      this.show(list.state);
    });
    if (change) {
      this.disposables.add(change);
    }
  }

  /** Renews the rows. */
  async refresh(): Promise<void> {
    const { tree, list, sessions } = this.options;
    await (sessions.account && tree.showProgress(() => list.refresh()));
  }

  /** Asks again for what failed, where that may have passed. */
  async retryFailed(): Promise<void> {
    const { tree, list, below } = this.options;
    const anyBelow = below?.forgetFailed?.() ?? false;
    const failure = failureIn(list.state);
    if (failure && mayHavePassed(failure)) {
      await this.refresh();
    } else if (anyBelow) {
      tree.renew();
    }
  }

  /** Arranges the rows anew. */
  arrange(): void {
    this.shown = PAGE_SIZE;
    this.drawn = false;
    this.show(this.options.list.state);
  }

  showMore(): void {
    if (this.rows.length > this.shown) {
      this.shown += PAGE_SIZE;
      this.options.tree.renew();
    }
  }

  /** Selects a row, and opens it where that is wanted, making it one of those that are shown. False where there is none. */
  async reveal(id: string, { open = false } = {}): Promise<boolean> {
    await this.options.list.rows();
    if (!this.rows.some((row) => row.id === id)) {
      this.unfilter(id);
    }
    const index = this.rows.findIndex((row) => row.id === id);
    if (index >= this.shown) {
      this.shown = Math.ceil((index + 1) / PAGE_SIZE) * PAGE_SIZE;
      this.options.tree.renew();
    }
    const row = this.rows[index];
    if (row) {
      await this.options.tree.reveal(this.node(row), open);
    }
    return row !== undefined;
  }

  async children(parent?: ListNode<T>): Promise<ListNode<T>[]> {
    const { list, sessions, below } = this.options;
    if (!sessions.account) {
      return [];
    }
    if (parent?.kind === 'row' || parent?.kind === 'below') {
      const { row } = parent;
      const nodes = await below?.children(row, parent.kind === 'below' ? parent.node : undefined);
      return (nodes ?? []).map((node) => ({ kind: 'below', row, node, parent }));
    }
    if (list.state.kind === 'unknown' || list.state.kind === 'loading') {
      await list.rows().catch(() => undefined);
    }
    return this.top(list.state);
  }

  parent(node: ListNode<T>): ListNode<T> | undefined {
    return node.kind === 'below' ? node.parent : undefined;
  }

  item(node: ListNode<T>): vscode.TreeItem {
    switch (node.kind) {
      case 'row': {
        const item = this.options.item(node.row);
        item.id = this.idOf(node.row);
        return item;
      }
      case 'below': {
        const item = this.options.below?.item(node.node) ?? new vscode.TreeItem('');
        item.id = `${this.idOf(node.row)}/${node.node.id}`;
        if (item.command && item.command.arguments === undefined) {
          item.command = { ...item.command, arguments: [node] };
        }
        return item;
      }
      case 'more':
        return moreItem(this.options.more, this.shown, this.rows.length);
      case 'remedy':
        return remedyItem(node.remedy);
    }
  }

  async resolve(
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
    this.disposables.dispose();
  }

  /** Begins the ids of what is below the row, and of nothing else, whatever the server's id is made of (R23). */
  private idOf({ id }: T): string {
    return `${this.options.sessions.account?.id ?? ''}/${this.options.tree.id}/${idPart(id)}`;
  }

  private top(state: ListState<T>): ListNode<T>[] {
    const failure = failureIn(state) ?? this.options.below?.failure;
    const remedies = (failure ? topRemedies(failure) : []).map((remedy): ListNode<T> => ({
      kind: 'remedy',
      remedy,
    }));
    const shown = this.rows.slice(0, this.shown);
    const { arrangement } = this.options;
    if (arrangement && shown.length === 0 && state.kind === 'ready' && state.rows.length > 0) {
      remedies.push({ kind: 'remedy', remedy: arrangement.clear });
    }
    const more: ListNode<T>[] = this.rows.length > shown.length ? [{ kind: 'more' }] : [];
    return [...remedies, ...shown.map((row) => this.node(row)), ...more];
  }

  /** The same node for the same row, so that a reveal finds it again (R24). */
  private node(row: T): RowNode<T> {
    const known = this.nodes.get(row.id) ?? { kind: 'row', row };
    this.nodes.set(row.id, known);
    return known;
  }

  /** Draws what changed, and no more (R24): a write changes a row or two, and leaves the others where they are. */
  private draw(before: readonly T[]): void {
    const { tree } = this.options;
    const changed = changedRows(before, this.rows);
    if (changed === undefined || changed.length > MAX_ROWS_DRAWN_SINGLY) {
      this.nodes = new Map();
      tree.renew();
      return;
    }
    for (const row of changed) {
      const node = this.node(row);
      node.row = row;
      tree.renew(node);
    }
  }

  private show(state: ListState<T>): void {
    if (state.kind === 'unknown') {
      this.shown = PAGE_SIZE;
    }
    const rows = state.kind === 'ready' ? state.rows : [];
    const before = this.drawn;
    const failure = this.options.below?.failure;
    this.drawn = state.kind === 'ready' && !state.stale && !failure && rows.length > 0;
    const last = this.rows;
    this.rows = this.options.arrangement?.apply(rows) ?? rows;
    this.options.tree.setMessage(
      listMessage(state, this.rows, this.options.staleMessage, failure),
      (failureIn(state) ?? failure) !== undefined,
    );
    this.options.tree.showFilter(this.options.arrangement?.describeFilter());
    this.setState(state.kind === 'ready' && state.rows.length === 0 ? 'empty' : state.kind);
    this.draw(before && this.drawn ? last : []);
  }

  /** A row that a person wants to see is not hidden by a filter. */
  private unfilter(id: string): void {
    const { arrangement, list } = this.options;
    if (arrangement && list.state.kind === 'ready' && list.state.rows.some((row) => row.id === id)) {
      arrangement.showAll();
      this.arrange();
      showStatus(vscode.l10n.t('Cleared the filter to show this row.'));
    }
  }
}
