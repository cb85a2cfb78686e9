import * as vscode from 'vscode';
import { textForLabel } from '../../support/shownText';

/** What a fix says and does. */
export interface QuickFixOptions {
  title: string;
  edits: readonly { readonly range: vscode.Range; readonly text: string }[];
  /** The problems that it mends. */
  diagnostics: vscode.Diagnostic[];
  /** The first that is offered, and what "Fix" in other places takes. */
  isPreferred: boolean;
}

/** An entry of the list of what can be done about a problem. */
export function makeQuickFix(
  document: vscode.Uri,
  { title, edits, diagnostics, isPreferred }: QuickFixOptions,
): vscode.CodeAction {
  const fix = new vscode.CodeAction(textForLabel(title), vscode.CodeActionKind.QuickFix);
  fix.edit = new vscode.WorkspaceEdit();
  for (const { range, text } of edits) {
    fix.edit.replace(document, range, text);
  }
  fix.diagnostics = diagnostics;
  fix.isPreferred = isPreferred;
  return fix;
}
