import * as vscode from 'vscode';
import { textForLabel, textForRow } from '../../support/shownText';

/** An entry of the list that the editor shows while somebody types. Label and detail may be anybody's text. */
export interface SuggestionOptions {
  label: string;
  /** Beside the label, dimmed. */
  detail?: string | undefined;
  kind: vscode.CompletionItemKind;
  /** What is inserted: tab stops are ours, all else is escaped. */
  snippet: string;
  filterText: string;
  sortText: string;
  /** What is replaced, and how much of it before the cursor. */
  range: { inserting: vscode.Range; replacing: vscode.Range };
  deprecated?: boolean;
  /** Whether the list is shown again behind what was inserted. */
  continues?: boolean;
  commitCharacters?: readonly string[] | undefined;
  /** Whole lines that are added elsewhere. */
  edits?: vscode.TextEdit[];
}

/** The editor draws icons in labels, and would compare what is typed with those signs: it is given a text for that. */
export function makeSuggestion(options: SuggestionOptions): vscode.CompletionItem {
  const { label, detail, kind, snippet, filterText, sortText, range } = options;
  const item = new vscode.CompletionItem(
    { label: textForRow(label), ...(detail && { description: textForLabel(detail) }) },
    kind,
  );
  item.insertText = new vscode.SnippetString(snippet);
  item.filterText = filterText;
  item.sortText = sortText;
  item.range = range;
  if (options.deprecated) {
    item.tags = [vscode.CompletionItemTag.Deprecated];
  }
  if (options.continues) {
    item.command = { command: 'editor.action.triggerSuggest', title: '' };
  }
  if (options.commitCharacters) {
    item.commitCharacters = [...options.commitCharacters];
  }
  if (options.edits) {
    item.additionalTextEdits = options.edits;
  }
  return item;
}
