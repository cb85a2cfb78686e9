import * as vscode from 'vscode';

/**
 * Lets the open document of an address grow. A change event of its provider would make the editor replace all of a
 * long text each time; an edit adds what is new, and nobody's undo or save sees it.
 */
export class GrowingDocument {
  /** Where in the document the text begins that may still change. */
  private line = 0;
  private character = 0;
  private settled = 0;

  constructor(private readonly uri: vscode.Uri) {}

  /**
   * Makes an open document have this text, of which so many characters will stay as they are. Does nothing for one
   * that is not open: its provider gives the text. Has to be awaited before the next.
   */
  async write(text: string, settledLength: number): Promise<void> {
    const name = this.uri.toString();
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === name);
    if (!document) {
      return;
    }
    const isKnown = document.lineCount > this.line;
    const start = isKnown ? new vscode.Position(this.line, this.character) : new vscode.Position(0, 0);
    const end = document.lineAt(document.lineCount - 1).range.end;
    const followers = vscode.window.visibleTextEditors.filter(
      (editor) =>
        editor.document === document &&
        (editor.visibleRanges.at(-1)?.end.line ?? 0) >= document.lineCount - 2,
    );
    const edit = new vscode.WorkspaceEdit();
    edit.replace(this.uri, new vscode.Range(start, end), text.slice(isKnown ? this.settled : 0));
    if (!(await vscode.workspace.applyEdit(edit))) {
      return;
    }
    this.moveTo(text, settledLength);
    for (const editor of followers) {
      const last = document.lineAt(document.lineCount - 1).range;
      editor.revealRange(last, vscode.TextEditorRevealType.Default);
    }
  }

  private moveTo(text: string, settled: number): void {
    for (
      let at = text.indexOf('\n', this.settled);
      at >= 0 && at < settled;
      at = text.indexOf('\n', at + 1)
    ) {
      this.line++;
      this.character = 0;
      this.settled = at + 1;
    }
    this.character += settled - this.settled;
    this.settled = settled;
  }
}
