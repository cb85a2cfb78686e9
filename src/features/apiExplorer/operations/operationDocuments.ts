import * as vscode from 'vscode';
import type { CommandScope } from '../../../account/commandScope';
import type { AccountDataRegistry } from '../../../account/accountData';
import { AccountDocuments } from '../../../ui/documents/accountDocuments';
import type { DocumentOwner } from '../../../ui/documents/lateDocuments';
import { PAGE_ENDING, showPage, type PagePlace } from '../../../ui/documents/showPage';
import { DocumentScheme } from '../documentSchemes';
import { operationTitle } from './operationTitle';
import { detailsIn, type ListedOperation } from './operations';

/** Where a page is opened, and what is known of the operation that its description does not say. */
export interface PageOptions extends PagePlace {
  /** What one needs to be allowed to call it. */
  rights: readonly string[];
}

/** The documentation of operations, as read-only Markdown in the editor's own preview. */
export class OperationDocuments implements DocumentOwner {
  readonly documents: AccountDocuments;
  /** The operations of the pages, by their addresses. */
  private readonly shown = new Map<string, ListedOperation>();
  private readonly subscription: vscode.Disposable;

  constructor(accountData: AccountDataRegistry) {
    this.documents = new AccountDocuments(accountData, DocumentScheme.operation, () =>
      vscode.l10n.t('This documentation is no longer available. Open it again from the API Explorer.'),
    );
    this.subscription = accountData.add((retained) => {
      for (const address of [...this.shown.keys()]) {
        if (!retained.hasCredential(vscode.Uri.parse(address).path.split('/')[1] ?? '')) {
          this.shown.delete(address);
        }
      }
    });
  }

  async show(
    { account, isCurrent }: CommandScope,
    listed: ListedOperation,
    { rights, ...place }: PageOptions,
  ): Promise<void> {
    const { module, operation } = listed;
    const [{ description }, { operationMarkdown }, { pageSchemas }] = await Promise.all([
      module.load(),
      import('../../../ui/documents/operation/operationMarkdown'),
      import('./pageSchemas'),
    ]);
    const details = detailsIn(description, operation.key);
    if (!details || !isCurrent()) {
      return;
    }
    const title = operationTitle(operation);
    const text = operationMarkdown({ ...details, rights }, title, pageSchemas(description));
    const uri = this.documents.set(
      account.credentialId,
      [module.name, operation.key, title],
      PAGE_ENDING,
      text,
    );
    this.shown.set(uri.toString(), listed);
    await showPage(uri, { ...place, inPassing: true });
  }

  /** The operation of the page in whose title a command was run. */
  operationOn(argument: unknown): ListedOperation | undefined {
    return argument instanceof vscode.Uri ? this.shown.get(argument.toString()) : undefined;
  }

  /** The operation of the page that is in front. */
  get operationInFront(): ListedOperation | undefined {
    const input = vscode.window.tabGroups.all.find(({ isActive }) => isActive)?.activeTab?.input;
    return input instanceof vscode.TabInputCustom ? this.operationOn(input.uri) : undefined;
  }

  dispose(): void {
    this.subscription.dispose();
    this.documents.dispose();
    this.shown.clear();
  }
}
