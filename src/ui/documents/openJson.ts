import * as vscode from 'vscode';
import type { AccountDataRegistry } from '../../account/accountData';
import { ServerTextEnding } from '../../contributions';
import { AccountDocuments } from './accountDocuments';
import type { DocumentOwner } from './lateDocuments';
import { maskedJson } from './maskedJson';

/** The JSON documents of a window: what is behind `JsonDocuments`, which says what each of these does. */
export class OpenJson implements DocumentOwner {
  readonly documents: AccountDocuments;
  private readonly closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
    this.documents.delete(uri);
  });

  constructor(accountData: AccountDataRegistry, scheme: string) {
    this.documents = new AccountDocuments(
      accountData,
      scheme,
      () => `// ${vscode.l10n.t('This page is no longer available. Open it again from the view.')}\n`,
    );
  }

  async show(credentialId: string, path: readonly string[], value: unknown): Promise<void> {
    const uri = this.documents.set(credentialId, path, ServerTextEnding.json, maskedJson(value));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true });
  }

  has(credentialId: string, path: readonly string[], more: number): boolean {
    return this.documents.find(credentialId, path, more).length > 0;
  }

  renew(credentialId: string, path: readonly string[], value: unknown): void {
    for (const uri of this.documents.find(credentialId, path)) {
      const text =
        value === undefined ? `// ${vscode.l10n.t('This item was deleted.')}\n` : maskedJson(value);
      this.documents.replace(uri, text);
    }
  }

  dispose(): void {
    this.closing.dispose();
    this.documents.dispose();
  }
}
