import * as vscode from 'vscode';

/**
 * Ending of the address of a page. Its tab is called by what stands before it, and a screen reader says that: there is
 * no `.md`. With a space at the end no name of a server's is taken for one of a file in some language (rule 13).
 */
export const PAGE_ENDING = ' ';

/** Where a page is shown. */
export interface PagePlace {
  /** Whether the next page may take its place, as people go through a tree. */
  inPassing?: boolean;
  /** Next to what is open, where what it is of stays in sight. */
  beside?: boolean;
}

/**
 * Shows a Markdown document as a page. In an editor made for it, its tab knows the document: what can be done with it
 * stands in its title.
 */
export async function showPage(
  uri: vscode.Uri,
  { inPassing = false, beside = false }: PagePlace = {},
): Promise<void> {
  await vscode.commands.executeCommand('vscode.openWith', uri, 'vscode.markdown.preview.editor', {
    preview: inPassing,
    ...(beside && { viewColumn: vscode.ViewColumn.Beside }),
  });
}
