import * as vscode from 'vscode';
import { delay } from '../../support/time';

type Tree = Pick<vscode.TreeView<unknown>, 'selection' | 'reveal'>;

/** How often it is looked again where rows are drawn anew meanwhile. */
const MAX_LOOKS = 5;

/** How long rows may be missing while they are drawn anew, in milliseconds. */
const REDRAW_MS = 250;

/**
 * The row that has the focus, as one of the rows of these trees, which it is selected in afterwards. The editor tells
 * an extension only which rows are selected, and the arrow keys move the focus without selecting. So the editor's own
 * command adds the focused row to the selection, or takes it out, and back: it is the one that changed. Undefined where
 * another list has the focus; that of a row which is just drawn anew looks the same, so it is looked once more.
 */
export async function selectFocusedRow(trees: readonly Tree[]): Promise<unknown> {
  const row = await findFocusedRow(trees);
  if (row !== undefined) {
    return row;
  }
  await delay(REDRAW_MS);
  return findFocusedRow(trees);
}

async function findFocusedRow(trees: readonly Tree[]): Promise<unknown> {
  for (let look = 0; look < MAX_LOOKS; look++) {
    const before = selections(trees);
    await toggleSelection();
    const toggled = selections(trees);
    await toggleSelection();
    // A row that is drawn anew is missing for a moment, and one that comes back is not the one that was toggled.
    if (selections(trees).every((rows, at) => difference(rows, before[at] ?? []).length === 0)) {
      const changes = toggled.map((rows, at) => difference(rows, before[at] ?? []));
      const [row, ...others] = changes.flat();
      if (row === undefined || others.length > 0) {
        return undefined;
      }
      // What moved the focus meanwhile may have left more rows selected.
      await trees[changes.findIndex(({ length }) => length > 0)]?.reveal(row, { select: true, focus: false });
      return row;
    }
  }
  return undefined;
}

function selections(trees: readonly Tree[]): (readonly unknown[])[] {
  return trees.map(({ selection }) => selection);
}

function toggleSelection(): Thenable<unknown> {
  return vscode.commands.executeCommand('list.toggleSelection');
}

function difference(some: readonly unknown[], others: readonly unknown[]): unknown[] {
  return [...some.filter((row) => !others.includes(row)), ...others.filter((row) => !some.includes(row))];
}
