import * as vscode from 'vscode';
import type { AccountDataRegistry } from '../../account/accountData';
import { maskSecrets } from '../../support/redact';
import { AccountDocuments } from './accountDocuments';

const SCHEME = 'appcircle-json';

/** Read-only JSON documents, their secrets masked by name. The content lives as long as the document is open. */
export class JsonDocuments implements vscode.Disposable {
  private readonly documents: AccountDocuments;
  private readonly closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
    this.documents.delete(uri);
  });

  constructor(accountData: AccountDataRegistry) {
    this.documents = new AccountDocuments(
      accountData,
      SCHEME,
      () => `// ${vscode.l10n.t('This was not kept when the editor closed. Open it again from its row.')}\n`,
    );
  }

  /**
   * Opens a value in a preview editor. It belongs to an account (`credentialId`) and goes with it;
   * `path` tells documents apart, its last part is the title.
   */
  async show(credentialId: string, path: readonly string[], value: unknown): Promise<void> {
    const uri = this.documents.set(credentialId, path, '.json', maskedJson(value));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true });
  }

  dispose(): void {
    this.closing.dispose();
    this.documents.dispose();
  }
}

/** A value as the text of a document, its secrets masked by name. */
export function maskedJson(value: unknown): string {
  return `${JSON.stringify(maskSecrets(value ?? null), undefined, 2)}\n`;
}
