import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { makeLens } from '../documents/lenses';

/** What a person does about a text in an editor. */
export type TextEditorAction = 'save' | 'cancel' | 'closed';

/**
 * A text that a person writes in an editor. The ways on stand above it for as long as it is open: a message beside it
 * is hidden after some seconds. To save it as a file is a way on as well, and the file is where it is written then.
 */
export class OpenText implements vscode.Disposable {
  private readonly moved = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable;
  private isClosed = false;
  /** A file that was saved with this very text. */
  private copy: vscode.TextDocument | undefined;
  private listener: ((answer: TextEditorAction) => void) | undefined;

  /** `save`: what the way on is called. */
  constructor(
    private document: vscode.TextDocument,
    save: string,
  ) {
    // Of this text alone among all that are open, and gone with it: nothing that the manifest could offer.
    const command = `_appcircle.openText.${randomUUID()}`;
    const top = new vscode.Range(0, 0, 0, 0);
    const lens = (icon: string, title: string, answer: TextEditorAction) =>
      makeLens(top, { icon, title, command, arguments: [answer] });
    this.subscriptions = vscode.Disposable.from(
      this.moved,
      vscode.commands.registerCommand(command, (answer: unknown) => {
        this.choose(answer === 'cancel' ? 'cancel' : 'save');
      }),
      vscode.languages.registerCodeLensProvider('*', {
        onDidChangeCodeLenses: this.moved.event,
        provideCodeLenses: ({ uri }) =>
          this.isOf(uri)
            ? [lens('check', save, 'save'), lens('close', vscode.l10n.t('Cancel'), 'cancel')]
            : [],
      }),
      vscode.workspace.onDidSaveTextDocument((saved) => {
        this.handleSave(saved);
      }),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.some((tab) => isTabOf(tab, this.document.uri)) && !isShown(this.document.uri)) {
          this.handleClose();
        }
      }),
    );
  }

  get text(): string {
    return textOf(this.document);
  }

  /** What the person does next. What was done while nobody asked is nothing, but for the end of the editor. */
  nextAction(): Promise<TextEditorAction> {
    return new Promise((resolve) => {
      this.listener = resolve;
      if (this.isClosed) {
        this.choose('closed');
      }
    });
  }

  /** A way on that was chosen elsewhere, if the text is still asked for. */
  choose(answer: TextEditorAction): void {
    this.listener?.(answer);
  }

  /** The text is taken, or not wanted: whether it should be saved is no question. A file of its own is left alone. */
  async close(): Promise<void> {
    const { document } = this;
    if (!document.isUntitled || !isShown(document.uri)) {
      return;
    }
    const editor = vscode.window.visibleTextEditors.find((shown) => shown.document === document);
    await vscode.window.showTextDocument(document, editor?.viewColumn);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }

  /** Opens the file again that the text was saved to, where only that is left of it. */
  async show(): Promise<void> {
    if (!this.isClosed && !isShown(this.document.uri)) {
      this.document = await vscode.workspace.openTextDocument(this.document.uri);
      await vscode.window.showTextDocument(this.document, { preview: false });
    }
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private handleSave(saved: vscode.TextDocument): void {
    if (this.isOf(saved.uri)) {
      this.choose('save');
      return;
    }
    // A file that a person merely saves is the one in front; the one that an untitled text goes to is not, yet.
    const isInFront = vscode.window.activeTextEditor?.document === saved;
    if (this.document.isUntitled && this.text !== '' && textOf(saved) === this.text && !isInFront) {
      this.copy = saved;
    }
  }

  /**
   * Told by the tabs: a document counts as closed, too, when a person merely chooses another language for it. One that
   * went to a file is emptied before it closes.
   */
  private handleClose(): void {
    const { copy } = this;
    if (copy && ['', textOf(copy)].includes(this.text)) {
      this.document = copy;
      this.copy = undefined;
      this.moved.fire();
      this.choose('save');
    } else {
      this.isClosed = true;
      this.choose('closed');
    }
  }

  private isOf(uri: vscode.Uri): boolean {
    return uri.toString() === this.document.uri.toString();
  }
}

function textOf(document: vscode.TextDocument): string {
  return document.getText().replaceAll('\r\n', '\n');
}

function isShown(uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => isTabOf(tab, uri)));
}

function isTabOf({ input }: vscode.Tab, uri: vscode.Uri): boolean {
  return input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
}
