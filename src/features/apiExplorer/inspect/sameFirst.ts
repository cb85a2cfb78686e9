import * as vscode from 'vscode';

/** Rows of the same operation as what is looked at, above all others; the order within stays. */
export function sameFirst<T extends vscode.QuickPickItem & { readonly isSame: boolean }>(
  rows: readonly T[],
): (T | (vscode.QuickPickItem & { kind: vscode.QuickPickItemKind.Separator }))[] {
  const [same, others] = [rows.filter(({ isSame }) => isSame), rows.filter(({ isSame }) => !isSame)];
  return same.length === 0 || others.length === 0
    ? [...rows]
    : [
        separator(vscode.l10n.t('Same operation')),
        ...same,
        separator(vscode.l10n.t('Other operations')),
        ...others,
      ];
}

function separator(label: string): { label: string; kind: vscode.QuickPickItemKind.Separator } {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
