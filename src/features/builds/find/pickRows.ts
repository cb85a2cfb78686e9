import * as vscode from 'vscode';
import { foldText } from '../../../support/foldText';
import { createPick } from '../../../ui/dialogs/picks';
import { keepFound } from '../../../ui/dialogs/foldedPick';

/** Rows of a pick below a heading; none where there are no rows. */
export interface PickSection<T> {
  readonly heading: string;
  readonly rows: readonly PickRow<T>[];
}

export interface PickRow<T> extends vscode.QuickPickItem {
  value?: T;
}

export interface RowQuestion {
  title: string;
  placeHolder: string;
}

/**
 * Lets a person choose one of these rows, found in any spelling. What is called exactly as they type is the one that
 * Enter takes. Undefined when nothing was chosen.
 */
export function pickFromSections<T>(
  sections: readonly PickSection<T>[],
  { title, placeHolder }: RowQuestion,
): Promise<T | undefined> {
  const pick = createPick<PickRow<T>>();
  pick.title = title;
  pick.placeholder = placeHolder;
  pick.matchOnDescription = true;
  const items = sections.flatMap(({ heading, rows }): PickRow<T>[] =>
    rows.length === 0 ? [] : [{ label: heading, kind: vscode.QuickPickItemKind.Separator }, ...rows],
  );
  pick.items = items;
  pick.onDidChangeValue((typed) => {
    keepFound(pick, typed);
    const wanted = foldText(typed);
    const named = items.filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
    const exact =
      named.find(({ label }) => label === typed.trim()) ??
      named.find(({ label }) => foldText(label) === wanted);
    if (exact) {
      pick.activeItems = [exact];
    }
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      // Where nothing matches there is nothing to take, and what was typed stays.
      if (chosen) {
        resolve(chosen.value);
        pick.hide();
      }
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
