import * as vscode from 'vscode';
import type { TableOrder } from '../../../api/response/table/arrangeTable';
import { showPick } from '../../../ui/dialogs/picks';

/** Lets a person choose columns, in the order of the response. Undefined for Esc, and for none at all. */
export async function askTableColumns(
  columns: readonly string[],
  chosen: readonly string[],
): Promise<readonly string[] | undefined> {
  const picked = await showPick(
    columns.map((column) => ({ label: column, column, picked: chosen.includes(column) })),
    {
      title: vscode.l10n.t('Appcircle: Choose Table Columns'),
      placeHolder: vscode.l10n.t('Select the columns to show'),
      canPickMany: true,
    },
  );
  return picked && picked.length > 0 ? picked.map(({ column }) => column) : undefined;
}

/** Lets a person choose by which column rows are sorted; of the current one it turns the order. Undefined for Esc. */
export async function askTableOrder(
  columns: readonly string[],
  current: TableOrder | undefined,
): Promise<{ order: TableOrder | undefined } | undefined> {
  const rows = columns.map((column) => {
    const isCurrent = column === current?.column;
    const descending = isCurrent && !current.descending;
    return {
      label: column,
      order: { column, descending },
      ...(isCurrent && {
        description: descending
          ? vscode.l10n.t('current, select for descending order')
          : vscode.l10n.t('current, select for ascending order'),
      }),
    };
  });
  return showPick<vscode.QuickPickItem & { order: TableOrder | undefined }>(
    [{ label: vscode.l10n.t('Order of the response'), order: undefined }, ...rows],
    {
      title: vscode.l10n.t('Appcircle: Sort Table'),
      placeHolder: vscode.l10n.t('Select the column to sort by'),
    },
  );
}
