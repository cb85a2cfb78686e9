import * as vscode from 'vscode';
import { RequestLanguageId } from '../../contributions';

/**
 * Which request documents were written in this window. What comes from a file may be anybody's: its first Send asks,
 * and in a workspace it needs that workspace to be trusted.
 */
export class DocumentOrigins implements vscode.Disposable {
  private readonly approved = new Set<string>();
  /** Texts of documents that were written here, for the moment in which they become files. */
  private saved: string | undefined;
  private readonly subscription = vscode.Disposable.from(
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (document.isUntitled && document.languageId === RequestLanguageId) {
        this.saved = document.getText();
      }
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      // A first save turns an untitled document into a file with the same text.
      if (document.languageId === RequestLanguageId && document.getText() === this.saved) {
        this.approve(document);
      }
    }),
  );

  isForeign(document: vscode.TextDocument): boolean {
    return !document.isUntitled && !this.approved.has(document.uri.toString());
  }

  /** Whether it is one of a workspace that the person has not said to trust. */
  isUntrusted(document: vscode.TextDocument): boolean {
    return this.isForeign(document) && !vscode.workspace.isTrusted;
  }

  approve(document: vscode.TextDocument): void {
    this.approved.add(document.uri.toString());
  }

  dispose(): void {
    this.subscription.dispose();
  }
}
