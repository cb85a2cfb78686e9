import type * as vscode from 'vscode';
import { Emitter } from '../../../src/support/emitter';
import { classes } from './fakeClasses';

/** A tree view as the editor has it, and the person before it. Rows are drawn when they are asked for here. */
export class FakeTreeView<N> {
  visible = false;
  message: string | undefined;
  description: string | undefined;
  badge: vscode.ViewBadge | undefined;
  /** Ids of the rows that were revealed. */
  readonly revealed: string[] = [];
  /** What was drawn anew: a node, or undefined for everything. */
  readonly renewed: (N | undefined)[] = [];
  /** The rows that the person selected, and the one that the arrow keys went to. */
  selection: readonly N[] = [];
  focused: N | undefined;
  /** For how many reveals it does not know its rows yet. */
  blindFor = 0;
  reveals = 0;
  private readonly visibility = new Emitter<{ visible: boolean }>();
  private readonly selections = new Emitter<{ selection: readonly N[] }>();
  private readonly folding = { open: new Emitter<{ element: N }>(), close: new Emitter<{ element: N }>() };
  private readonly mark: { dispose: () => void };

  constructor(
    private readonly provider: vscode.TreeDataProvider<N>,
    /** Keeps account of the view and of who listens to it. */
    private readonly register: (name: string) => { dispose: () => void } = () => ({
      dispose: () => undefined,
    }),
  ) {
    this.mark = register('tree view');
    provider.onDidChangeTreeData?.((node) => this.renewed.push(node as N | undefined));
  }

  readonly onDidExpandElement = (listener: (change: { element: N }) => void): vscode.Disposable =>
    classes.Disposable.from(this.register('expanded rows'), this.folding.open.event(listener));
  readonly onDidCollapseElement = (listener: (change: { element: N }) => void): vscode.Disposable =>
    classes.Disposable.from(this.register('collapsed rows'), this.folding.close.event(listener));
  readonly onDidChangeVisibility = (listener: (change: { visible: boolean }) => void): vscode.Disposable =>
    classes.Disposable.from(this.register('visibility'), this.visibility.event(listener));

  readonly onDidChangeSelection = (
    listener: (change: { selection: readonly N[] }) => void,
  ): vscode.Disposable =>
    classes.Disposable.from(this.register('selected rows'), this.selections.event(listener));

  /** The person selects rows. */
  select(...selection: N[]): void {
    this.selection = selection;
    this.selections.fire({ selection });
  }

  /** The editor's own command: the focused row is selected, or no longer. */
  toggleSelection(): void {
    const { focused, selection } = this;
    if (focused !== undefined) {
      this.select(
        ...(selection.includes(focused)
          ? selection.filter((row) => row !== focused)
          : [...selection, focused]),
      );
    }
  }

  /** The person opens or closes the view. */
  look(visible: boolean): void {
    this.visible = visible;
    this.visibility.fire({ visible });
  }

  /** The person opens or closes a node. */
  fold(element: N, open: boolean): void {
    this.folding[open ? 'open' : 'close'].fire({ element });
  }

  async nodes(parent?: N): Promise<N[]> {
    return (await this.provider.getChildren(parent)) ?? [];
  }

  async items(parent?: N): Promise<vscode.TreeItem[]> {
    const items: vscode.TreeItem[] = [];
    for (const node of await this.nodes(parent)) {
      items.push(await this.provider.getTreeItem(node));
    }
    return items;
  }

  async labels(parent?: N): Promise<string[]> {
    return (await this.items(parent)).map(({ label }) => label as string);
  }

  /** Ids of all rows that have one, at any depth. */
  async ids(parent?: N): Promise<string[]> {
    const ids: string[] = [];
    for (const node of await this.nodes(parent)) {
      const { id } = await this.provider.getTreeItem(node);
      ids.push(...(id === undefined ? [] : [id]), ...(await this.ids(node)));
    }
    return ids;
  }

  /** As the editor does it: a row is known by its id among those beside it, and one that has the focus anyhow. */
  async reveal(node: N, { focus = true } = {}): Promise<void> {
    if (!focus) {
      this.select(node);
      return;
    }
    this.reveals++;
    const { id } = await this.provider.getTreeItem(node);
    const parent = (await this.provider.getParent?.(node)) ?? undefined;
    const known = (await this.items(parent)).some((item) => item.id === id);
    if (id === undefined || !known || this.reveals <= this.blindFor) {
      throw new Error(`Cannot resolve tree item for element ${String(id)}`);
    }
    this.revealed.push(id);
  }

  dispose(): void {
    this.mark.dispose();
    this.visibility.dispose();
    this.selections.dispose();
  }
}
