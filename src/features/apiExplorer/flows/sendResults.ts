import * as vscode from 'vscode';
import type { Account } from '../../../account/account';
import type { AccountDataRegistry } from '../../../account/accountData';
import { visibleText } from '../../../support/visibleText';
import { AccountDocuments } from '../../../ui/documents/accountDocuments';
import type { DocumentOwner } from '../../../ui/documents/lateDocuments';
import { makeLink } from '../../../ui/documents/lenses';
import { ServerTextEnding } from '../../../contributions';
import { DocumentScheme } from '../documentSchemes';
import type { ShownResponse } from '../responses/responseDocuments';
import { statusText } from '../responses/responseText';
import { taskText, type TaskState } from '../responses/taskText';
import type { PlannedRequest } from './confirmSendAll';

/** What became of a request of several. */
export interface SendResult extends PlannedRequest {
  /** Its response, where it was sent. */
  readonly shown?: ShownResponse | undefined;
  readonly task?: TaskState | undefined;
  /** Why there is none. */
  readonly text?: string;
  readonly isGood: boolean;
}

const MAX_TITLE_LENGTH = 100;

/** Lists of what became of requests that were sent together, as read-only documents; each row leads to its response. */
export class SendResults implements DocumentOwner {
  readonly documents: AccountDocuments;
  private readonly links: vscode.Disposable;
  /** By document, the response of each of its rows. */
  private readonly rows = new Map<string, readonly SendResult[]>();
  private count = 0;

  constructor(accountData: AccountDataRegistry) {
    this.documents = new AccountDocuments(accountData, DocumentScheme.flow, () =>
      vscode.l10n.t('This list is no longer available. Send the requests again.'),
    );
    this.links = vscode.Disposable.from(
      vscode.languages.registerDocumentLinkProvider(
        { scheme: DocumentScheme.flow },
        { provideDocumentLinks: (document) => this.linksIn(document) },
      ),
      accountData.add((retained) => {
        for (const uri of this.rows.keys()) {
          if (!retained.hasCredential(vscode.Uri.parse(uri).path.split('/')[1] ?? '')) {
            this.rows.delete(uri);
          }
        }
      }),
    );
  }

  /** Opens a list beside the requests. */
  async show({ credentialId }: Account, results: readonly SendResult[]): Promise<void> {
    this.count += 1;
    const title = vscode.l10n.t('Send Results');
    const text = resultsText(results);
    const uri = this.documents.set(credentialId, [String(this.count), title], ServerTextEnding.text, text);
    this.rows.set(uri.toString(), results);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, {
      preview: true,
      preserveFocus: true,
      viewColumn: vscode.ViewColumn.Beside,
    });
  }

  dispose(): void {
    this.documents.dispose();
    this.links.dispose();
    this.rows.clear();
  }

  private linksIn(document: vscode.TextDocument): vscode.DocumentLink[] {
    const results = this.rows.get(document.uri.toString()) ?? [];
    return results.flatMap(({ shown }, nth) => {
      const line = HEAD_LINES + nth * ROW_LINES;
      return shown === undefined || line >= document.lineCount
        ? []
        : makeLink(document.lineAt(line).range, shown.uri, vscode.l10n.t('Open Response'));
    });
  }
}

const HEAD_LINES = 2;
const ROW_LINES = 2;

/**
 * Two lines for each request, which fit beside its document: how it went, and what was sent and what it is called. Texts
 * of others are made visible.
 */
export function resultsText(results: readonly SendResult[]): string {
  const good = results.filter(({ isGood }) => isGood).length;
  const width = `${results.length}. `.length;
  const lines = results.flatMap((result, nth) => {
    const { request, path, shown } = result;
    const call = `${request.method} ${shown?.request.path ?? path}`;
    const title = (request.name ?? '').slice(0, MAX_TITLE_LENGTH);
    return [
      `${nth + 1}. `.padEnd(width) + visibleText(outcomeOf(result)),
      ' '.repeat(width) + visibleText(title === '' ? call : `${title} · ${call}`),
    ];
  });
  return [vscode.l10n.t('{0} of {1} requests succeeded', good, results.length), '', ...lines, ''].join('\n');
}

function outcomeOf({ shown, task, text = '' }: SendResult): string {
  return shown ? [statusText(shown.response), ...(task ? [taskText(task)] : [])].join(' · ') : text;
}
