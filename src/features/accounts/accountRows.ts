import * as vscode from 'vscode';

/** A row of Show Account: a fact, which can be copied, or something to do. */
export interface AccountRow extends vscode.QuickPickItem {
  /** What a fact says. */
  copies?: string;
  run?: () => unknown;
}

export function factRow(icon: string, label: string, value: string): AccountRow {
  return {
    label,
    description: value,
    iconPath: new vscode.ThemeIcon(icon),
    buttons: [{ iconPath: new vscode.ThemeIcon('copy'), tooltip: vscode.l10n.t('Copy') }],
    copies: value,
  };
}

export function actionRow(icon: string, label: string, command: string, ...values: unknown[]): AccountRow {
  return {
    label,
    iconPath: new vscode.ThemeIcon(icon),
    run: () => vscode.commands.executeCommand(command, ...values),
  };
}

export function separator(label: string): AccountRow {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
