import * as vscode from 'vscode';
import { foldOnce, foldedTerms } from '../../support/foldText';
import { createPick, type PickOptions } from './picks';

const textOf = foldOnce(({ label, description = '' }: vscode.QuickPickItem) => `${label} ${description}`);
/** Rows that stay in sight for what was typed, and not by themselves. */
const marked = new WeakSet<vscode.QuickPickItem>();

/**
 * Marks those rows to stay in sight that have every word that was typed, in any spelling. The editor's own filter compares
 * letters as they stand and cannot be replaced; what it finds besides, by initials, stays found. True where a row was
 * marked otherwise than before: the pick has to be given its rows again.
 */
export function markFound(items: readonly vscode.QuickPickItem[], typed: string): boolean {
  const terms = foldedTerms(typed);
  let isOther = false;
  for (const item of items) {
    if (item.kind !== vscode.QuickPickItemKind.Separator && (item.alwaysShow !== true || marked.has(item))) {
      const isFound = terms.length > 0 && terms.every((term) => textOf(item).includes(term));
      const isMissed = isFound && !isFoundByEditor(item, typed);
      if (isMissed !== marked.has(item)) {
        isOther = true;
        item.alwaysShow = isMissed;
        marked[isMissed ? 'add' : 'delete'](item);
      }
    }
  }
  return isOther;
}

/** What it finds for certain: letters of English as they stand, side by side. */
function isFoundByEditor({ label, description = '' }: vscode.QuickPickItem, typed: string): boolean {
  const text = typed.trim().toLowerCase();
  return (
    /^[\x20-\x7e]*$/.test(text) && [label, description].some((part) => part.toLowerCase().includes(text))
  );
}

/** Keeps those rows of a pick in sight that have what was typed in any spelling. What is ticked stays ticked. */
export function keepFound<T extends vscode.QuickPickItem>(pick: vscode.QuickPick<T>, typed: string): void {
  const { items, selectedItems } = pick;
  if (markFound(items, typed)) {
    pick.items = [...items];
    if (pick.canSelectMany) {
      pick.selectedItems = selectedItems;
    }
  }
}

/** The same, whatever is typed from now on. */
export function findFolded<T extends vscode.QuickPickItem>(pick: vscode.QuickPick<T>): void {
  pick.onDidChangeValue((typed) => {
    keepFound(pick, typed);
  });
}

/**
 * Lets a person choose one of these rows, found in any spelling. Undefined when it was closed, or `token` was cancelled;
 * fails as `rows` does.
 */
export function pickFolded<T extends vscode.QuickPickItem>(
  rows: readonly T[] | Promise<readonly T[]>,
  { title, placeHolder, matchOnDescription = false, ignoreFocusOut = false }: PickOptions,
  token?: vscode.CancellationToken,
): Promise<T | undefined> {
  const pick = createPick<T>();
  pick.title = title;
  pick.placeholder = placeHolder;
  pick.matchOnDescription = matchOnDescription;
  pick.ignoreFocusOut = ignoreFocusOut;
  findFolded(pick);
  const cancelling = token?.onCancellationRequested(() => {
    pick.hide();
  });
  const fill = (items: readonly T[]) => {
    pick.items = items;
    // Some of it may have been typed before there was anything to find.
    keepFound(pick, pick.value);
  };
  return new Promise((resolve, reject) => {
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      // Where nothing matches there is nothing to take, and what was typed stays.
      if (chosen) {
        resolve(chosen);
        pick.hide();
      }
    });
    pick.onDidHide(() => {
      resolve(undefined);
      cancelling?.dispose();
      pick.dispose();
    });
    if (rows instanceof Promise) {
      pick.busy = true;
      rows.then(
        (items) => {
          fill(items);
          pick.busy = false;
        },
        (error: unknown) => {
          reject(error);
          pick.hide();
        },
      );
    } else {
      fill(rows);
    }
    pick.show();
  });
}
