import type * as vscode from 'vscode';
import { textForLabel, textForTooltip } from '../../support/shownText';

/** A row as the editor gets it: what it says is shown as text, whoever it comes from. The same row, changed. */
export function shownItem(item: vscode.TreeItem): vscode.TreeItem {
  const { label, description, tooltip, accessibilityInformation: spoken } = item;
  if (typeof label === 'string') {
    item.label = textForLabel(label);
  }
  if (typeof description === 'string') {
    item.description = textForLabel(description);
  }
  if (typeof tooltip === 'string') {
    item.tooltip = textForTooltip(tooltip);
  }
  if (spoken) {
    item.accessibilityInformation = { ...spoken, label: textForLabel(spoken.label) };
  }
  return item;
}
