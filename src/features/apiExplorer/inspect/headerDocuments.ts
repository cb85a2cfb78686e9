import * as vscode from 'vscode';
import type { AccountDataRegistry } from '../../../account/accountData';
import { ServerTextEnding } from '../../../contributions';
import type { Redactor } from '../../../support/redact';
import { AccountDocuments } from '../../../ui/documents/accountDocuments';
import type { DocumentOwner } from '../../../ui/documents/lateDocuments';
import { DocumentScheme } from '../documentSchemes';
import type { ShownResponse } from '../responses/responseDocuments';
import { allHeadersText } from './headersText';

/** All headers of responses, as read-only documents. */
export class HeaderDocuments implements DocumentOwner {
  readonly documents: AccountDocuments;

  constructor(
    accountData: AccountDataRegistry,
    private readonly redactor: Redactor,
  ) {
    this.documents = new AccountDocuments(accountData, DocumentScheme.headers, () =>
      vscode.l10n.t('This response is no longer available. Send its request again.'),
    );
  }

  /** Opens those of a response, masked. */
  async show(shown: ShownResponse): Promise<void> {
    const [number = '', name = ''] = shown.uri.path.split('/').slice(-2);
    const title = vscode.l10n.t('Headers of {0}', name.replace(/\.[\w-]+$/, ''));
    const text = allHeadersText(shown, this.redactor);
    const path = [number, title];
    const uri = this.documents.set(shown.account.credentialId, path, ServerTextEnding.text, text);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true });
  }

  dispose(): void {
    this.documents.dispose();
  }
}
