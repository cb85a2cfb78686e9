import * as vscode from 'vscode';
import type { OperationSummary } from '../../../api/openapi/model';
import { showInformation } from '../../../ui/dialogs/notifications';
import { showPick } from '../../../ui/dialogs/picks';
import { methodIcon } from '../tree/methodIcon';
import type { ListedOperation } from './operations';
import { operationTitle } from './operationTitle';
import { similarTo } from './similarOperations';

interface SimilarItem extends vscode.QuickPickItem {
  operation?: OperationSummary;
}

/** Lets a person choose an operation that has to do with this one; undefined for Esc, and where there is none. */
export async function pickSimilar(
  title: string,
  listed: ListedOperation,
): Promise<ListedOperation | undefined> {
  const { module, operation } = listed;
  const { description } = await module.load();
  const { path, schema, tag } = similarTo(description, operation);
  const items = [
    ...section(vscode.l10n.t('same path'), path),
    ...section(vscode.l10n.t('same objects'), schema),
    ...section(vscode.l10n.t('same tag'), tag),
  ];
  if (items.length === 0) {
    void showInformation(vscode.l10n.t('No other operation is similar to "{0}".', operationTitle(operation)));
    return undefined;
  }
  const chosen = await showPick<SimilarItem>(items, {
    title,
    placeHolder: vscode.l10n.t('Operations similar to "{0}"', operationTitle(operation)),
    matchOnDescription: true,
  });
  return chosen?.operation && { module, operation: chosen.operation };
}

function section(label: string, operations: readonly OperationSummary[]): SimilarItem[] {
  const rows = operations.map((operation) => ({
    operation,
    label: operationTitle(operation),
    description: [operation.method, operation.path].join(' '),
    iconPath: methodIcon(operation.method),
  }));
  return rows.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows];
}
