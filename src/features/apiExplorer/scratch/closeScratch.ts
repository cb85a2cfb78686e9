import * as vscode from 'vscode';

/** Milliseconds for a save of the editor's own that has begun. */
const MAX_SAVE = 2000;

/** Closes every tab of a scratch request and deletes it. Nobody is asked: what is unsaved for a moment is saved first. */
export async function closeScratch(document: vscode.TextDocument): Promise<void> {
  const { uri } = document;
  await save(document);
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
  await vscode.window.tabGroups.close(tabs);
  // One in which nobody typed went with its tab.
  await Promise.resolve(vscode.workspace.fs.delete(uri)).catch(() => undefined);
}

/** Where the editor saves already, ours is refused: its text would arrive after the deletion, and bring the file back. */
async function save(document: vscode.TextDocument): Promise<void> {
  if ((await document.save()) || !document.isDirty) {
    return;
  }
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const timer = setTimeout(end, MAX_SAVE);
    const listener = vscode.workspace.onDidSaveTextDocument((saved) => {
      if (saved === document) {
        end();
      }
    });
  });
}
