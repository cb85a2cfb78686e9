import * as vscode from 'vscode';
import type { CommandScope } from '../../../account/commandScope';
import type { AccountDataRegistry } from '../../../account/accountData';
import { schemaRows, schemaType } from '../../../api/openapi/schema/schemaTable';
import { operationMarkdown } from '../../../ui/documents/operationMarkdown';
import { AccountDocuments } from '../../../ui/documents/accountDocuments';
import { operationName } from '../tree/apiItems';
import { detailsIn, type ListedOperation } from './operations';

const SCHEME = 'appcircle-operation';

/** The documentation of operations, as read-only Markdown in the editor's own preview. */
export class OperationDocuments implements vscode.Disposable {
  private readonly documents: AccountDocuments;

  constructor(accountData: AccountDataRegistry) {
    this.documents = new AccountDocuments(accountData, SCHEME, () =>
      vscode.l10n.t('This documentation was not kept. Open it again from the API Explorer.'),
    );
  }

  async show({ account, isCurrent }: CommandScope, { module, operation }: ListedOperation): Promise<void> {
    const { description } = await module.load();
    const details = detailsIn(description, operation.key);
    if (!details || !isCurrent()) {
      return;
    }
    const text = operationMarkdown(details, {
      rows: (schema) => schemaRows(description, schema),
      type: (schema) => schemaType(description, schema),
    });
    const path = [module.name, operation.key, operationName(operation)];
    const uri = this.documents.set(account.credentialId, path, '.md', text);
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  }

  dispose(): void {
    this.documents.dispose();
  }
}
