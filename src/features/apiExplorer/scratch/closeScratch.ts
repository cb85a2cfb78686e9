import * as vscode from 'vscode';

/** Closes every tab of a scratch request and deletes it. Nobody is asked: what is unsaved for a moment is saved first. */
export async function closeScratch(document: vscode.TextDocument): Promise<void> {
  const { uri } = document;
  await document.save();
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
  await vscode.window.tabGroups.close(tabs);
  // One in which nobody typed went with its tab.
  await Promise.resolve(vscode.workspace.fs.delete(uri)).catch(() => undefined);
}
