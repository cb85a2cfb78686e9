import * as vscode from 'vscode';
import type { CommandId } from '../../contributions';

/** The row at the end of a long list that shows more of it. What follows the numbers is handed to the command. */
export function moreItem(
  command: CommandId,
  shown: number,
  total: number,
  ...values: unknown[]
): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Show More'));
  item.description = vscode.l10n.t('{0} of {1} shown', shown, total);
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = { command, title: vscode.l10n.t('Show More'), arguments: values };
  item.accessibilityInformation = {
    label: vscode.l10n.t('Show More, {0} of {1} shown', shown, total),
    role: 'button',
  };
  return item;
}
