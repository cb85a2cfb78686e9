import * as vscode from 'vscode';
import { Emitter } from '../../../support/emitter';

/**
 * Whether the end of a log is kept in sight. A reader who scrolls up, or selects something, is left where they are; who
 * goes back to the end follows again. Cursors alone do not count: the view of the editor does not move with them.
 */
export class Following {
  private isOn = false;
  /** Of each editor, the lines that it showed last. A tab that was hidden has another editor afterwards. */
  private seen = new WeakMap<vscode.TextEditor, { first: number; last: number }>();
  private readonly changes = new Emitter<undefined>();
  readonly onDidChange = this.changes.event;
  /** Whether the reader moved since this was asked to be forgotten. */
  private hasMoved = false;

  constructor(private readonly uri: vscode.Uri) {}

  get isFollowing(): boolean {
    return this.isOn;
  }

  /** Whether the reader went anywhere. */
  get isTouched(): boolean {
    return this.hasMoved;
  }

  /** Keeps the end in sight from now on. */
  start(): void {
    this.set(true);
    this.reveal();
  }

  stop(): void {
    this.set(false);
  }

  /** The visible part is another one. */
  handleScroll({ textEditor, visibleRanges }: vscode.TextEditorVisibleRangesChangeEvent): void {
    const first = visibleRanges[0]?.start.line ?? 0;
    const last = visibleRanges.at(-1)?.end.line ?? 0;
    const before = this.seen.get(textEditor) ?? { first, last };
    this.seen.set(textEditor, { first, last });
    const isAtEnd = last >= textEditor.document.lineCount - 2;
    // A taller editor has more lines above the end.
    const isTaller = isAtEnd && last - first > before.last - before.first + 1;
    if (first < before.first && !isTaller) {
      this.hasMoved = true;
      this.set(false);
    } else if (isAtEnd) {
      this.set(this.isOn || this.hasMoved);
    }
  }

  handleSelection({ selections, kind }: vscode.TextEditorSelectionChangeEvent): void {
    const isByPerson =
      kind === vscode.TextEditorSelectionChangeKind.Mouse ||
      kind === vscode.TextEditorSelectionChangeKind.Keyboard;
    if (isByPerson) {
      this.hasMoved = true;
    }
    if (isByPerson && selections.some(({ isEmpty }) => !isEmpty)) {
      this.set(false);
    }
  }

  /** Lines were added, or the log is shown again. */
  reveal(): void {
    if (!this.isOn) {
      return;
    }
    const name = this.uri.toString();
    for (const editor of vscode.window.visibleTextEditors) {
      const { document } = editor;
      if (document.uri.toString() === name) {
        const last = document.lineAt(document.lineCount - 1).range;
        editor.revealRange(last, vscode.TextEditorRevealType.Default);
      }
    }
  }

  /** What was there is written anew: that the view moves is nobody's doing. */
  handleRewrite(): void {
    this.seen = new WeakMap();
  }

  dispose(): void {
    this.changes.dispose();
  }

  private set(isOn: boolean): void {
    if (isOn !== this.isOn) {
      this.isOn = isOn;
      this.changes.fire(undefined);
    }
  }
}
