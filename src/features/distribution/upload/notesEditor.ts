import * as vscode from 'vscode';
import { noticeText } from '../../../support/visibleText';

/** What came of writing: notes, an editor that was gone, or nothing when the person did not want it any more. */
export type Written = { notes: string } | 'closed' | undefined;

/** Release notes of several lines, written in an editor of their own. */
export class NotesEditor {
  /** What was written and not used: it stays open, and is offered the next time. */
  private left: vscode.TextDocument | undefined;

  /** The text that was left open, where there is any. */
  get leftText(): string | undefined {
    const text = this.left?.isClosed === false ? this.left.getText().trim() : '';
    return text === '' ? undefined : text;
  }

  /** Opens an editor with this text, and takes what stands there when the person says so. */
  async write(text: string, fileName: string): Promise<Written> {
    const document = await this.opened(text);
    await vscode.window.showTextDocument(document, { preview: false });
    const upload = vscode.l10n.t('Upload');
    const pressed = await vscode.window.showInformationMessage(
      vscode.l10n.t('Write the release notes of {0} in the editor, then upload it.', noticeText(fileName)),
      upload,
      vscode.l10n.t('Not Now'),
    );
    if (pressed !== upload) {
      this.left = document;
      return undefined;
    }
    if (document.isClosed) {
      return 'closed';
    }
    const notes = document.getText().trim();
    await close(document);
    return { notes };
  }

  /** The text that was left open is used: its editor is not needed any more. */
  async closeLeft(): Promise<void> {
    const { left } = this;
    this.left = undefined;
    await (left?.isClosed === false ? close(left) : undefined);
  }

  private async opened(text: string): Promise<vscode.TextDocument> {
    const { left } = this;
    this.left = undefined;
    return left?.isClosed === false
      ? left
      : vscode.workspace.openTextDocument({ language: 'plaintext', content: text });
  }
}

/** Its text is taken: the question whether to save it would make no sense. */
async function close(document: vscode.TextDocument): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  await vscode.window.showTextDocument(document, shown?.viewColumn);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}
