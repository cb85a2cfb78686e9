import * as vscode from 'vscode';
import type { Failure } from '../../api/failure';
import { failureText, type Remedy } from '../failures/failureText';

/** A remedy as a row; `reason` is why it is offered, where that is said in no row. */
export interface RemedyRow extends Remedy {
  readonly reason?: string;
}

/** What helps where nothing can be had, as the topmost rows. Why is said above them, out of reach of the arrow keys. */
export function topRemedies(failure: Failure): RemedyRow[] {
  const { sentence, remedies } = failureText(failure);
  return remedies.map((remedy, index) => (index === 0 ? { ...remedy, reason: sentence } : remedy));
}

/** The row of something that helps, in any tree. */
export function remedyItem(remedy: RemedyRow): vscode.TreeItem {
  const { label, icon, command, arguments: values = [], reason } = remedy;
  const item = new vscode.TreeItem(label);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.command = { command, title: label, arguments: values };
  item.accessibilityInformation = {
    label: reason === undefined ? label : vscode.l10n.t('{0}. {1}', label, reason),
    role: 'button',
  };
  return item;
}
