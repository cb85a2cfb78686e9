import * as vscode from 'vscode';
import type { Remedy } from '../failures/failureText';

/** The row of something that helps, in any tree. */
export function remedyItem({ label, icon, command, arguments: values = [] }: Remedy): vscode.TreeItem {
  const item = new vscode.TreeItem(label);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.command = { command, title: label, arguments: values };
  item.accessibilityInformation = { label, role: 'button' };
  return item;
}
