import * as vscode from 'vscode';
import { findFolded } from '../../ui/dialogs/foldedPick';
import { createPick } from '../../ui/dialogs/picks';
import { showStatus } from '../../ui/statusBar';
import type { AccountRow } from './accountRows';

/** What is asked, and whether there is a list before this one. */
interface AccountQuestion {
  title: string;
  placeHolder: string;
  canGoBack: boolean;
}

/**
 * Lets a person choose what to do. The facts are a header: the first row that does something has the focus. A fact is
 * copied by its row, and by a button that leaves the list open. Undefined when it was closed.
 */
export function pickAccountRow(
  rows: readonly AccountRow[],
  { title, placeHolder, canGoBack }: AccountQuestion,
): Promise<AccountRow | 'back' | undefined> {
  const pick = createPick<AccountRow>();
  pick.title = title;
  pick.placeholder = placeHolder;
  pick.matchOnDescription = true;
  pick.items = rows;
  pick.activeItems = rows.filter(({ run }) => run).slice(0, 1);
  if (canGoBack) {
    pick.buttons = [vscode.QuickInputButtons.Back];
  }
  findFolded(pick);
  return new Promise((resolve) => {
    pick.onDidTriggerItemButton(({ item }) => {
      void copyFact(item);
    });
    pick.onDidTriggerButton(() => {
      resolve('back');
      pick.hide();
    });
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen) {
        resolve(chosen);
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

export async function copyFact({ label, copies }: AccountRow): Promise<void> {
  if (copies !== undefined) {
    await vscode.env.clipboard.writeText(copies);
    showStatus(vscode.l10n.t('{0} copied', label));
  }
}
