import * as vscode from 'vscode';
import type { AccountDataRegistry } from '../../account/accountData';
import { ServerTextEnding } from '../../contributions';
import { AccountDocuments } from './accountDocuments';
import type * as MaskedJson from './maskedJson';

const SCHEME = 'appcircle-json';

/**
 * Read-only documents with the JSON of a server, in a language of ours (rule 13), their secrets masked. The content lives
 * as long as the document is open.
 */
export class JsonDocuments implements vscode.Disposable {
  private readonly documents: AccountDocuments;
  /** Loaded with the first document. */
  private writer: typeof MaskedJson | undefined;
  private readonly closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
    this.documents.delete(uri);
  });

  constructor(accountData: AccountDataRegistry) {
    this.documents = new AccountDocuments(
      accountData,
      SCHEME,
      () => `// ${vscode.l10n.t('This page is no longer available. Open it again from the view.')}\n`,
    );
  }

  /**
   * Opens a value in a preview editor. It belongs to an account (`credentialId`) and goes with it;
   * `path` tells documents apart, its last part is the title.
   */
  async show(credentialId: string, path: readonly string[], value: unknown): Promise<void> {
    this.writer ??= await import('./maskedJson');
    const text = this.writer.maskedJson(value);
    const uri = this.documents.set(credentialId, path, ServerTextEnding.json, text);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true });
  }

  /** Whether a document is open whose path begins so, and has this many parts more. */
  has(credentialId: string, path: readonly string[], more: number): boolean {
    return this.documents.find(credentialId, path, more).length > 0;
  }

  /** Shows another value in what is open of something, by its path without the title; undefined says that it is gone. */
  renew(credentialId: string, path: readonly string[], value: unknown): void {
    for (const uri of this.documents.find(credentialId, path)) {
      const text =
        value === undefined
          ? `// ${vscode.l10n.t('This item was deleted.')}\n`
          : this.writer?.maskedJson(value);
      if (text !== undefined) {
        this.documents.replace(uri, text);
      }
    }
  }

  dispose(): void {
    this.closing.dispose();
    this.documents.dispose();
  }
}
