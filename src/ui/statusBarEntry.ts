import * as vscode from 'vscode';
import { StatusBarItemId } from '../contributions';
import { textForLabel, textForStatusBar } from '../support/shownText';

/** What the item in the status bar says. */
export interface StatusBarState {
  /** Name of a codicon of ours before the text. */
  icon: string;
  text: string;
  tooltip: vscode.MarkdownString;
  /** What a screen reader says. */
  spoken: string;
  command: string;
  /** Whether it catches the eye. */
  warns: boolean;
}

/** An item in the status bar, which says nothing yet. `name` is what its menu calls it. */
export class StatusBarEntry implements vscode.Disposable {
  private readonly item: vscode.StatusBarItem;

  constructor(name: string, id: string = StatusBarItemId, priority = 1) {
    this.item = vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Left, priority);
    this.item.name = name;
  }

  show({ icon, text, tooltip, spoken, command, warns }: StatusBarState): void {
    const { item } = this;
    item.text = [`$(${icon})`, textForStatusBar(text)].join(' ');
    item.tooltip = tooltip;
    item.command = command;
    item.backgroundColor = warns ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    item.accessibilityInformation = { label: textForLabel(spoken), role: 'button' };
    item.show();
  }

  hide(): void {
    this.item.hide();
  }

  dispose(): void {
    this.item.dispose();
  }
}
