import * as vscode from 'vscode';
import { textForLabel } from '../../support/shownText';

/** An entry of the outline and of the breadcrumbs. */
export interface OutlineEntry {
  name: string;
  detail: string;
  kind: vscode.SymbolKind;
  range: vscode.Range;
  /** Where it is gone to. */
  selection: vscode.Range;
}

/** The editor refuses an entry without a name. */
export function makeSymbol({ name, detail, kind, range, selection }: OutlineEntry): vscode.DocumentSymbol {
  return new vscode.DocumentSymbol(textForLabel(name), textForLabel(detail), kind, range, selection);
}
