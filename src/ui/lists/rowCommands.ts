import * as vscode from 'vscode';
import { Command, type CommandId, type ContextKeys } from '../../contributions';
import { Failure } from '../../api/failure';
import { Disposables } from '../../support/disposables';
import type { Disposable } from '../../support/emitter';
import { SerialQueue } from '../../support/serialQueue';
import type { RegisterCommand } from '../commands';
import { contextKey } from '../contextKeys';
import type { LazyTree } from './lazyTree';

/** What a row is: the first tag of its `contextValue`. */
export type RowKind = Exclude<ContextKeys['appcircle.selection'], 'none'>;

/** Commands of the menu of any row. Their titles have no noun: the row is it. */
const ROW_COMMANDS = [
  Command.compareRow,
  Command.copyRowId,
  Command.copyRowName,
  Command.deleteRow,
  Command.downloadRow,
  Command.openRowInDashboard,
  Command.pinRow,
  Command.removeRow,
  Command.renameRow,
  Command.showRow,
  Command.showRowAsJson,
  Command.unpinRow,
] as const;

/** What each command of a row is for a kind of row. */
export type RowMeanings = Readonly<
  Partial<Record<RowKind, Readonly<Partial<Record<(typeof ROW_COMMANDS)[number], CommandId>>>>>
>;

/** The rows of a view. */
interface RowTree extends Pick<LazyTree<unknown>, 'kindOf'> {
  readonly view: Pick<vscode.TreeView<unknown>, 'selection' | 'reveal' | 'onDidChangeSelection'>;
}

interface RowView {
  readonly tree: RowTree;
  readonly meanings: () => RowMeanings;
}

/**
 * Runs the command of a kind of row for one that is of any row, from a menu or by a key. A key hands over no row: it is
 * the one that has the focus. Also says which kind of row is selected.
 */
export class RowCommands implements Disposable {
  private readonly views = new Set<RowView>();
  private readonly setSelection = contextKey('appcircle.selection');
  private readonly keys = new SerialQueue(() => new Failure('cancelled'));
  private readonly disposables = new Disposables();

  constructor(command: RegisterCommand) {
    for (const id of ROW_COMMANDS) {
      this.disposables.add(command(id, (row) => this.run(id, row)));
    }
  }

  /** Of a view: what the commands mean for its rows, which is known once there are any. */
  add(tree: RowTree, meanings: () => RowMeanings): Disposable {
    const view: RowView = { tree, meanings };
    this.views.add(view);
    const selections = tree.view.onDidChangeSelection(({ selection }) => {
      const kind = selection.length === 1 ? tree.kindOf(selection[0]) : undefined;
      this.setSelection(kind !== undefined && kind in meanings() ? (kind as RowKind) : 'none');
    });
    return {
      dispose: () => {
        selections.dispose();
        this.views.delete(view);
      },
    };
  }

  dispose(): void {
    this.keys.dispose();
    this.disposables.dispose();
  }

  private async run(id: (typeof ROW_COMMANDS)[number], argument: unknown): Promise<unknown> {
    const row = argument ?? (await this.selectFocused());
    for (const { tree, meanings } of this.views) {
      const kind = tree.kindOf(row);
      const meant = kind === undefined ? undefined : meanings()[kind as RowKind]?.[id];
      if (meant) {
        return vscode.commands.executeCommand(meant, row);
      }
    }
    return false;
  }

  /** One after the other: a quick person presses the next key meanwhile. */
  private selectFocused(): Promise<unknown> {
    return this.keys.add(async () => {
      const { selectFocusedRow } = await import('./focusedRow');
      return selectFocusedRow([...this.views].map(({ tree }) => tree.view));
    });
  }
}
