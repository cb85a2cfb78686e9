import * as vscode from 'vscode';
import type { CommandScope } from '../../../account/commandScope';
import { Failure } from '../../../api/failure';
import type { HttpRequest } from '../../../api/request/request';
import type { NamedRow } from '../../../api/response/namedRows';
import { pickFolded } from '../../../ui/dialogs/foldedPick';
import { confirmSend, type Recipient } from './confirmSend';
import type { DocumentOrigins } from './documentOrigins';
import { listRows } from '../../../api/request/resolve/listRows';

/** Whom a list is asked for, and which documents may ask for one. */
export interface ListDeps extends Pick<CommandScope, 'client' | 'isCurrent'> {
  /** The account, as the question before an unknown document names it. */
  recipient: Recipient;
  origins: DocumentOrigins;
  /** Told what the lists say that things are called. */
  onRows?: (rows: readonly NamedRow[]) => void;
}

/** Where a list is, with its ids filled in. */
export interface ListAddress {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/**
 * Lets a person choose a row of a list by its name, and gives its id. The list is asked with what a document says: it
 * passes the gate of Send, which asks first where the document was not written here. Undefined when the person closed
 * that or the list, or when another account became the active one. Fails where the list cannot be had.
 */
export async function pickRow(
  { client, isCurrent, recipient, origins, onRows }: ListDeps,
  document: vscode.TextDocument,
  name: string,
  { path, query }: ListAddress,
  property: string | undefined,
): Promise<string | undefined> {
  const request: HttpRequest = {
    method: 'GET',
    path,
    query: Object.entries(query),
    headers: [],
    body: undefined,
  };
  const risks = { unsafe: false, foreign: origins.isForeign(document) };
  if (!isCurrent() || !(await confirmSend(request, recipient, risks)) || !isCurrent()) {
    return undefined;
  }
  const abort = new AbortController();
  const rows = listRows(client, request, property, abort.signal).then((found) => {
    origins.approve(document);
    onRows?.(found);
    return found;
  });
  // The pick may be closed before the rows are there; whoever closed it wants to hear nothing of them.
  rows.catch(() => undefined);
  const title = vscode.l10n.t('Appcircle: Pick {0}', name);
  const token = new vscode.CancellationTokenSource();
  const items = rows.then((found) =>
    isCurrent() ? found.map(itemOf) : Promise.reject(new Failure('cancelled')),
  );
  items.catch(() => {
    token.cancel();
  });
  const chosen = await pickFolded(
    items.catch(() => []),
    {
      title,
      placeHolder: vscode.l10n.t('Search by name'),
      matchOnDescription: true,
      ignoreFocusOut: true,
    },
    token.token,
  );
  if (chosen) {
    return isCurrent() ? chosen.id : undefined;
  }
  abort.abort();
  // A failure is told by the command; a person who closed the pick is told nothing (T5).
  await (token.token.isCancellationRequested ? rows : undefined);
  return undefined;
}

function itemOf({ id, name, detail }: NamedRow): vscode.QuickPickItem & { id: string } {
  return { id, label: name, description: detail };
}
