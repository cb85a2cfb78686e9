import type * as vscode from 'vscode';

/**
 * Shows a box whose choices take effect while they are made: `follow` at each change, and `restore` where it is closed
 * without Enter. True when it was accepted. The box is disposed in the end.
 */
export function followPick<T extends vscode.QuickPickItem>(
  pick: vscode.QuickPick<T>,
  { follow, restore }: { follow: () => void; restore: () => void },
): Promise<boolean> {
  return new Promise((resolve) => {
    let accepted = false;
    pick.onDidChangeValue(follow);
    pick.onDidChangeSelection(follow);
    pick.onDidAccept(() => {
      accepted = true;
      follow();
      pick.hide();
    });
    pick.onDidHide(() => {
      if (!accepted) {
        restore();
      }
      resolve(accepted);
      pick.dispose();
    });
    pick.show();
  });
}
