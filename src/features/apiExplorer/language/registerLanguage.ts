import * as vscode from 'vscode';
import { RequestLanguageId } from '../../../contributions';
import { RequestFolding, RequestFormatting, RequestOutline } from './layoutProviders';
import { RequestNames } from './nameProviders';
import { RequestFixes } from './quickFixes';
import { RequestChecks, type DescribedChecks } from './requestChecks';
import { RequestColors, registerRequestColors, type OperationFinder } from './requestColors';
import { RequestTexts } from './requestTexts';

/** What is known beside the documents. */
export interface RequestLanguageDeps {
  /** Address of the active account's server. */
  base: () => string | undefined;
  described: DescribedChecks & OperationFinder;
  /** Operations came or went. */
  onDidChange: vscode.Event<unknown>;
}

/** What an editor does with a request document besides sending it: outline, folding, names, colors, problems, fixes. */
export function registerRequestLanguage({
  base,
  described,
  onDidChange,
}: RequestLanguageDeps): vscode.Disposable {
  const { languages } = vscode;
  const selector = { language: RequestLanguageId };
  const texts = new RequestTexts();
  const names = new RequestNames(texts);
  const checks = new RequestChecks(texts, described);
  const recolor = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    checks,
    recolor,
    onDidChange(() => {
      checks.checkAll();
      recolor.fire();
    }),
    languages.registerDocumentSymbolProvider(selector, new RequestOutline(texts)),
    languages.registerFoldingRangeProvider(selector, new RequestFolding(texts)),
    languages.registerDocumentFormattingEditProvider(selector, new RequestFormatting(texts)),
    languages.registerDefinitionProvider(selector, names),
    languages.registerReferenceProvider(selector, names),
    languages.registerDocumentHighlightProvider(selector, names),
    languages.registerRenameProvider(selector, names),
    registerRequestColors(selector, new RequestColors(texts, described, recolor.event)),
    languages.registerCodeActionsProvider(selector, new RequestFixes(texts, checks, base), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
  );
}
