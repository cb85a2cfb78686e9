import * as vscode from 'vscode';
import { RequestLanguageId } from '../../../contributions';
import { isOwnDocument } from '../scratch/scratchAddress';

/**
 * Which request documents were written in this window. What comes from a file may be anybody's: its first Send asks,
 * and in a workspace it needs that workspace to be trusted.
 */
export class DocumentOrigins implements vscode.Disposable {
  private readonly approved = new Set<string>();
  private readonly subscription = vscode.workspace.onDidSaveTextDocument((document) => {
    // A first save makes a file of a document that is none, which is open for another moment, with the same text.
    if (isRequest(document) && ownRequests().some((open) => open.getText() === document.getText())) {
      this.approve(document);
    }
  });

  isForeign(document: vscode.TextDocument): boolean {
    return !isOwnDocument(document) && !this.approved.has(document.uri.toString());
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

function ownRequests(): vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter((open) => isOwnDocument(open) && isRequest(open));
}

function isRequest({ languageId }: vscode.TextDocument): boolean {
  return languageId === RequestLanguageId;
}
