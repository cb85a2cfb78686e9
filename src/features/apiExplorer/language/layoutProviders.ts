import * as vscode from 'vscode';
import { foldsIn, type Fold } from '../../../api/request/language/folding';
import { formatDocument } from '../../../api/request/language/format';
import { outlineOf, type OutlineNode } from '../../../api/request/language/outline';
import { makeSymbol } from '../../../ui/documents/outline';
import { rangeOf } from '../requests/requestPlace';
import type { RequestTexts } from './requestTexts';

/** Outline, breadcrumbs and lines that stay at the top: requests, and the variables that are set. */
export class RequestOutline implements vscode.DocumentSymbolProvider {
  constructor(private readonly texts: RequestTexts) {}

  provideDocumentSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] {
    const read = this.texts.of(document);
    return read ? outlineOf(read.text, read.parsed).map((node) => symbolOf(document, node)) : [];
  }
}

function symbolOf(document: vscode.TextDocument, node: OutlineNode): vscode.DocumentSymbol {
  const symbol = makeSymbol({
    name: node.name,
    detail: node.detail,
    kind: node.kind === 'request' ? vscode.SymbolKind.Method : vscode.SymbolKind.Variable,
    range: rangeOf(document, node),
    selection: rangeOf(document, node.selection),
  });
  symbol.children = node.children.map((child) => symbolOf(document, child));
  return symbol;
}

/** Folds requests, bodies, what is in brackets, and runs of comments. */
export class RequestFolding implements vscode.FoldingRangeProvider {
  constructor(private readonly texts: RequestTexts) {}

  provideFoldingRanges(document: vscode.TextDocument): vscode.FoldingRange[] {
    const read = this.texts.of(document);
    return read ? foldsIn(read.text, read.parsed).flatMap((fold) => foldingOf(document, fold)) : [];
  }
}

function foldingOf(document: vscode.TextDocument, { kind, start, end }: Fold): vscode.FoldingRange[] {
  const first = document.positionAt(start).line;
  const last = document.positionAt(end).line - (kind === 'brackets' ? 1 : 0);
  return last > first
    ? [new vscode.FoldingRange(first, last, kind === 'comment' ? vscode.FoldingRangeKind.Comment : undefined)]
    : [];
}

/** Lays a document out, without changing what it sends. */
export class RequestFormatting implements vscode.DocumentFormattingEditProvider {
  constructor(private readonly texts: RequestTexts) {}

  provideDocumentFormattingEdits(
    document: vscode.TextDocument,
    { insertSpaces, tabSize }: vscode.FormattingOptions,
  ): vscode.TextEdit[] {
    const read = this.texts.of(document);
    const formatted =
      read &&
      formatDocument(read.text, {
        indentation: insertSpaces ? ' '.repeat(Math.min(Math.max(tabSize, 1), 16)) : '\t',
        newline: document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n',
      });
    return formatted === undefined
      ? []
      : [vscode.TextEdit.replace(rangeOf(document, { start: 0, end: read?.text.length ?? 0 }), formatted)];
  }
}
