import * as vscode from 'vscode';
import type { LogText } from '../../../api/builds/log/logText';

/** Lines that are written at once. More makes the page stand still, fewer take longer in all (measured). */
export const MAX_LINES_AT_ONCE = 5_000;
/** Lines that a document is opened with. */
export const FIRST_LINES = 500;

/**
 * Makes an open document have the lines of a log, which is the truth: by edits that add what is new, each awaited before
 * the next. Nothing that a provider could tell the editor adds to a long text without replacing all of it.
 */
export class DocumentWriter {
  private text: LogText | undefined;
  /** So many lines of the document are those of the log. */
  private written = 0;
  /** What stands behind them. */
  private tail: string | undefined;

  constructor(private readonly uri: vscode.Uri) {}

  /** How many lines of the log the document does not have. */
  pending(text: LogText): number {
    return text === this.text ? text.lines.length - this.written : text.lines.length;
  }

  get document(): vscode.TextDocument | undefined {
    const name = this.uri.toString();
    return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === name);
  }

  /** A document was opened, with whatever is in it. */
  adopt(document: vscode.TextDocument, text: LogText): void {
    this.text = text;
    this.written = commonLines(text.lines, document.lineCount - 1, (line) => document.lineAt(line).text);
    this.tail = undefined;
  }

  /**
   * Writes what is new, so many lines at most, and comes back when the document has it; false where it has not, because it
   * is not open or the editor refused. `sentence` is what a log without lines says.
   */
  async write(text: LogText, sentence: string): Promise<boolean> {
    const { document } = this;
    if (!document) {
      return false;
    }
    if (this.text && !this.isIntact(document, this.text)) {
      this.adopt(document, this.text);
    }
    if (text !== this.text) {
      const before = this.text?.lines ?? [];
      this.written = commonLines(text.lines, Math.min(this.written, before.length), (line) => before[line]);
      this.text = text;
      this.tail = undefined;
    }
    const { lines } = text;
    const to = Math.min(lines.length, this.written + MAX_LINES_AT_ONCE);
    const tail = to < lines.length ? '' : lines.length > 0 ? text.openLine : text.openLine || `${sentence}\n`;
    if (to === this.written && tail === this.tail) {
      return true;
    }
    const piece = lines.slice(this.written, to).map((line) => `${line}\n`);
    const range = new vscode.Range(
      new vscode.Position(this.written, 0),
      document.lineAt(document.lineCount - 1).range.end,
    );
    const edit = new vscode.WorkspaceEdit();
    edit.replace(this.uri, range, piece.join('') + tail);
    if (!(await vscode.workspace.applyEdit(edit))) {
      return false;
    }
    if (this.written === 0) {
      this.keepCursors(document);
    }
    this.written = to;
    this.tail = tail;
    return true;
  }

  /** What replaces all of a text takes the cursors that stood at its beginning to its end. */
  private keepCursors(document: vscode.TextDocument): void {
    const beginning = new vscode.Position(0, 0);
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document === document) {
        editor.selection = new vscode.Selection(beginning, beginning);
      }
    }
  }

  /** Whether it has what was written: an editor that is opened again may have read it anew. */
  private isIntact(document: vscode.TextDocument, { lines }: LogText): boolean {
    const { written } = this;
    const hasLines = written === 0 || document.lineCount > written;
    return hasLines && (written === 0 || document.lineAt(written - 1).text === lines[written - 1]);
  }

  /** What the document begins with, or has while it is open: what the editor is given when it asks. */
  textFor(text: LogText, sentence: string): string {
    const shown = this.document && text === this.text ? this.written : 0;
    const lines = text.lines.slice(0, Math.max(shown, FIRST_LINES));
    return lines.length > 0 ? lines.map((line) => `${line}\n`).join('') : `${sentence}\n`;
  }
}

/** How many lines at the beginning are the same, of so many. */
function commonLines(
  lines: readonly string[],
  count: number,
  other: (line: number) => string | undefined,
): number {
  const end = Math.min(lines.length, count);
  let line = 0;
  while (line < end && lines[line] === other(line)) {
    line++;
  }
  return line;
}
